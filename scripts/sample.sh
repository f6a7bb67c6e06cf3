#!/usr/bin/env bash
# Runs the shipped example and puts its report into reports/example, which is what visitors of the repository open.
# A test fails when that report is not the one a run makes; commit what this changes.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/java.sh"
find_java
JAVA_HOME="$(dirname "$(dirname "$(readlink -f "$JAVA")")")"
export JAVA_HOME
maven="$root/mvnw"
if command -v mvn >/dev/null 2>&1; then maven=mvn; fi
cd "$root"
"$maven" -B -q -pl pipeline test -Dtest=ExampleReportTest -Dcaretally.sample=true
echo "$root/reports/example/report.html"
