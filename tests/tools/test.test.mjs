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

/**
 * The output of the script; `how` is the way in which make ends a step: "fails" with a failing test, "crashes" without one.
 * So many journeys are `unsteady`: they pass at the second attempt.
 */
function suite(how = {}, unsteady = 0) {
  const folder = mkdtempSync(join(tmpdir(), "mainspring-suite-"));
  const make = join(folder, "make");
  const answers = Object.entries(how).map(([step, ending]) =>
    ending === "fails" ? `${step}) echo "test result: FAILED. 2 passed; 1 failed;"; exit 1;;` : `${step}) exit 101;;`,
  );
  const specs = Array.from({ length: unsteady }, (_, at) => ({ file: "a.spec.mjs", line: at, title: `journey ${at}`, tests: [{ status: "flaky" }] }));
  const report = { stats: { expected: 5 - unsteady, unexpected: 0, flaky: unsteady }, suites: [{ suites: [{ specs }] }] };
  const counts = `e2e) printf '${JSON.stringify(report)}' > "$E2E_REPORT";;`;
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

test("a journey that passes at the second attempt is named, and one too many of them fails", () => {
  const two = suite({}, 2);
  assert.deepEqual([two.status, two.rows.e2e, two.last], [0, "ok", "26 passed, 0 failed"]);
  assert.match(two.stdout, /^Unsteady, to be mended .*: a\.spec\.mjs:0 journey 0\n.* a\.spec\.mjs:1 journey 1$/m);
  const three = suite({}, 3);
  assert.deepEqual([three.status, three.rows.e2e, three.rows.engines], [1, "FAILED", "not run"]);
  assert.match(three.stdout, /journey 2$/m);
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
