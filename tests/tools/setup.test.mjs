// Setting up installs what is missing and only that, whatever of the toolchain is there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "./fakes.mjs";

const CHANNEL = readFileSync(new URL("../../rust-toolchain.toml", import.meta.url), "utf8").match(/^channel = "(.*)"/m)[1];
const HOST = "x86_64-unknown-linux-gnu";

/** The changes that setup requests from rustup on a machine with these toolchains, targets and components. */
function changes({ toolchains = [CHANNEL], targets = [], components = [], fails = "" }) {
  const lines = (names) => names.map((name) => `echo "${name}"`).join("; ") || ":";
  const rustup = `
    case "$*" in
      "toolchain list"*) ${lines(toolchains.map((name) => `${name}-${HOST} (active)`))} ;;
      "target list --installed"*) ${lines(targets)} ;;
      "component list --installed"*) ${lines(components.map((name) => `${name}-${HOST}`))} ;;
      *) ${fails ? `[[ "$*" != *"${fails}"* ]]` : ":"} ;;
    esac`;
  // cargo-deny of any version is there, and node, npm and a C compiler.
  const programs = { rustup, "cargo-deny": 'echo " $(sed -n "s/^readonly CARGO_DENY_VERSION=//p" tools/setup.sh)"', node: 'echo "v22.0.0"', npm: ":", cc: ":", cargo: ":" };
  const { calls, status, stderr } = run("tools/setup.sh", ["audit"], programs);
  return { status, stderr, asked: calls.filter((call) => / (add|install) /.test(call)).map((call) => call.replace("rustup ", "")) };
}

const WASM = "wasm32-unknown-unknown";

test("fault N7: a toolchain that lacks only the wasm target gets the target and is not installed anew", () => {
  const { status, asked } = changes({ targets: [HOST], components: ["cargo", "clippy", "rustc", "rustfmt"] });
  assert.deepEqual([status, asked], [0, [`target add --toolchain ${CHANNEL} ${WASM}`]]);
});

for (const missing of ["clippy", "rustfmt"]) {
  test(`fault N7: a toolchain that lacks only ${missing} gets that component`, () => {
    const { status, asked } = changes({ targets: [HOST, WASM], components: ["cargo", "clippy", "rustc", "rustfmt"].filter((name) => name !== missing) });
    assert.deepEqual([status, asked], [0, [`component add --toolchain ${CHANNEL} ${missing}`]]);
  });
}

test("a toolchain that lacks target and components gets them", () => {
  const { status, asked } = changes({ targets: [HOST], components: ["cargo", "rustc"] });
  assert.deepEqual([status, asked], [0, [`target add --toolchain ${CHANNEL} ${WASM}`, `component add --toolchain ${CHANNEL} clippy rustfmt`]]);
});

test("a complete toolchain is left alone", () => {
  const { status, asked } = changes({ targets: [HOST, WASM], components: ["cargo", "clippy", "rustc", "rustfmt"] });
  assert.deepEqual([status, asked], [0, []]);
});

test("a toolchain that is not there is installed whole, whatever others are", () => {
  const whole = [`toolchain install ${CHANNEL} --profile minimal --component rustfmt,clippy --target ${WASM}`];
  for (const toolchains of [[], ["stable", `${CHANNEL}0`, `9${CHANNEL}`]]) {
    const { status, asked } = changes({ toolchains, targets: [HOST, WASM], components: ["clippy", "rustfmt"] });
    assert.deepEqual([status, asked], [0, whole]);
  }
});

test("what cannot be added stops with the command to run", () => {
  const { status, stderr } = changes({ targets: [HOST], components: ["clippy", "rustfmt"], fails: "target add" });
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`rustup target add --toolchain ${CHANNEL} ${WASM}`));
});
