#!/usr/bin/env bash
# The domain is pure: without the `web` feature no dependency may know a browser.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly FORBIDDEN='^(leptos|leptos_[a-z_]+|web-sys|js-sys|wasm-bindgen|wasm-bindgen-[a-z-]+|gloo|gloo-[a-z-]+)$'

tree="$(cargo tree --no-default-features --edges normal --target all --prefix none --format '{p}')"
found="$(awk '{ print $1 }' <<<"$tree" | grep -E "$FORBIDDEN" | sort -u || true)"
if [ -n "$found" ]; then
  printf 'The domain is not pure; without the `web` feature it still pulls in:\n%s\n' "$found" >&2
  exit 1
fi
echo "The domain is pure: $(sort -u <<<"$tree" | wc -l | tr -d ' ') packages, none knows a browser."
