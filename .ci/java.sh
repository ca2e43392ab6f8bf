# Sourced by ./fardplan and by the package's command: how the JVM is started for what.

# The quick compiler tier alone: with two cores the slow one takes the start from the pages.
server_flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms96m -Xmn40m -Xmx256m -Xss512k)
command_flags=(-XX:+UseSerialGC -Xmx512m -XX:TieredStopAtLevel=1)
# The quick compiler knows no short cuts for checksums and encryption.
copying_flags=(-XX:+UseSerialGC -Xmx512m)
every_flags=(--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true)
# Sets flags to what the command $1 runs with.
choose_flags() {
  case "${1:-}" in
    serve | demo) flags=("${server_flags[@]}") ;;
    backup | restore) flags=("${copying_flags[@]}") ;;
    *) flags=("${command_flags[@]}") ;;
  esac
}

# Adds the start's cache $1 to flags, where there is one; without a word if it does not fit: only speed is lost.
use_cache() {
  if [ -f "$1" ]; then flags+=("-XX:AOTCache=$1" -Xlog:aot=off -Xlog:cds=off); fi
}
