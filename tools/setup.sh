#!/usr/bin/env bash
# Installs what is missing, and only that; quick when nothing is. Usage: tools/setup.sh run|test|audit
# Cargo's tools go to .build/tools, so nobody's own versions are replaced.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly TRUNK_VERSION=0.21.14
readonly WASM_SPLIT_VERSION=0.2.4
readonly CARGO_DENY_VERSION=0.20.2
readonly NODE_MAJOR=20
readonly TOOLS="$PWD/.build/tools"
export PATH="$TOOLS/bin:$PWD/node_modules/.bin:$PATH:$HOME/.cargo/bin"

main() {
  case "${1:-}" in
    run) setup_run ;;
    test)
      setup_run
      setup_chromium
      setup_engines
      setup_python
      ;;
    audit)
      need_machine_tools
      rust_toolchain
      cargo_tool cargo-deny "$CARGO_DENY_VERSION" "about 2 minutes" --locked
      ;;
    *)
      echo "usage: tools/setup.sh run|test|audit" >&2
      exit 2
      ;;
  esac
}

setup_run() {
  need_machine_tools
  rust_toolchain
  cargo_tool trunk "$TRUNK_VERSION" "about 5 minutes on two cores" --locked
  cargo_tool wasm-bindgen "$(locked_version wasm-bindgen)" "about 2 minutes on two cores"
  wasm_split
  crates
  node_modules
}

need_machine_tools() {
  has rustup || missing "rustup, which installs Rust, is not here." \
    "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal"
  has node && has npm || missing "Node.js $NODE_MAJOR or newer (with npm) is not here." "$(node_advice)"
  local node_major
  node_major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
  [ "$node_major" -ge "$NODE_MAJOR" ] ||
    missing "Node.js here is $(node --version); version $NODE_MAJOR or newer is needed." "$(node_advice)"
  has cc || install_packages "A C compiler, which Rust links with, is not here." "xcode-select --install" gcc libc6-dev
}

node_advice() {
  if [ "$(uname)" = Darwin ]; then
    echo "brew install node"
  else
    echo "see https://nodejs.org/en/download (Debian 12's own package is too old)"
  fi
}

# A toolchain that is there gets what it lacks; it is not installed anew.
rust_toolchain() {
  local channel components="" name
  channel="$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)"
  if ! lists "^${channel//./\\.}(-|\$| )" rustup toolchain list; then
    say "Installing Rust $channel with its wasm target (about 1 minute) …"
    rustup toolchain install "$channel" --profile minimal --component rustfmt,clippy --target wasm32-unknown-unknown
    return
  fi
  lists '^wasm32-unknown-unknown$' rustup target list --installed --toolchain "$channel" ||
    rustup_add target "$channel" wasm32-unknown-unknown
  for name in clippy rustfmt; do
    lists "^$name(-|\$)" rustup component list --installed --toolchain "$channel" || components+=" $name"
  done
  # shellcheck disable=SC2086
  [ -z "$components" ] || rustup_add component "$channel" $components
}

# lists PATTERN COMMAND…: true where a line of what the command prints has the pattern. Not by a pipe: grep ends it at the
# first such line, and a command that is still printing would then have failed.
lists() {
  local pattern="$1" printed
  shift
  printed="$("$@" 2>/dev/null)" || return
  grep -qE -- "$pattern" <<<"$printed"
}

# rustup_add target|component CHANNEL NAME…
rustup_add() {
  local kind="$1" channel="$2"
  shift 2
  say "Adding to Rust $channel: $* (some seconds) …"
  rustup "$kind" add --toolchain "$channel" "$@" ||
    missing "Rust $channel has no $*, and rustup could not add it." "rustup $kind add --toolchain $channel $*"
}

# cargo_tool NAME VERSION HOW-LONG [FLAG…]: the program NAME at exactly VERSION, from PATH or built here.
cargo_tool() {
  local name="$1" version="$2" how_long="$3" crate="$1"
  shift 3
  [ -n "$version" ] || missing "Cargo.lock names no version for $name." "git checkout Cargo.lock"
  [ "$name" = wasm-bindgen ] && crate=wasm-bindgen-cli
  if has "$name" && lists " ${version//./\\.}" "$name" --version; then
    return
  fi
  cargo_build "$crate" "$version" "$how_long" "$@"
}

