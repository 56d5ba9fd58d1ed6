// Trunk's post_build hook: splits the program (tools/split.mjs), joins its data (tools/segments.mjs), optimises, shortens names between
// it and its glue (tools/bindings.mjs), minifies, names by content, and stamps.
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { withShortImports, withoutClasses, withoutUnreadExports } from "./bindings.mjs";
import { FIRST, LATER, isSplit, splitProgram } from "./split.mjs";
import { filled, sentences } from "./sentences.mjs";
import { STAMPED, sha256, stamp } from "./stamp.mjs";
import { joinSegments } from "./segments.mjs";
import { fail, run } from "./step.mjs";

const WASM_OPT = fileURLToPath(new URL("../node_modules/binaryen/bin/wasm-opt", import.meta.url));
// Twice over, with the control flow built anew between: 1 % smaller than once, brotli.
// Functions of one name, generic ones for one type after another, resemble each other: next to each other they are 1 % smaller, brotli.
const PASSES = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name"];
const WASM_OPT_FLAGS = [
  // Lets constants become offsets of loads and stores, 0.7 % smaller: nothing but the last kilobyte of the stack lies so low in memory.
  "--low-memory-unused",
  // Data segments are joined before.
  "--skip-pass=memory-packing",
  ...PASSES,
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
  "--strip-producers",
  "--strip-target-features",
];
// The style sheet of the first load, and the one that comes with the lazy chunk.
const [STYLE, LATER_STYLE] = ["style/app.css", "style/later.css"];
// Built to weigh the figure (tools/sizes.mjs): its style is left out as well.
const FIGURELESS = process.env.TRUNK_BUILD_FEATURES === "figureless";

// Only recognised names: an unknown one is a console error in Chromium. `self` is what the app uses.
const PERMISSIONS = {
  self: ["autoplay", "camera", "fullscreen", "screen-wake-lock"],
  none: [
    "accelerometer",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
  ],
};

const dir = process.env.TRUNK_STAGING_DIR;
if (!dir) fail("TRUNK_STAGING_DIR is not set: this is Trunk's hook; run `make build`.");

const whole = { wasm: theOne(/^mainspring-[0-9a-f]+_bg\.wasm$/), glue: theOne(/^mainspring-[0-9a-f]+\.js$/) };
const parts = isSplit(join(dir, whole.glue)) ? splitProgram() : { first: join(dir, whole.wasm), glue: join(dir, whole.glue) };
const { first, script } = shortened(parts);
const later = parts.later && keep(optimised(parts.later, parts.first), "_later.wasm");
const names = { [whole.wasm]: first, [FIRST]: first, [LATER]: later };
const glue = keep(await bundled(script, names), ".js");
for (const path of [...Object.values(whole).map((name) => join(dir, name)), parts.work]) {
  if (path) rmSync(path, { recursive: true });
}
// Comments are for whoever reads the source.
const COMMENT = /\n\s*<!--[^]*?-->/g;
writeFileSync(join(dir, "app.css"), await bundledStyle(STYLE));
const style = later && keep(await bundledStyle(LATER_STYLE), "_later.css");
const data = later ? ` data-later="/${later}" data-style="/${style}"` : "";
rewrite("index.html", (text) =>
  text.replace(COMMENT, "").replaceAll(whole.wasm, first).replaceAll(whole.glue, glue).replace(' data-wasm="', `${data}$&`),
);
await minifyScripts();
const said = sentences(process.env.MAINSPRING_LANGUAGE);
// A yardstick of `make bench` is a page alone.
for (const name of ["index.html", "boot.js", "rescue.html", "manifest.webmanifest"].filter((name) => existsSync(join(dir, name)))) {
  rewrite(name, (text) => filled(name, text, said));
}
writeFileSync(join(dir, "_headers"), headers(...[glue, first, later, style].filter(Boolean)));
rmSync(join(dir, "404.html"), { force: true });
const id = stamp(dir);
const bytes = [first, later].filter(Boolean).map((name) => statSync(join(dir, name)).size);
console.log(`build ${id}: wasm ${bytes.join(" + ")} bytes before compression`);

