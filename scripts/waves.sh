#!/usr/bin/env bash
# How often the test of a change between two waves cries wolf, and how often it finds a true change: simulated surveys
# through the product's own ledger and estimators.
#   scripts/waves.sh [SEED] [ROUNDS]      default: 1 5000
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/java.sh"
find_java
"$root/scripts/build.sh"
path="$root/pipeline/target/caretally.jar"
for jar in "$root"/pipeline/target/lib/*.jar; do path+=":$jar"; done
exec "$JAVA" -cp "$path" "$root/scripts/waves/WavesPower.java" "${1:-1}" "${2:-5000}"