# cargo_build CRATE VERSION HOW-LONG [FLAG…]: the programs of a crate, built into .build/tools.
cargo_build() {
  local crate="$1" version="$2" how_long="$3"
  shift 3
  say "Building $crate $version ($how_long, once) …"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR="$PWD/.build/tools-target" \
    cargo install --quiet --root "$TOOLS" --force "$@" "$crate@$version" ||
    missing "$crate $version could not be built." "cargo install --root .build/tools $* $crate@$version"
  rm -rf "$PWD/.build/tools-target"
}

# wasm-split-cli does not tell its version: only the one built here is known.
wasm_split() {
  if has wasm-split-cli && grep -qsF "wasm_split_cli_support $WASM_SPLIT_VERSION " "$TOOLS/.crates.toml"; then
    return
  fi
  cargo_build wasm_split_cli_support "$WASM_SPLIT_VERSION" "about 1 minute on two cores" --locked --features build-binary
}

locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { found = ($3 == name) } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# The build itself runs offline.
crates() {
  cargo fetch --quiet || missing "The crates of Cargo.lock could not be fetched." "cargo fetch"
}

node_modules() {
  local wanted
  wanted="$(cksum package.json package-lock.json)"
  [ -f node_modules/.installed ] && [ "$(cat node_modules/.installed)" = "$wanted" ] && return
  say "Installing the development tools of package-lock.json (about 20 seconds) …"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit --loglevel=error ||
    missing "npm could not install the development tools." "npm ci"
  printf '%s\n' "$wanted" >node_modules/.installed
}

setup_chromium() {
  local packages=()
  [ -n "$(node tools/chromium.mjs browser)" ] || packages+=(chromium)
  [ -n "$(node tools/chromium.mjs driver)" ] || packages+=(chromium-driver)
  if [ "${#packages[@]}" -gt 0 ]; then
    install_packages "The tests need Chromium and its driver; missing: ${packages[*]}." \
      "brew install --cask chromium chromedriver   (or set CHROMIUM= and CHROMEDRIVER=)" "${packages[@]}"
  fi
}

# The other two engines that the app is tested in; ENGINES= leaves one out.
setup_engines() {
  local needed
  needed="$(node tools/engines.mjs)" || exit 1
  if [ -n "$needed" ]; then
    # shellcheck disable=SC2086 # names of packages: one word each
    install_packages "The tests need Firefox and WebKitGTK's driver with a screen; missing: ${needed//$'\n'/, }." \
      "brew install --cask firefox   (WebKitGTK is not made for macOS: ENGINES=firefox make test leaves it out)" $needed
  fi
}

# The Python packages of the tests, in a folder of the project: a reader of FIT files, and a recogniser of speech. There are wheels of
# the recogniser for some versions of Python only; without it the journey that listens is left out.
setup_python() {
  local wanted
  wanted="$(cat tests/fit/requirements.txt tests/spoken/requirements.txt | cksum)"
  [ "$(cat .build/python/.installed 2>/dev/null)" = "$wanted" ] && return
  has python3 && python3 -m pip --version >/dev/null 2>&1 ||
    install_packages "The tests need Python with pip." "brew install python" python3 python3-pip
  say "Installing the Python packages of the tests (some seconds) …"
  rm -rf .build/python
  pip_install tests/fit/requirements.txt ||
    missing "pip could not install the Python packages." "python3 -m pip install --target .build/python --requirement tests/fit/requirements.txt"
  pip_install tests/spoken/requirements.txt || say "The recogniser of speech is not to be had here: the journey that listens is left out."
  printf '%s\n' "$wanted" >.build/python/.installed
}

# pip_install REQUIREMENTS
pip_install() {
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --target .build/python \
    --requirement "$1"
}

# install_packages WHY MACOS-COMMAND PACKAGE…: by apt where there is one and we may; otherwise says the command.
install_packages() {
  local why="$1" on_macos="$2"
  shift 2
  [ "$(uname)" = Darwin ] && missing "$why" "$on_macos"
  has apt-get || missing "$why" "install with your package manager: $*"
  local advice="sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
  say "$why Installing $* (about 1 minute) …"
  as_root true 2>/dev/null || missing "Installing packages needs root or sudo." "$advice"
  apt_install "$@" || { as_root apt-get update --quiet && apt_install "$@"; } || missing "apt could not install $*." "$advice"
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif ! has sudo; then
    return 1
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo --non-interactive "$@"
  fi
}

has() {
  command -v "$1" >/dev/null 2>&1
}

say() {
  printf '\n==> %s\n' "$1"
}

missing() {
  printf '\n%s\nRun this, then try again:\n  %s\n' "$1" "$2" >&2
  exit 1
}

main "$@"
