// Prints the sizes of the built app and checks its gates. Brotli 11, as a good host sends it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { contentProblems, contentSizes, contentTable, FACTS_LIMIT, TEXT_LIMIT } from "./content.mjs";
import { files, precacheList } from "./stamp.mjs";

// The files that Today needs before it answers; a page of the lazy chunk needs them as well.
const FIRST_LOAD_LIMIT = 110_000;
// The offline copy without the figure: 300,000 for the code, and an allowance per exercise for facts, motions and text.
const CODE_TARGET = 300_000;
// It has been over that since restoring, second copies, the rules of pain, and everyday use (the day, names, sound that
// is interrupted, links that were changed) were added (403,000); the screens grew by 17,000: the page before a start with its swaps, reps
// that are counted, folds, the way back, the day after training, large letters. Joined data and sorted functions took 13,100 off.
// Blocks with rounds and notes, and links of version 2, added 16,500; what hands a routine on (QR codes, camera, paper, the page of a received
// one, what was done) 21,500. A routine made for the minutes with its page, coverage, trim and warnings, loads, intervals, the builder by hand
// (undo after a reload, dragging, several at once, places), twelve more routines and workouts for watches added 64,100; own exercises, the rest of a routine's model
// (orders of sides, tempos, ladders, as many rounds as fit, flows by breaths) and the voice of sound files 61,900. Until it is below, it may only shrink, but for what keeps data from being lost. The same code varies by some
// 200 with the order in which it is linked, and by 2,000 against the figure, as below.
const APP_LIMIT = 565_500;
const REQUESTS_LIMIT = 6;
// The figure's code and style, as the difference to a build without them, less its motions, which are content. It varies with the rest
// that is compressed together with it: the same figure has weighed 48,425 and 50,530 in two apps that differed by 121 raw bytes.
const FIGURE_TARGET = 40_000;
// It has been over that since it can be turned (46,250); touch, eight more muscles, furniture, weights, ropes and bands between any two
// ends added 3,320, and the player's count of repetitions, which it keeps step with, 400; joined data took 1,400 off, calls in place of
// copies of small functions, and tables, 1,760. Until it is below, it may only shrink.
const FIGURE_LIMIT = 46_600;
const LAST = ".build/sizes.json";

const dir = process.argv[2] ?? "dist";
const figureless = process.argv[3] ?? ".build/figureless";
for (const built of [dir, figureless]) {
  if (!existsSync(join(built, "index.html"))) {
    console.error(`There is no built app in ${built}. Run: make sizes`);
    process.exit(1);
  }
}

const sizes = Object.fromEntries(files(dir).map((path) => [path, weigh(dir, path)]));
const page = readFileSync(join(dir, "index.html"), "utf8");
const firstLoad = ["index.html", "app.css", ...[...page.matchAll(/(?:src|data-js|data-wasm)="\/([^"]+)"/g)].map((found) => found[1])];
const offline = installed(dir);
const withoutFigure = installed(figureless).reduce((total, path) => total + weigh(figureless, path).brotli, 0);
const content = contentSizes(".build/content");
const APP_TARGET = CODE_TARGET + content.rows.length * (FACTS_LIMIT + TEXT_LIMIT);
const { motions } = content.totals;
const totals = { "first load": sum(firstLoad), "offline install": sum(offline), app: withoutFigure, figure: sum(offline) - withoutFigure - motions };
const last = existsSync(LAST) ? JSON.parse(readFileSync(LAST, "utf8")) : {};

console.log(row("file", "raw", "brotli", "since last"));
for (const [path, { raw, brotli }] of Object.entries(sizes)) {
  console.log(row(path.replace(/-[0-9a-f]{16}/, "-…"), raw, brotli, growth(path, brotli)));
}
console.log(row(`first load, ${firstLoad.length} requests`, "", totals["first load"], growth("first load", totals["first load"])));
console.log(row("offline install", "", totals["offline install"], growth("offline install", totals["offline install"])));
console.log(row("of that code and texts", "", totals.app, growth("app", totals.app)));
console.log(row("of that the figure's code", "", totals.figure, growth("figure", totals.figure)));
console.log(row("of that its 24 motions", "", motions, ""));
console.log("\nWhat each exercise adds to the packed content:");
contentTable(content).forEach((line) => console.log(line));
console.log("");
remember();

const problems = [
  over("The first load", totals["first load"], FIRST_LOAD_LIMIT, "bytes (brotli 11)"),
  over("The offline copy without the figure", totals.app, APP_LIMIT, "bytes (brotli 11)"),
  over("The figure's code", totals.figure, FIGURE_LIMIT, "bytes (brotli 11)"),
  ...contentProblems(content),
  over("The first load", firstLoad.length, REQUESTS_LIMIT, "requests"),
].filter(Boolean);
for (const problem of problems) console.error(problem);
if (problems.length) process.exit(1);
if (totals.figure > FIGURE_TARGET) console.log(`The figure's code is ${totals.figure - FIGURE_TARGET} bytes over its target of ${FIGURE_TARGET}.`);
if (totals.app > APP_TARGET) console.log(`Code and texts are ${totals.app - APP_TARGET} bytes over their target of ${APP_TARGET}.`);
console.log(`Within the gates: first load ≤ ${FIRST_LOAD_LIMIT}, code and texts ≤ ${APP_LIMIT}, the figure's code ≤ ${FIGURE_LIMIT} bytes, each exercise ≤ ${FACTS_LIMIT} of facts and motions and ≤ ${TEXT_LIMIT} of text, ≤ ${REQUESTS_LIMIT} requests.`);

function installed(built) {
  return [...precacheList(built).map(([url]) => (url === "/" ? "index.html" : url.slice(1))), "sw.js"];
}

function weigh(dir, path) {
  const body = readFileSync(join(dir, path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const brotli = /\.png$/.test(path) ? body.length : brotliCompressSync(body, { params }).length;
  return { raw: body.length, brotli };
}

function sum(paths) {
  return paths.reduce((total, path) => total + sizes[path].brotli, 0);
}

// Names by content change with every build; the part around the hash stays.
function steady(name) {
  return name.replace(/-[0-9a-f]{16}/, "");
}

function growth(name, brotli) {
  const before = last[steady(name)];
  if (before === undefined || before === brotli) return "";
  return `${brotli > before ? "+" : ""}${brotli - before}`;
}

function remember() {
  const now = Object.entries(sizes).map(([path, { brotli }]) => [steady(path), brotli]);
  mkdirSync(".build", { recursive: true });
  writeFileSync(LAST, JSON.stringify(Object.fromEntries([...now, ...Object.entries(totals)])));
}

function over(what, found, limit, unit) {
  return found > limit ? `${what} is ${found} ${unit}; the gate is ${limit}. It must lose ${found - limit}.` : undefined;
}

function row(name, raw, brotli, grown) {
  return `${name.padEnd(36)}${String(raw).padStart(10)}${String(brotli).padStart(10)}${String(grown).padStart(12)}`;
}
