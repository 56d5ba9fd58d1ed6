// The base path under which a host serves the app: read from a built app, and changed in it without another build.
// Usage: node tools/base.mjs [<dist>] ; BASE= is the path; without <dist> it is only checked.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { baseOf, stamp } from "./stamp.mjs";

const BASE = /^\/([A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/;
const ADDRESSES = {
  "index.html": /( (?:href|src|data-href|data-js|data-wasm|data-later|data-style)=")(\/[^"]*)/g,
  "rescue.html": /( (?:href|src)=")(\/[^"]*)/g,
  "manifest.webmanifest": /("(?:id|start_url|scope|src|url)": ")(\/[^"]*)/g,
  _headers: /^()(\/\S*)$/gm,
};
const ATTRIBUTE = / data-base="[^"]*"/;

/** The error in `base` as a sentence; nothing if it is valid. */
export function problemOf(base) {
  if (BASE.test(base)) return undefined;
  const rule = "It begins and ends with a slash and has letters, digits, -, _, ~ and dots between, such as BASE=/mainspring/ (or / for the root).";
  return `BASE=${JSON.stringify(base)} is not a path the app can be served under. ${rule}`;
}

/** Changes the built app in `dir` to be served under `base`; returns its new build id. Doing so twice changes nothing. */
export function rebase(dir, base) {
  const problem = problemOf(base);
  if (problem) throw new Error(problem);
  const from = baseOf(dir);
  for (const [name, pattern] of Object.entries(ADDRESSES)) {
    const moved = (all, before, address) => {
      if (!address.startsWith(from)) throw new Error(`${name}: ${address} is not under ${from}`);
      return before + base + address.slice(from.length);
    };
    rewrite(dir, name, (text) => text.replace(pattern, moved));
  }
  const attribute = base === "/" ? "" : ` data-base="${base.slice(0, -1)}"`;
  rewrite(dir, "index.html", (text) => text.replace(ATTRIBUTE, "").replace(/<html\b[^>]*/, (tag) => tag + attribute));
  return stamp(dir);
}

/** Copies the app in `dist` to `out`, served under `base`; returns its build id. */
export function copyUnder(dist, out, base) {
  if (resolve(dist) === resolve(out)) throw new Error("the copy needs a directory of its own");
  rmSync(out, { recursive: true, force: true });
  cpSync(dist, out, { recursive: true });
  return rebase(out, base);
}

function rewrite(dir, name, change) {
  const path = join(dir, name);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

function main() {
  const base = process.env.BASE ?? "/";
  const [dir] = process.argv.slice(2);
  const problem = problemOf(base);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  if (dir && baseOf(dir) !== base) console.log(`build ${rebase(dir, base)}: served under ${base}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
