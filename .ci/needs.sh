# Sourced by ./fardplan and ./test: programs of the machine, installed where we are root, else asked for.

say() { echo "$*" >&2; }

# need "what is missing, tried as a command" package… – installs the packages by apt when the command fails.
need() {
  local missing=$1
  shift
  if sh -c "$missing" >/dev/null 2>&1; then return 0; fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installerar $* …"
    if DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 ||
      { apt-get update -q >/dev/null 2>&1 &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1; }; then
      if sh -c "$missing" >/dev/null 2>&1; then return 0; fi
    fi
  fi
  say "Det saknas något: installera $* och försök igen."
  return 1
}

need_node() { need 'command -v npm && node -e "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)"' nodejs npm; }

# Prints the folder of the first JDK that is 25 or later.
find_jdk() {
  local java jdk version
  for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    [ -x "$java" ] || continue
    jdk=$(dirname "$(dirname "$(readlink -f "$java")")")
    [ -x "$jdk/bin/javac" ] && [ -f "$jdk/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
    if [ "${version:-0}" -ge 25 ]; then
      echo "$jdk"
      return
    fi
  done
  say "Det behövs en JDK 25 eller senare. Installera en (till exempel från adoptium.net) och sätt JAVA_HOME."
  return 1
}
