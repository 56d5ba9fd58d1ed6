// Row 15: the script of a frame of the moving figure on a slow phone, as it plays and as it is turned, beside 40 paths of 1,600
// points that plain JavaScript rewrites, and what a frame costs without a browser.
import { nativeCosts } from "./native.mjs";
import { SLOW_CPU, slowDown, VIEWPORT } from "./network.mjs";
import { inTurns, median } from "./pairs.mjs";
import { probe, seen } from "./probe.mjs";
import { figure } from "./table.mjs";

export const ROWS = [15];
export const PAGES = ["app", "paths"];

const PLAYED = 4_000;
/** Milliseconds a frame, p95, of the yardstick on the machine where the targets were set: they hold for one as fast. */
const YARDSTICK = 3.8;
/** Milliseconds a frame, p95, that the figure may take there as it plays, and as it is turned. */
const PLAYING = 4;
const TURNING = 8;
/** The first motion that most runners meet, and one of the dearest. */
const MOTIONS = {
  "deep squat": "exercises/deep-squat",
  "pistol squat, harder": "exercises/supported-pistol-squat?level=harder",
};

export async function measure({ browser, hosts, pairs }) {
  const native = nativeCosts();
  const measures = { paths: () => play(browser, hosts.paths.url, "paint") };
  for (const [name, place] of Object.entries(MOTIONS)) {
    measures[name] = () => play(browser, hosts.app.url + place, "ready");
  }
  for (const [name, place] of Object.entries(MOTIONS)) {
    measures[`${name}, turned`] = () => play(browser, hosts.app.url + place, "ready", turn);
  }
  const rounds = await inTurns(pairs, measures);
  const names = Object.keys(MOTIONS);
  const playing = names.flatMap((name) => beside(rounds, name, PLAYING));
  const turned = names.flatMap((name) => beside(rounds, `${name}, turned`, TURNING));
  return [...playing, ...turned, ...yardstick(rounds), computed(native)];
}

function beside(rounds, name, target) {
  const of = (reading) => rounds.map((round) => round[name][reading]);
  const detail = `p50 ${ms(of("p50"))}, ${Math.round(median(of("rate")))} frames/s`;
  const ratios = rounds.map((round) => round[name].p95 / round.paths.p95);
  const own = rounds.map((round) => round[name].own / round.paths.own);
  return [
    figure(15, `${name}: script a frame against the yardstick, p95`, target / YARDSTICK, "×", ratios, detail),
    figure(15, `${name}: the same unslowed`, target / YARDSTICK, "×", own, `${ms(of("own"))} a frame`),
    figure(15, `${name}: script a frame, p95`, target, "ms", of("p95")),
  ];
}

function yardstick(rounds) {
  const of = (reading) => rounds.map((round) => round.paths[reading]);
  const detail = `p50 ${ms(of("p50"))}, ${Math.round(median(of("rate")))} frames/s, unslowed ${ms(of("own"))}`;
  return [figure(15, "yardstick, 40 paths of 1,600 points: script a frame, p95", undefined, "ms", of("p95"), detail)];
}

function computed(costs) {
  const [dearest] = costs;
  const values = costs.map(({ micros }) => micros);
  return figure(15, "a frame computed natively, all motions", undefined, "µs", values, `dearest: ${dearest.what}`);
}

/**
 * Milliseconds of script a frame, `{ p50, p95 }`, and frames a second, `rate`, of what moves at `url`; and `own`, the p95
 * where nothing slows it. The slowing is uneven: frames of 14 paths vary 2.7-fold without it and 27-fold with it.
 */
async function play(browser, url, end, meanwhile = (page) => page.waitForTimeout(PLAYED)) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await probe(context);
    const page = await context.newPage();
    const cdp = await slowDown(page);
    await page.goto(url, { waitUntil: "commit" });
    await seen(page, end);
    const before = await drawn(page);
    const frames = await traced(browser, page, meanwhile);
    if (before === (await drawn(page))) throw new Error(`Nothing moves at ${url}`);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const own = share(await traced(browser, page, meanwhile), 0.95);
    return { p50: share(frames, 0.5), p95: share(frames, 0.95), own, rate: frames.length / (PLAYED / 1000) };
  } finally {
    await context.close();
  }
}

/** Drags the figure to and fro, by half a turn each time. */
async function turn(page) {
  const { x, y, width, height } = await page.locator("svg.figure").first().boundingBox();
  const middle = [x + width / 2, y + height / 2];
  await page.mouse.move(...middle);
  await page.mouse.down();
  for (const since = Date.now(); Date.now() - since < PLAYED; ) {
    await page.mouse.move(middle[0] - 150, middle[1], { steps: 40 });
    await page.mouse.move(middle[0] + 150, middle[1], { steps: 40 });
  }
  await page.mouse.up();
}

function drawn(page) {
  return page.evaluate(() => [...document.querySelectorAll("svg path")].map((path) => path.getAttribute("d")).join());
}

/**
 * Milliseconds that each animation callback kept the main thread: its own time in the browser's trace, in microseconds
 * where the page's clock has tenths of milliseconds, and without the waits for other programs of this machine. Each page
 * asks for one callback a frame.
 */
async function traced(browser, page, meanwhile) {
  await browser.startTracing(page, { categories: ["-*", "devtools.timeline"] });
  await meanwhile(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const callbacks = traceEvents.filter(({ name, ph }) => name === "FireAnimationFrame" && ph === "X");
  if (callbacks.length === 0) throw new Error(`${page.url()} asked for no frame`);
  return callbacks.map(({ tdur, dur }) => (tdur ?? dur) / 1000);
}

/** The value that this share of `numbers` does not exceed. */
function share(numbers, part) {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * part) - 1];
}

function ms(values) {
  return `${median(values).toFixed(1)} ms`;
}
