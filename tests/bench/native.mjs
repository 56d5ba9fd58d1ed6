// The cost of a frame of each motion without a browser, optimised as the app is.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ASK = ["run", "--quiet", "--release", "--no-default-features", "--example", "figures", "--", "--cost"];

/** `{ micros, what }` of every motion and view, the dearest first. */
export function nativeCosts() {
  const said = execFileSync("cargo", ASK, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const costs = said.split("\n").map((line) => line.match(/^ *([\d.]+) µs  (.+)$/)).filter(Boolean);
  if (costs.length === 0) throw new Error("`figures --cost` printed no motion.");
  return costs.map(([, micros, what]) => ({ micros: Number(micros), what }));
}
