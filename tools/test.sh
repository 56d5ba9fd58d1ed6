#!/usr/bin/env bash
# Runs every check in order, stops at the first that fails, and ends with a table and `N passed, M failed`.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly STEPS=(check domain tools browser build sizes e2e engines)
readonly LOGS=.build/log
readonly E2E_REPORT=.build/e2e.json

main() {
  local step status began result total_passed=0 total_failed=0 stopped="" table=""
  mkdir -p "$LOGS"
  rm -f "$LOGS"/*.log "$E2E_REPORT"
  for step in "${STEPS[@]}"; do
    if [ -n "$stopped" ]; then
      table+="$(row "$step" "not run" "" "" "")"$'\n'
      continue
    fi
    printf '\n==> %s\n' "$step"
    began=$SECONDS
    "${MAKE:-make}" --no-print-directory READY=1 "$step" 2>&1 | tee "$LOGS/$step.log"
    status=${PIPESTATUS[0]}
    read -r passed failed < <(count "$step")
    # A step that fails without a failing test (a lint, a gate, a crash) counts as one failure.
    [ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
    [ "$failed" -ne 0 ] && [ "$status" -eq 0 ] && status=1
    result=ok
    if [ "$status" -ne 0 ]; then
      result=FAILED
      stopped="$step"
    fi
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
    table+="$(row "$step" "$result" "$passed" "$failed" "$((SECONDS - began)) s")"$'\n'
  done
  printf '\n%s\n%s' "$(row step result passed failed time)" "$table"
  [ -n "$stopped" ] && printf 'Stopped at "%s"; again: make %s\n' "$stopped" "$stopped"
  printf '%d passed, %d failed\n' "$total_passed" "$total_failed"
  [ -z "$stopped" ]
}

# count STEP: "passed failed", from the result lines of the runners of Rust and Node or the report of Playwright.
count() {
  if [ "$1" = e2e ]; then
    if [ -f "$E2E_REPORT" ]; then
      node -p 'const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1])); `${stats.expected} ${stats.unexpected + stats.flaky}`' "$E2E_REPORT"
    else
      echo "0 0"
    fi
    return
  fi
  sed -n -e 's/.*test result: [^0-9]*\([0-9]*\) passed; \([0-9]*\) failed;.*/\1 \2/p' \
    -e 's/^[^ ]* pass \([0-9]*\)$/\1 0/p' -e 's/^[^ ]* fail \([0-9]*\)$/0 \1/p' "$LOGS/$1.log" |
    awk '{ passed += $1; failed += $2 } END { print passed + 0, failed + 0 }'
}

row() {
  printf '%-10s %-8s %7s %7s %8s' "$1" "$2" "$3" "$4" "$5"
}

main
