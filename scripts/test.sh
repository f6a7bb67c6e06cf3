#!/usr/bin/env bash
# Runs all checks: formatter, linter, unit tests, real Spark, real Chromium. Installs what they need on Debian:
#   openjdk-17-jdk-headless  to build and run, if there is no JDK
#   chromium                 the report is opened, measured and printed in a real browser
#   poppler-utils            reads the words of the printed report (pdftotext)
#   r-base-core r-cran-survey  recompute published numbers from exported rows (reproduce.R)
# Without the right to install packages it goes on; tests that miss a program say so and are skipped.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

missing=()
command -v java >/dev/null 2>&1 || missing+=(openjdk-17-jdk-headless)
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
if ! Rscript -e 'library(survey)' >/dev/null 2>&1; then missing+=(r-base-core r-cran-survey); fi
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" -eq 0 ]; then
    echo "Installing ${missing[*]} ..."
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "Not installed and not root, some tests will be skipped: ${missing[*]}" >&2
  fi
fi

. "$root/scripts/java.sh"
find_java
JAVA_HOME="$(dirname "$(dirname "$(readlink -f "$JAVA")")")"
export JAVA_HOME
maven="$root/mvnw"
if command -v mvn >/dev/null 2>&1; then maven=mvn; fi
cd "$root"
exec "$maven" -B -ntp verify "$@"
