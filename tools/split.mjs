// Splits the program: what is reached only through a split point (`later` in the sources) goes into the lazy chunk.
// Trunk binds the program whole; splitting needs what the linker left in it, so it is bound once more here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, run } from "./step.mjs";

// The names that wasm-bindgen and the splitter give to the parts.
export const FIRST = "mainspring_bg.wasm";
export const LATER = "split_later.wasm";
const LINKS = "__wasm_split.js";
// The splitter's loader has no time limit and gives no reason; ours takes its place.
const LOADER = fileURLToPath(new URL("../src/browser/load_chunk.js", import.meta.url));
const SPLITTERS_LOADER = /\(\) => \{\s*const src = fetch\((new URL\("[^"]+", import\.meta\.url\))\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;

// True for the app; the yardstick of the bench has one part.
export function isSplit(glue) {
  return readFileSync(glue, "utf8").includes("__wasm_split");
}

// The paths of both parts, of the first part's glue and of the script that links the parts, in a folder `work` that the caller removes.
export function splitProgram() {
  const work = mkdtempSync(join(tmpdir(), "mainspring-"));
  const [split, bound] = [join(work, "split"), join(work, "bound")];
  run("wasm-split-cli", [linkedProgram(), split, "--out-name", "mainspring", "--target", "web"]);
  run("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", bound, join(split, "mainspring.wasm")]);
  writeFileSync(join(bound, LINKS), withOurLoader(readFileSync(join(split, LINKS), "utf8")));
  return { work, first: join(bound, FIRST), later: join(split, LATER), glue: join(bound, "mainspring.js"), links: join(bound, LINKS) };
}

function withOurLoader(links) {
  if (links.split(SPLITTERS_LOADER).length !== 3) fail("the splitter's loader is not as expected; see SPLITTERS_LOADER in tools/split.mjs.");
  return `import { loadChunk } from ${JSON.stringify(LOADER)};\n${links.replace(SPLITTERS_LOADER, "() => (imports) => loadChunk($1, imports)")}`;
}

function linkedProgram() {
  const metadata = execFileSync("cargo", ["metadata", "--format-version", "1", "--no-deps", "--offline"], { encoding: "utf8" });
  return join(JSON.parse(metadata).target_directory, "wasm32-unknown-unknown/release/mainspring.wasm");
}
