// Trunk's post_build hook: optimises, minifies, names by content, and stamps what Trunk has staged.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { sha256, stamp } from "./stamp.mjs";

const WASM_OPT = fileURLToPath(new URL("../node_modules/binaryen/bin/wasm-opt", import.meta.url));
const WASM_OPT_FLAGS = [
  "-Oz",
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];
const STYLE = "style/app.css";

// Only recognised names: an unknown one is a console error in Chromium. `self` is what the app uses.
const PERMISSIONS = {
  self: ["autoplay", "camera", "fullscreen", "screen-wake-lock"],
  none: [
    "accelerometer",
    "bluetooth",
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

const wasm = theOne(/^mainspring-[0-9a-f]+_bg\.wasm$/);
const glue = theOne(/^mainspring-[0-9a-f]+\.js$/);

optimiseWasm(wasm);
const wasmName = nameByContent(wasm, "_bg.wasm");
rewrite(glue, (text) => text.replaceAll(wasm, wasmName));
await minify(glue);
const glueName = nameByContent(glue, ".js");
rewrite("index.html", (text) => text.replaceAll(wasm, wasmName).replaceAll(glue, glueName));
await minify("boot.js");
await bundleStyle();
writeFileSync(join(dir, "_headers"), headers(glueName, wasmName));
rmSync(join(dir, "404.html"), { force: true });
const id = stamp(dir);
console.log(`build ${id}: wasm ${statSync(join(dir, wasmName)).size} bytes before compression`);

function theOne(pattern) {
  const found = readdirSync(dir).filter((name) => pattern.test(name));
  if (found.length !== 1) fail(`expected exactly one file like ${pattern} in the staged build, found ${found.length}`);
  return found[0];
}

function optimiseWasm(name) {
  if (!existsSync(WASM_OPT)) fail("wasm-opt is missing: run `npm ci`.");
  const path = join(dir, name);
  execFileSync(process.execPath, [WASM_OPT, ...WASM_OPT_FLAGS, path, "-o", `${path}.opt`], { stdio: "inherit" });
  renameSync(`${path}.opt`, path);
}

// Trunk hashes what it sees before this hook, so the same name could carry other bytes; a hash of the final bytes cannot.
function nameByContent(name, ending) {
  const final = `mainspring-${sha256(readFileSync(join(dir, name))).slice(0, 16)}${ending}`;
  renameSync(join(dir, name), join(dir, final));
  return final;
}

async function minify(name) {
  const options = { minify: true, format: "esm", target: "es2022", legalComments: "none", loader: "js" };
  const { code } = await transform(readFileSync(join(dir, name), "utf8"), options);
  writeFileSync(join(dir, name), code);
}

async function bundleStyle() {
  if (!existsSync(STYLE)) fail(`${STYLE} is missing: it is the style sheet's entry and imports the others.`);
  await build({
    entryPoints: [STYLE],
    outfile: join(dir, "app.css"),
    bundle: true,
    minify: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    logLevel: "warning",
  });
}

// For hosts that read a `_headers` file. Paths never overlap: some hosts would join the values of one header.
function headers(...immutable) {
  const policy = readFileSync(join(dir, "index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1];
  if (!policy) fail("index.html has no Content-Security-Policy meta element.");
  const permissions = [
    ...PERMISSIONS.self.map((name) => `${name}=(self)`),
    ...PERMISSIONS.none.map((name) => `${name}=()`),
  ];
  const revalidated = ["/", "/index.html", "/404.html", "/app.css", "/boot.js", "/sw.js", "/manifest.webmanifest"];
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

function fail(sentence) {
  console.error(`postbuild: ${sentence}`);
  process.exit(1);
}
