# Sourced by `testigo` and `mvnw`: sets JAVA_HOME to a JDK 25, or says what to install and fails.
# Reads the `release` file of each candidate, so that no JVM has to be started.

testigo_is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r testigo_line; do
    case $testigo_line in
      'JAVA_VERSION="25"' | 'JAVA_VERSION="25.'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

testigo_find_jdk25() {
  for testigo_home in "${TESTIGO_JAVA_HOME:-}" "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25; do
    if [ -n "$testigo_home" ] && testigo_is_jdk25 "$testigo_home"; then
      JAVA_HOME=$testigo_home
      export JAVA_HOME
      return 0
    fi
  done
  cat >&2 <<'MESSAGE'
Testigo needs a JDK 25, and there is none where JDKs usually lie.
Install one (Debian, Ubuntu: apt install openjdk-25-jdk-headless; macOS: brew install openjdk@25; or Eclipse Temurin 25),
or set TESTIGO_JAVA_HOME to the folder of one.

Testigo necesita un JDK 25 y no hay ninguno donde suelen estar.
Instala uno (Debian, Ubuntu: apt install openjdk-25-jdk-headless; macOS: brew install openjdk@25; o Eclipse Temurin 25),
o pon en TESTIGO_JAVA_HOME la carpeta de uno.
MESSAGE
  return 1
}

testigo_find_jdk25
