// The audit's last line tells what was checked and what was not, and its exit code agrees.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fakes.mjs";

const NONE = '{"metadata":{"vulnerabilities":{"total":0}}}';

/** The audit's exit code and last line, where these answers come from the tools. */
function audit({ licences = 0, fetches = 0, advisories = 0, npm = NONE, strict = "" }) {
  const cargo = `
    case "$*" in
      *"check licenses bans sources"*) exit ${licences} ;;
      *"fetch db"*) exit ${fetches} ;;
      *"check advisories"*) exit ${advisories} ;;
    esac`;
  const programs = { cargo, npm: `[ "$2" = --json ] && printf '%s' '${npm}'; true` };
  const { status, stdout, stderr } = run("tools/audit.sh", [], programs, { STRICT: strict });
  return [status, (stdout + stderr).trim().split("\n").at(-1)];
}

const PART = "No problems found. Not checked: ";

test("everything checked and nothing found is clean", () => {
  assert.deepEqual(audit({}), [0, "Audit clean."]);
});

test("fault N8: what could not be checked is named at the end, and nothing is called clean", () => {
  assert.deepEqual(audit({ fetches: 1 }), [0, `${PART}advisories of crates.`]);
  for (const npm of ["", "{}", '{"error":{"code":"ENOAUDIT"}}', "<html>"]) assert.deepEqual(audit({ npm }), [0, `${PART}flaws of npm tools.`]);
  assert.deepEqual(audit({ fetches: 1, npm: "" }), [0, `${PART}advisories of crates, flaws of npm tools.`]);
});

test("with STRICT=1 what could not be checked has an exit code of its own", () => {
  assert.deepEqual(audit({ fetches: 1, strict: "1" }), [3, `${PART}advisories of crates.`]);
  assert.deepEqual(audit({ strict: "1" }), [0, "Audit clean."]);
});

test("a problem is a problem, also where something else could not be checked", () => {
  const npm = '{"metadata":{"vulnerabilities":{"total":2}}}';
  for (const found of [{ licences: 1 }, { advisories: 1 }, { npm }]) assert.deepEqual(audit(found), [1, "Audit found problems."]);
  assert.deepEqual(audit({ licences: 1, fetches: 1 }), [1, "Audit found problems. Not checked: advisories of crates."]);
});
