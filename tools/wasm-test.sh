#!/usr/bin/env bash
# Cargo's runner for wasm tests: wasm-bindgen's own, in this machine's Chromium, by webdriver.json.
set -euo pipefail
repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

browser="$(node "$repo/tools/chromium.mjs" browser)"
CHROMEDRIVER="$(node "$repo/tools/chromium.mjs" driver)"
export CHROMEDRIVER
if [ -z "$browser" ] || [ -z "$CHROMEDRIVER" ]; then
  echo "Chromium or its driver is missing. Run: make setup-test" >&2
  exit 1
fi

mkdir -p "$repo/.build"
export WASM_BINDGEN_TEST_WEBDRIVER_JSON="$repo/.build/webdriver.json"
node -e '
  const [from, to, browser] = process.argv.slice(1);
  const { readFileSync, writeFileSync } = require("node:fs");
  const capabilities = JSON.parse(readFileSync(from));
  capabilities["goog:chromeOptions"].binary = browser;
  writeFileSync(to, JSON.stringify(capabilities));
' "$repo/webdriver.json" "$WASM_BINDGEN_TEST_WEBDRIVER_JSON" "$browser"
exec wasm-bindgen-test-runner "$@"
