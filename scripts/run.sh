#!/usr/bin/env bash
# Builds what is missing, runs a study (the shipped example without an argument) and prints the path of its report.
#   scripts/run.sh                       the example
#   scripts/run.sh path/to/study.yml     your study; further arguments go to "caretally run"
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
"$root/scripts/build.sh"
if [ $# -eq 0 ]; then
  set -- "$root/data/example/study.yml"
fi
exec "$root/scripts/caretally" run "$@"
