# Finds a Java 17 or newer. Sourced by the other scripts; sets JAVA, or explains and stops.

java_version() { # of the given java program; prints the major number, or nothing
  "$1" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
}

find_java() {
  local candidate version
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
    /usr/lib/jvm/*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    version="$(java_version "$candidate")"
    if [ -n "$version" ] && [ "$version" -ge 17 ]; then
      JAVA="$candidate"
      return 0
    fi
  done
  cat >&2 <<'TEXT'
Caretally needs Java 17 or newer (a JDK), and none was found.
  Debian, Ubuntu:  sudo apt-get install openjdk-17-jdk-headless
  Fedora:          sudo dnf install java-17-openjdk-devel
  macOS:           brew install openjdk@17
  Windows, others: https://adoptium.net
If it is installed elsewhere, set JAVA_HOME to its folder.
TEXT
  return 1
}
