// Builds the yardstick pages with the app's own tools and serves all alike: a ratio compares pages, not set-ups.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../tools/serve.mjs";
import { files, stamp } from "../../tools/stamp.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");
const HERE = join(ROOT, "tests/bench");
const OUT = join(ROOT, ".build/bench");
const TARGET = "wasm32-unknown-unknown";
// The name that tools/postbuild.mjs looks for, as Trunk would have staged it.
const STAGED = "mainspring-0";

/** The app under measurement; `DIST=` names another build. */
export const APP = resolve(process.env.DIST ?? join(ROOT, "dist"));

/** The parts of the page of row 18 that are built: growth of bytes with code. */
export const PARTS = [1, 3];

/** The ways in which that page is written: its program, and what its build is told besides. */
export const WAYS = {
  view: { bin: "page_view" },
  erased: { bin: "page_view", flags: "--cfg erase_components" },
  elements: { bin: "page_elements" },
  bare: { bin: "page_elements", env: { PAGE_BARE: "1" } },
};

const PAGES = {
  app: () => APP,
  fresh: () => APP, // the same app on an origin without history
  empty: () => buildProgram("empty", { bin: "yardstick" }),
  solver: () => buildProgram("solver", { bin: "solver" }),
  plain: buildPlain,
  paths: () => join(HERE, "paths"), // as it lies there
  ...Object.fromEntries(Object.keys(WAYS).flatMap(builtInParts)),
};

/** The name of the page of row 18 that is written in this way and has so many parts. */
export function written(way, parts) {
  return `${way}-${parts}`;
}

/** The directories of the pages of these `names`, by name; yardsticks are built. */
export function build(names) {
  if (!existsSync(join(APP, "index.html"))) throw new Error(`There is no built app in ${APP}. Run: make build`);
  return Object.fromEntries(names.map((name) => [name, PAGES[name]()]));
}

/** Serves `dir`, every file compressed beforehand, on a port of its own that outlives `stop()` and `start()`. */
export async function host(dir) {
  let running = await serve(dir, 0);
  const { url, port } = running;
  for (const path of files(dir)) await (await fetch(url + path, { headers: { "Accept-Encoding": "br" } })).arrayBuffer();
  return {
    url,
    async stop() {
      await running?.close();
      running = undefined;
    },
    async start() {
      running ??= await serve(dir, port);
    },
  };
}

// Cargo's profile, wasm-bindgen, then the app's own hook: optimised, minified, named and stamped by the same code.
function buildProgram(name, { bin, flags = "", env = {} }) {
  const dir = fresh(name);
  run("cargo", ["build", "--quiet", "--release", "--target", TARGET, "--bin", bin], {
    [`CARGO_TARGET_${TARGET.toUpperCase().replaceAll("-", "_")}_RUSTFLAGS`]: `${releaseFlags()} ${flags}`.trim(),
    ...env,
  });
  const wasm = join(targetDir(), TARGET, `release/${bin}.wasm`);
  run("wasm-bindgen", ["--target=web", "--no-typescript", `--out-dir=${dir}`, `--out-name=${STAGED}`, wasm]);
  for (const name of ["index.html", "boot.js"]) copyFileSync(join(HERE, "empty", name), join(dir, name));
  copyFileSync(join(ROOT, "public/sw.js"), join(dir, "sw.js"));
  run(process.execPath, [join(ROOT, "tools/postbuild.mjs")], { TRUNK_STAGING_DIR: dir });
  // The hook has put the app's style sheet there; the empty page has none.
  rmSync(join(dir, "app.css"));
  stamp(dir);
  return dir;
}

function builtInParts(way) {
  return PARTS.map((parts) => [written(way, parts), () => buildWritten(way, parts)]);
}

function buildWritten(way, parts) {
  const { env, ...program } = WAYS[way];
  return buildProgram(written(way, parts), { ...program, env: { ...env, PAGE_PARTS: String(parts) } });
}

function buildPlain() {
  const dir = fresh("plain");
  const body = readFileSync(join(APP, "index.html"), "utf8").match(/<body>[^]*<\/body>/)?.[0];
  if (!body) throw new Error("The app's page has no <body>: there is no shell to compare with.");
  const page = readFileSync(join(HERE, "plain/index.html"), "utf8");
  const still = body.replace(/<script[^]*?<\/script>/g, "");
  writeFileSync(join(dir, "index.html"), page.replace(/<body>[^]*<\/body>/, () => still));
  for (const name of ["app.css", "_headers"]) copyFileSync(join(APP, name), join(dir, name));
  return dir;
}

function fresh(name) {
  const dir = join(OUT, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

// The Makefile's own, but for what splitting asks of the linker: it would be left in a page that is not split.
function releaseFlags() {
  const ask = ["--silent", "--no-print-directory", "--eval", "flags-of-bench: ; @echo '$(RELEASE_FLAGS)'", "flags-of-bench"];
  const flags = process.env.RELEASE_FLAGS ?? execFileSync("make", ask, { cwd: ROOT, encoding: "utf8" }).trim();
  if (!flags.includes("--remap-path-prefix")) throw new Error("The Makefile's RELEASE_FLAGS are not what they were.");
  return flags.replace("--cfg split", "").replaceAll(/-C link-arg=\S+/g, "");
}

function targetDir() {
  return resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
}

function run(command, args, env = {}) {
  try {
    execFileSync(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    throw new Error(`${command} could not build the yardstick: ${error.message}`, { cause: error });
  }
}
