#!/usr/bin/env bash
# How often 95 % intervals hold the true value: simulated samples through the product's own ledger and estimators.
#   scripts/coverage.sh [SEED] [ROUNDS] [FILE]      default: 1 10000
# FILE gets the samples of the hardest case, for scripts/coverage/korn-graubard.R.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/java.sh"
find_java
"$root/scripts/build.sh"
path="$root/pipeline/target/caretally.jar"
for jar in "$root"/pipeline/target/lib/*.jar; do path+=":$jar"; done
exec "$JAVA" -cp "$path" "$root/scripts/coverage/Coverage.java" "${1:-1}" "${2:-10000}" "${@:3}"
