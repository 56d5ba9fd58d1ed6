// `make bench`: the app beside its yardstick pages, in one browser, as ratios. A slow number never fails; only a
// measurement that broke does. node tests/bench/bench.mjs [--pairs 11] [--only 4,5] ; DIST= measures another build.
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browser as executable, CHROMIUM_ARGS } from "../../tools/chromium.mjs";
import { build, host } from "./pages.mjs";
import { measureRows, pagesFor, ROWS } from "./rows.mjs";
import { table } from "./table.mjs";

const OPTIONS = { executablePath: executable(), args: CHROMIUM_ARGS, chromiumSandbox: false };

const { pairs, rows } = asked();
const began = Date.now();
const hosts = {};
const figures = [];
let browser;
try {
  say("building the yardstick pages …");
  const pages = build(pagesFor(rows));
  for (const [name, dir] of Object.entries(pages)) hosts[name] = await host(dir);
  browser = await chromium.launch(OPTIONS);
  const world = { browser, hosts, pairs, launch };
  await measureRows(rows, world, (found) => figures.push(...found), say);
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  if (figures.length) console.log(`\n${table(figures)}\n\nMedians of ${pairs} rounds in turns, ${seconds()} s in all.`);
  await browser?.close();
  await Promise.all(Object.values(hosts).map((server) => server.stop()));
}

function launch(profile, options) {
  return chromium.launchPersistentContext(profile, { ...OPTIONS, ...options });
}

function asked() {
  const options = { pairs: { type: "string", default: "11" }, only: { type: "string", default: ROWS.join(",") } };
  const { values } = parseArgs({ options });
  const pairs = Number(values.pairs);
  const rows = values.only.split(",").map(Number);
  const unknown = rows.filter((row) => !ROWS.includes(row));
  if (!Number.isInteger(pairs) || pairs < 1 || pairs > 50) stop(`--pairs ${values.pairs}: choose 1 to 50.`);
  if (unknown.length) stop(`--only ${values.only}: there are the rows ${ROWS.join(", ")}.`);
  return { pairs, rows };
}

function seconds() {
  return Math.round((Date.now() - began) / 1000);
}

function say(words) {
  console.error(`bench: ${words}`);
}

function stop(sentence) {
  console.error(`bench: ${sentence}`);
  process.exit(2);
}
