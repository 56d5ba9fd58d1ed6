// Paths of Chromium and its driver on this machine. CHROMIUM= and CHROMEDRIVER= take precedence.
// node tools/chromium.mjs browser|driver prints the path, or nothing.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const BROWSERS_ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const DRIVERS = ["chromedriver"];
const DRIVERS_ELSEWHERE = ["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/** Headless, quiet, and the same for every test; no sandbox, because containers and root have none. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export function findBrowser() {
  return process.env.CHROMIUM || find(BROWSERS, BROWSERS_ELSEWHERE);
}

export function findDriver() {
  return process.env.CHROMEDRIVER || find(DRIVERS, DRIVERS_ELSEWHERE);
}

/** The browser's path, or an error that says what to do. */
export function browser() {
  const path = findBrowser();
  if (!path || !existsSync(path)) throw new Error("No Chromium found. Run `make setup-test`, or set CHROMIUM=/path/to/chromium.");
  return path;
}

/** The first program of these names on PATH, or of these paths. */
export function find(names, elsewhere = []) {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((dir) => names.map((name) => [dir, name]));
  const ranked = onPath.sort(([, a], [, b]) => names.indexOf(a) - names.indexOf(b)).map(([dir, name]) => join(dir, name));
  return [...ranked, ...elsewhere].find(executable);
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = { browser: findBrowser, driver: findDriver }[process.argv[2]]?.();
  if (found) console.log(found);
}
