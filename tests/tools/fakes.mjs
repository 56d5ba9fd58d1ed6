// Programs that stand in for those of the machine: each writes down how it was called and answers as it is told.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;

/**
 * Runs `script` of the project in a copy of what it reads, with `programs` (name → shell script) before those of the machine.
 * Returns its `status`, `stdout`, `stderr`, and the `calls` of the programs.
 */
export function run(script, args, programs, env = {}) {
  const dir = mkdtempSync(join(tmpdir(), "mainspring-tools-"));
  try {
    const [bin, log] = [join(dir, "bin"), join(dir, "calls")];
    for (const name of ["bin", "tools", "home"]) mkdirSync(join(dir, name));
    for (const name of [script, "rust-toolchain.toml", "Cargo.lock"]) writeFileSync(join(dir, name), readFileSync(join(ROOT, name)));
    chmodSync(join(dir, script), 0o755);
    writeFileSync(log, "");
    for (const [name, code] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/usr/bin/env bash\necho "${name} $*" >>"${log}"\n${code}\n`, { mode: 0o755 });
    }
    const options = { cwd: dir, encoding: "utf8", env: { HOME: join(dir, "home"), PATH: `${bin}:${process.env.PATH}`, ...env } };
    const { status, stdout, stderr } = spawnSync(join(dir, script), args, options);
    return { status, stdout, stderr, calls: readFileSync(log, "utf8").split("\n").filter(Boolean) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
