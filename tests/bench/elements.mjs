// Row 18: one page written with `view!`, with `view!` and its types erased (`--cfg erase_components`, which also boxes the
// closures of texts and attributes), and with our elements: bytes, lines and time.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { VIEWPORT } from "./network.mjs";
import { PARTS, WAYS, written } from "./pages.mjs";
import { inTurns, median } from "./pairs.mjs";
import { figure } from "./table.mjs";

export const ROWS = [18];
export const PAGES = ["empty", ...Object.keys(WAYS).flatMap((way) => PARTS.map((parts) => written(way, parts)))];

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** The other ways of writing a page, compared with our elements. */
const OTHERS = { view: "view!", erased: "view! erased" };
/** Ours are worth their upkeep where they save more than a tenth. */
const WORTH = 0.9;
const TIMES = 20;
const WHOLE = Math.max(...PARTS);

export async function measure({ browser, hosts, pairs }) {
  await alike(browser, hosts);
  const ways = ["elements", ...Object.keys(OTHERS)];
  const timed = (way) => [way, () => timesOf(browser, hosts[written(way, WHOLE)].url)];
  const rounds = await inTurns(pairs, Object.fromEntries(ways.map(timed)));
  return [...bytes(), lines(), ...Object.keys(OTHERS).flatMap((way) => times(rounds, way))];
}

/** Stops where the pages are not the same page: as drawn, changed, and used. */
async function alike(browser, hosts) {
  const seen = {};
  for (const way of ["elements", ...Object.keys(OTHERS)]) {
    seen[way] = await onPage(browser, hosts[written(way, WHOLE)].url, looks);
  }
  for (const way of Object.keys(OTHERS)) {
    for (const [step, html] of Object.entries(seen.elements)) {
      const at = [...html].findIndex((letter, index) => letter !== seen[way][step][index]);
      if (at < 0 && html.length === seen[way][step].length) continue;
      const near = (text) => text.slice(Math.max(0, at - 200), at + 100);
      throw new Error(`${OTHERS[way]}, ${step}: not the same page.\n${near(seen[way][step])}\nours:\n${near(html)}`);
    }
  }
}

function bytes() {
  return PARTS.flatMap((parts) => Object.keys(OTHERS).map((way) => bytesBeside(way, parts)));
}

function bytesBeside(way, parts) {
  const [empty, bare] = [weight("empty"), weight(written("bare", parts))];
  const [theirs, ours] = [weight(written(way, parts)), weight(written("elements", parts))];
  const over = (kind, base) => `${ours[kind] - base[kind]} against ${theirs[kind] - base[kind]}`;
  const detail = [
    `brotli ${over("brotli", empty)}`,
    `raw ${over("raw", empty)}`,
    `over a program without elements ${over("brotli", bare)}, raw ${over("raw", bare)}`,
    `JS ${over("glue", empty)}`,
  ];
  const ratio = (ours.brotli - empty.brotli) / (theirs.brotli - empty.brotli);
  const what = `${parts} of ${WHOLE} parts, wasm over the empty page: elements against ${OTHERS[way]}`;
  return figure(18, what, WORTH, "×", [ratio], detail.join("; "));
}

function weight(name) {
  const dir = join(HERE, "../../.build/bench", name);
  const named = (ending) => readdirSync(dir).find((path) => path.startsWith("mainspring-") && path.endsWith(ending));
  const file = (ending) => readFileSync(join(dir, named(ending)));
  const wasm = file(".wasm");
  return { raw: wasm.length, brotli: compressed(wasm), glue: compressed(file(".js")) };
}

function compressed(body) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params }).length;
}

/** Lines of code, without comments and empty ones; and the letters in them, for lines are as long as one likes. */
function lines() {
  const code = (bin) => {
    const files = readdirSync(join(HERE, bin)).map((file) => readFileSync(join(HERE, bin, file), "utf8"));
    const kept = files.flatMap((text) => text.split("\n")).map((line) => line.trim());
    return kept.filter((line) => line && !line.startsWith("//"));
  };
  const [ours, theirs] = [code("page_elements"), code("page_view")];
  const letters = (code) => code.join("").length;
  const detail = `${ours.length} against ${theirs.length}; letters ${letters(ours)} against ${letters(theirs)}`;
  return figure(18, "lines of code: elements against view!", undefined, "×", [ours.length / theirs.length], detail);
}

function times(rounds, way) {
  const row = (what, reading) => {
    const of = (which) => rounds.map((round) => round[which][reading]);
    const ratios = rounds.map((round) => round.elements[reading] / round[way][reading]);
    const detail = `${median(of("elements")).toFixed(2)} ms against ${median(of(way)).toFixed(2)} ms`;
    return figure(18, `${what}: elements against ${OTHERS[way]}`, undefined, "×", ratios, detail);
  };
  return [row("first drawing", "draw"), row("change of all that is live", "change")];
}

function timesOf(browser, url) {
  return onPage(browser, url, stopwatch, TIMES);
}

async function onPage(browser, url, act, argument) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(`bench: ${url}: ${error.message}`));
    await page.goto(url);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    return await page.evaluate(act, argument);
  } finally {
    await context.close();
  }
}

/** Runs in the page: milliseconds of a drawing and of a change, each until the effects have run. */
async function stopwatch(times) {
  const settled = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });
  const timed = async (event) => {
    const began = performance.now();
    dispatchEvent(new Event(`bench-${event}`));
    await settled();
    return performance.now() - began;
  };
  const total = { draw: 0, change: 0 };
  for (let time = -3; time < times; time += 1) {
    const draw = await timed("draw");
    const change = await timed("change");
    dispatchEvent(new Event("bench-remove"));
    await settled();
    if (document.querySelector("main")) throw new Error("The page is not removed.");
    if (time < 0) continue;
    total.draw += draw / times;
    total.change += change / times;
  }
  return total;
}

/** Runs in the page: what it looks like after each step, in one form for all: comments are nobody's content. */
async function looks() {
  const settled = () => new Promise((done) => setTimeout(done, 20));
  const form = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    // A class attribute that has lost its last class says nothing.
    const said = [...node.attributes].filter(({ name, value }) => name !== "class" || value);
    const attributes = said.map(({ name, value }) => ` ${name}="${value}"`).toSorted().join("");
    const checked = node.checked ? " checked" : "";
    const children = [...node.childNodes].map(form).join("");
    return `<${node.localName} ${node.namespaceURI}${attributes}${checked}>${children}</>`;
  };
  const press = (selector) => () => document.querySelector(selector).click();
  const steps = {
    drawn: () => dispatchEvent(new Event("bench-draw")),
    changed: () => dispatchEvent(new Event("bench-change")),
    "changed again": () => dispatchEvent(new Event("bench-change")),
    "a row opened": press(".build-open"),
    "one more set": press(".stepper button:last-child"),
    "another level": press(".build-row input[value=harder]"),
    "moved down": press(".build-moves button:nth-child(2)"),
    "a row removed": press(".build-remove"),
    undone: press(".build > button"),
    "another goal": press("input[value=endurance]"),
    "the table": press("input[value=table]"),
    "the chart": press("input[value=chart]"),
  };
  const seen = {};
  for (const [step, act] of Object.entries(steps)) {
    act();
    await settled();
    const html = form(document.querySelector("main"));
    if (Object.values(seen).at(-1) === html) throw new Error(`${step}: nothing has changed.`);
    seen[step] = html;
  }
  return seen;
}
