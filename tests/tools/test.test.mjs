// `make test`: every step runs, the table tells how each ended, and nothing that could hide a failure runs after it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../tools/test.sh", import.meta.url));
const STEPS = ["check", "domain", "tools", "browser", "build", "sizes", "e2e", "engines"];

/** The output of the script; `how` is the way in which make ends a step: "fails" with a failing test, "crashes" without one. */
function suite(how = {}) {
  const folder = mkdtempSync(join(tmpdir(), "mainspring-suite-"));
  const make = join(folder, "make");
  const answers = Object.entries(how).map(([step, ending]) =>
    ending === "fails" ? `${step}) echo "test result: FAILED. 2 passed; 1 failed;"; exit 1;;` : `${step}) exit 101;;`,
  );
  const counts = 'e2e) printf \'{"stats":{"expected":5,"unexpected":0,"flaky":0}}\' > "$E2E_REPORT";;';
  const step = 'for step in "$@"; do :; done';
  writeFileSync(
    make,
    `#!/usr/bin/env bash\n${step}\ncase $step in\n${answers.join("\n")}\n${counts}\n*) echo "test result: ok. 3 passed; 0 failed;";;\nesac\n`,
  );
  chmodSync(make, 0o755);
  const env = { ...process.env, MAKE: make, LOGS: join(folder, "log"), E2E_REPORT: join(folder, "e2e.json") };
  const { status, stdout } = spawnSync("bash", [SCRIPT], { env, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const rows = Object.fromEntries(
    STEPS.map((name) => [name, stdout.match(new RegExp(`^${name} +(ok|FAILED|not run)`, "m"))?.[1]]),
  );
  return { status, rows, last: stdout.trim().split("\n").at(-1), stdout };
}

test("every step runs, and its tests are counted", () => {
  const { status, rows, last } = suite();
  assert.equal(status, 0);
  assert.deepEqual(Object.values(rows), STEPS.map(() => "ok"));
  assert.equal(last, "26 passed, 0 failed");
});

for (const [step, kept] of [
  ["domain", ["tools", "browser", "e2e", "engines"]],
  ["build", ["sizes", "e2e", "engines"]],
  ["sizes", ["e2e", "engines"]],
  ["e2e", ["engines"]],
  ["engines", []],
]) {
  for (const ending of ["fails", "crashes"]) {
    test(`where ${step} ${ending}, the suite fails, says so, and goes no further`, () => {
      const { status, rows, last, stdout } = suite({ [step]: ending });
      assert.notEqual(status, 0);
      assert.equal(rows[step], "FAILED");
      for (const other of kept) assert.equal(rows[other], "not run", other);
      assert.match(stdout, new RegExp(`Stopped at "${step}"; again: make ${step}`));
      assert.match(last, / [1-9]\d* failed$/);
    });
  }
}