function theOne(pattern) {
  const found = readdirSync(dir).filter((name) => pattern.test(name));
  if (found.length !== 1) fail(`expected exactly one file like ${pattern} in the staged build, found ${found.length}`);
  return found[0];
}

// The name of the first part as it ships, and the path of its glue, which fits it.
function shortened(parts) {
  const script = withoutClasses(readFileSync(parts.glue, "utf8"));
  const readers = [script, ...(parts.links ? [readFileSync(parts.links, "utf8")] : [])];
  writeFileSync(parts.first, withoutUnreadExports(readFileSync(parts.first), readers));
  const { program, glue } = withShortImports(optimised(parts.first, parts.later), script);
  writeFileSync(parts.glue, glue);
  return { first: keep(program, "_bg.wasm"), script: parts.glue };
}

// A part of the program as it ships; `other` is the other part, if there is one.
function optimised(path, other) {
  if (!existsSync(WASM_OPT)) fail("wasm-opt is missing: run `npm ci`.");
  joinSegments(path, other ? [other] : []);
  run(process.execPath, [WASM_OPT, ...WASM_OPT_FLAGS, path, "-o", `${path}.opt`]);
  const bytes = readFileSync(`${path}.opt`);
  rmSync(`${path}.opt`);
  return bytes;
}

async function bundled(path, names) {
  const options = { bundle: true, minify: true, write: false, format: "esm", target: "es2022", legalComments: "none" };
  const { outputFiles } = await build({ entryPoints: [path], logLevel: "warning", ...options });
  return Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), outputFiles[0].text);
}

// Trunk hashes what it sees before this hook, so the same name could carry other bytes; a hash of the final bytes cannot.
function keep(content, ending) {
  const name = `mainspring-${sha256(content).slice(0, 16)}${ending}`;
  writeFileSync(join(dir, name), content);
  return name;
}

// boot.js has rescue.js in it, so that a start that fails needs nothing more from a host that may be gone. The lines of the
// worker that the stamp fills stay as they are.
async function minifyScripts() {
  const options = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };
  for (const [name, format] of [["boot.js", "iife"], ["rescue.js", "esm"]].filter(([name]) => existsSync(join(dir, name)))) {
    await build({ entryPoints: [join(dir, name)], outfile: join(dir, name), allowOverwrite: true, format, ...options });
  }
  const worker = readFileSync("public/sw.js", "utf8");
  const constants = worker.match(STAMPED)?.join("\n");
  const { code } = await transform(worker.replace(STAMPED, ""), { minify: true, format: "iife", target: "es2022" });
  writeFileSync(join(dir, "sw.js"), `${constants}\n${code}`);
}

async function bundledStyle(path) {
  if (!existsSync(path)) fail(`${path} is missing: it is a style sheet's entry and imports others.`);
  const whole = readFileSync(path, "utf8");
  const contents = FIGURELESS ? whole.replace(/@import ".\/figure.css".*\n/, "") : whole;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "style", sourcefile: path, loader: "css" },
    write: false,
    bundle: true,
    minify: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

// For hosts that read a `_headers` file. Paths never overlap: some hosts would join the values of one header.
function headers(...immutable) {
  const policy = readFileSync(join(dir, "index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1];
  if (!policy) fail("index.html has no Content-Security-Policy meta element.");
  const permissions = [
    ...PERMISSIONS.self.map((name) => `${name}=(self)`),
    ...PERMISSIONS.none.map((name) => `${name}=()`),
  ];
  const revalidated = ["/", "/index.html", "/404.html", "/rescue.html", "/rescue.js", "/app.css", "/boot.js", "/sw.js", "/manifest.webmanifest"];
  return [
    "/*",
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    `  Permissions-Policy: ${permissions.join(", ")}`,
    ...revalidated.flatMap((path) => [path, "  Cache-Control: no-cache"]),
    ...immutable.flatMap((name) => [`/${name}`, "  Cache-Control: public, max-age=31536000, immutable"]),
    "",
  ].join("\n");
}

function rewrite(name, change) {
  const path = join(dir, name);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
