#!/usr/bin/env bash
# Measures whole processes and prints ratios within this one run; figures of different machines or days do not compare.
#   scripts/bench.sh [ROWS ...]      default: 10000 200000 1000000; runs in pairs, median of RUNS (default 3) wall times
# Against: R survey making the same estimates without a report (scripts/bench/reference_survey.R; up to R_ROWS rows, default
# 200000), pandas and statsmodels making most of them (scripts/bench/reference_pandas.py), and Spark reading the same lines
# and doing nothing. PYTHON names another interpreter than python3. What is not installed is left out and said: R with survey and data.table, Python with pandas, statsmodels.
# Before that: seconds and memory of the disclosure gate by itself on made-up tables (scripts/bench/AuditTables.java).
# Memory of R and Python is that of their one process.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/java.sh"
find_java
"$root/scripts/build.sh"
runs="${RUNS:-3}"
r_rows="${R_ROWS:-200000}"
python="${PYTHON:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 10000 200000 1000000

classes="$work/classes"
mkdir -p "$classes"
path="$root/pipeline/target/caretally.jar"
for jar in "$root"/pipeline/target/lib/*.jar; do path+=":$jar"; done
"$(dirname "$JAVA")/javac" -d "$classes" -cp "$path" "$root/scripts/bench/ReadLines.java" "$root/scripts/bench/AuditTables.java"
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

measure() { # command ... ; prints "wall_seconds peak_mb"
  local start end pid peak=0 now
  start=$(date +%s%N)
  "$@" >"$work/out.log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    now=$(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$pid/status" 2>/dev/null || echo 0)
    [ "${now:-0}" -gt "$peak" ] && peak=$now
    sleep 0.05
  done
  if ! wait "$pid"; then tail -n 5 "$work/out.log" >&2; return 1; fi
  end=$(date +%s%N)
  echo "$(awk -v a="$start" -v b="$end" 'BEGIN {printf "%.2f", (b - a) / 1e9}') $peak"
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

report() { # name rows file-of-measurements
  local wall peak
  wall=$(awk '{print $1}' "$3" | median)
  peak=$(awk '{print $2}' "$3" | median)
  printf '%-34s %9s rows  %8.2f s  %7d MB\n' "$1" "$2" "$wall" "$peak"
}


command -v Rscript >/dev/null 2>&1 || echo "without R: not installed"
"$python" -c 'import pandas, statsmodels' >/dev/null 2>&1 || echo "without pandas: Python with pandas and statsmodels is not installed"
echo "the shipped example, start to finish"
for _ in $(seq "$runs"); do
  measure "$root/scripts/caretally" run "$root/data/example" --out "$work/reports" --quiet
done >"$work/example.txt"
report "caretally, example" 6912 "$work/example.txt"

ratio() { awk -v a="$(awk '{print $1}' "$1" | median)" -v b="$(awk '{print $1}' "$2" | median)" 'BEGIN {printf "%.2f", a / b}'; }
audit() { # what is taken through the gate, words
  local size="$2" search="$work/search.txt" rules="$work/rules.txt"
  : >"$search"; : >"$rules"
  for _ in $(seq "$runs"); do
    measure "$JAVA" -Xmx2g -cp "$classes:$path" AuditTables "$1" >>"$search"
    measure "$JAVA" -Xmx2g -cp "$classes:$path" AuditTables "$1" rules >>"$rules"
  done
  report "disclosure gate, $1" "$size" "$search"
  report "the same, rules without search" "$size" "$rules"
  echo "  search / rules alone: $(ratio "$search" "$rules")"
}
echo "the disclosure gate alone: 12 measures x 10 breakdowns x 3 waves, and 12 measures x 30 x 12 groups"
audit waves 1920
audit crossing 20000

for rows in "$@"; do
  study="$work/$rows"
  mkdir -p "$study"
  cp -r "$root/scripts/bench/instruments" "$study/"
  "$JAVA" "$root/scripts/bench/GenerateSurvey.java" --rows "$rows" --out "$study/survey.csv"
  cp "$root/scripts/bench/study-generated.yml" "$study/study.yml"
  ours="$work/ours.txt"; lines="$work/lines.txt"; r="$work/r.txt"; py="$work/py.txt"
  : >"$ours"; : >"$lines"; : >"$r"; : >"$py"
  for _ in $(seq "$runs"); do
    measure "$root/scripts/caretally" run "$study" --out "$work/reports" --quiet >>"$ours"
    measure "$JAVA" -Xmx2g "${opens[@]}" -cp "$classes:$path" ReadLines "$study/survey.csv" >>"$lines"
  done
  report "caretally" "$rows" "$ours"
  report "Spark reads lines, does nothing" "$rows" "$lines"
  if command -v Rscript >/dev/null 2>&1 && [ "$rows" -le "$r_rows" ]; then
    measure Rscript "$root/scripts/bench/reference_survey.R" "$study/survey.csv" "$work/r.csv" >>"$r"
    report "R survey, estimates only (1 run)" "$rows" "$r"
  fi
  if "$python" -c 'import pandas, statsmodels' >/dev/null 2>&1; then
    measure "$python" "$root/scripts/bench/reference_pandas.py" "$study/survey.csv" "$work/py.csv" >>"$py"
    report "pandas, statsmodels, no report" "$rows" "$py"
  fi
  echo "  caretally / Spark reading lines: $(ratio "$ours" "$lines")"
  if [ -s "$r" ]; then echo "  caretally / R survey:            $(ratio "$ours" "$r")"; fi
  if [ -s "$py" ]; then echo "  caretally / pandas:              $(ratio "$ours" "$py")"; fi
  rm -rf "$study"
done
