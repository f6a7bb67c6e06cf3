#!/usr/bin/env bash
# Builds the product if anything it is made of has changed since the last build. Says so when it does.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/java.sh"
find_java

target="$root/pipeline/target"
stamp="$target/built.stamp"
if [ -f "$stamp" ] && [ -z "$(find "$root/pom.xml" "$root/pipeline/pom.xml" "$root/pipeline/src/main" "$root/pipeline/docs/errors" \
  -newer "$stamp" -print -quit)" ]; then
  exit 0
fi

echo "Building Caretally; this takes a minute or two the first time ..." >&2
JAVA_HOME="$(dirname "$(dirname "$(readlink -f "$JAVA")")")"
export JAVA_HOME
if [ ! -x "$JAVA_HOME/bin/javac" ]; then
  echo "The Java at $JAVA_HOME runs programs but cannot build them: install a JDK, not only a JRE." >&2
  exit 1
fi
maven="$root/mvnw"
if command -v mvn >/dev/null 2>&1; then maven=mvn; fi
log="$root/target/build.log"
mkdir -p "$root/target" "$target"
touch "$target/build.started"
if ! (cd "$root" && "$maven" -B -q -Dfast -DskipTests package) >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  echo "The build failed; all of its output is in $log" >&2
  exit 1
fi

# Class-data archive: a training run notes which classes a run needs, so that later ones start in half the time. It lies
# beside the jar, is made anew after each build, and Java ignores it when it does not fit.
rm -f "$target"/caretally.jsa
echo "Preparing a faster start ..." >&2
CARETALLY_TRAIN="$target/caretally.jsa" "$root/scripts/caretally" run "$root/data/example" \
  --out "$target/training" --quiet >"$root/target/training.log" 2>&1 || rm -f "$target/caretally.jsa"
rm -rf "$target/training"
mv "$target/build.started" "$stamp"
