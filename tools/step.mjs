// Steps of the build: programs to run, and an end with one sentence where a step fails.
import { execFileSync } from "node:child_process";

// wasm-opt warns of sections that it drops anyway; what fails says why.
export function run(command, parameters) {
  try {
    execFileSync(command, parameters, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  } catch (error) {
    fail(`${command} failed. ${error.stderr || error.message}`);
  }
}

export function fail(sentence) {
  console.error(`postbuild: ${sentence}`);
  process.exit(1);
}
