// Gives a built app its build id and the service worker its precache list. Deterministic.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

// The rescue page is for when nothing else works, so it always comes from the host. PNG icons are the system's,
// which keeps its own copy of them when the app is installed.
const NOT_OFFLINE = [/^404\.html$/, /^rescue\.(html|js)$/, /^_headers$/, /^sw\.js$/, /^index\.html$/, /^screenshots\//, /^icons\/.*\.png$/];
const BASE_ATTRIBUTE = /<html\b[^>]* data-base="([^"]*)"/;
const BUILD_META = /<meta name="build" content="[^"]*">/;
const BUILD_CONSTANT = /^const BUILD = .*$/m;
const PRECACHE_CONSTANT = /^const PRECACHE = .*$/m;

/** The lines of the service worker that are stamped. */
export const STAMPED = new RegExp(`${BUILD_CONSTANT.source}|${PRECACHE_CONSTANT.source}`, "gm");

/** Stamps the app in `dir` (index.html, 404.html, sw.js) and returns its build id. Stamping twice changes nothing. */
export function stamp(dir) {
  const page = replaceOnce(read(dir, "index.html"), BUILD_META, '<meta name="build" content="">');
  const worker = withConstants(read(dir, "sw.js"), "", []);
  const build = buildId(dir, new Map([["index.html", page], ["sw.js", worker]]));

  const stamped = replaceOnce(page, BUILD_META, `<meta name="build" content="${build}">`);
  writeFileSync(join(dir, "index.html"), stamped);
  writeFileSync(join(dir, "404.html"), stamped);
  writeFileSync(join(dir, "sw.js"), withConstants(worker, build, precacheList(dir)));
  return build;
}

/** The base path of the app in `dir`, with a slash at both ends. */
export function baseOf(dir) {
  return `${read(dir, "index.html").match(BASE_ATTRIBUTE)?.[1] ?? ""}/`;
}

/** Every file that the app needs offline, as `[url, sha256]`, the page first. */
export function precacheList(dir) {
  const base = baseOf(dir);
  const assets = files(dir).filter((path) => !NOT_OFFLINE.some((pattern) => pattern.test(path)));
  const page = [base, sha256(read(dir, "index.html"))];
  return [page, ...assets.map((path) => [base + path, sha256(readFileSync(join(dir, path)))])];
}

/** All files under `dir`, with forward slashes, in byte order. */
export function files(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

function buildId(dir, unstamped) {
  const parts = files(dir)
    .filter((path) => path !== "404.html")
    .map((path) => `${path} ${sha256(unstamped.get(path) ?? readFileSync(join(dir, path)))}\n`);
  return sha256(parts.join("")).slice(0, 16);
}

function withConstants(worker, build, precache) {
  const named = replaceOnce(worker, BUILD_CONSTANT, `const BUILD = "${build}";`);
  return replaceOnce(named, PRECACHE_CONSTANT, `const PRECACHE = ${JSON.stringify(precache)};`);
}

function replaceOnce(text, pattern, replacement) {
  if (text.split(new RegExp(pattern.source, "gm")).length !== 2) throw new Error(`expected exactly one ${pattern}`);
  return text.replace(pattern, () => replacement);
}

function read(dir, path) {
  return readFileSync(join(dir, path), "utf8");
}
