#!/usr/bin/env bash
# Licences, bans and sources of the crates by deny.toml; known flaws of crates and npm tools where their lists answer.
# Exits 0 if nothing was found in what could be checked, and names what could not; 1 if something was found. With STRICT=1
# it exits 3 if nothing was found but something could not be checked.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

status=0
unchecked=""
mkdir -p .build

echo "==> crates: licences, bans, sources"
cargo deny --log-level warn check licenses bans sources || status=1

echo "==> crates: advisories"
if cargo deny --log-level error fetch db >.build/advisories.log 2>&1; then
  cargo deny --log-level warn check advisories || status=1
else
  echo "Not checked: the advisory database cannot be reached from here (.build/advisories.log says why)."
  unchecked="advisories of crates"
fi

echo "==> npm development tools"
npm audit --json >.build/npm-audit.json 2>.build/npm-audit.log
case "$(node -p 'const report = JSON.parse(require("fs").readFileSync(".build/npm-audit.json")); report.metadata?.vulnerabilities?.total ?? "none"' 2>/dev/null)" in
  0) echo "No known flaws." ;;
  none | "")
    echo "Not checked: the registry in use has no audit endpoint, or none that answers."
    unchecked+="${unchecked:+, }flaws of npm tools"
    ;;
  *)
    npm audit || true
    status=1
    ;;
esac

rest="${unchecked:+ Not checked: $unchecked.}"
if [ "$status" -ne 0 ]; then
  echo "Audit found problems.$rest" >&2
elif [ -n "$unchecked" ]; then
  echo "No problems found.$rest"
  [ "${STRICT:-}" != 1 ] || status=3
else
  echo "Audit clean."
fi
exit "$status"
