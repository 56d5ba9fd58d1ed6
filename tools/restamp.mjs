// Makes another build of the same app, for the update tests: node tools/restamp.mjs <dist> <out> <label>
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stamp } from "./stamp.mjs";

const BUILD_META = /(<meta name="build" content="[^"]*">)(<meta name="build-label" content="[^"]*">)?/;

/** Copies the app in `dist` to `out` as the build `label`; returns the new build id. */
export function restamp(dist, out, label) {
  if (!/^[\w .-]+$/.test(label)) throw new Error(`a label is letters, digits, spaces, dots and dashes, not "${label}"`);
  if (resolve(dist) === resolve(out)) throw new Error("the copy needs a directory of its own");
  rmSync(out, { recursive: true, force: true });
  cpSync(dist, out, { recursive: true });
  const page = join(out, "index.html");
  const labelled = readFileSync(page, "utf8").replace(BUILD_META, `$1<meta name="build-label" content="${label}">`);
  writeFileSync(page, labelled);
  return stamp(out);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [dist, out, label] = process.argv.slice(2);
  if (!label) {
    console.error("usage: node tools/restamp.mjs <dist> <out> <label>");
    process.exit(2);
  }
  console.log(restamp(dist, out, label));
}
