# Sourced where a page is visited by a script: logging in, and sending a form with what its page asks for.

# field PAGE NAME – the value of a hidden field in a page's text.
field() { sed -n "s/.*name=\"$2\" value=\"\([^\"]*\)\".*/\1/p" "$1" | head -1; }

# log_in SITE E-MAIL PASSWORD COOKIES – leaves a session in the file COOKIES; fails when the password is refused.
log_in() {
  local page
  page=$(mktemp)
  curl -sf -c "$4" -b "$4" -o "$page" "$1/logga-in"
  curl -s -c "$4" -b "$4" -o "$page" -w '%{http_code}' "$1/logga-in" \
    --data-urlencode "_csrf=$(field "$page" _csrf)" --data-urlencode "epost=$2" --data-urlencode "losenord=$3" |
    grep -q 302
  local code=$?
  rm -f "$page"
  return $code
}

# log_in_first SITE E-MAIL PASSWORD NEW COOKIES – as log_in with a password that was given, which is changed for NEW.
log_in_first() {
  local page own
  page=$(mktemp)
  curl -sf -c "$5" -b "$5" -o "$page" "$1/logga-in"
  own=$(curl -s -c "$5" -b "$5" -o /dev/null -w '%{redirect_url}' "$1/logga-in" \
    --data-urlencode "_csrf=$(field "$page" _csrf)" --data-urlencode "epost=$2" --data-urlencode "losenord=$3")
  rm -f "$page"
  case $own in "$1"/eget-losenord/*) send "$1" "${own#"$1"}" "${own#"$1"}" "$5" "losenord=$4" ;; *) return 1 ;; esac
}

# send SITE PAGE TARGET COOKIES name=value… – opens PAGE and sends its form to TARGET; fails when it is not saved.
send() {
  local site=$1 from=$2 to=$3 cookies=$4 page pair
  local data=()
  shift 4
  page=$(mktemp)
  curl -sf -c "$cookies" -b "$cookies" -o "$page" "$site$from"
  for pair in "_csrf=$(field "$page" _csrf)" "$@"; do data+=(--data-urlencode "$pair"); done
  curl -s -c "$cookies" -b "$cookies" -o "$page" -w '%{http_code}' "${data[@]}" "$site$to" | grep -q 302
  local code=$?
  rm -f "$page"
  return $code
}
