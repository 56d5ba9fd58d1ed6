// Rows 8 to 11: twenty years of history beside none, in two origins of one profile on disk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { history, longRoutine, QUOTA } from "./history.mjs";
import { slowDown, VIEWPORT } from "./network.mjs";
import { inTurns, median } from "./pairs.mjs";
import { probe, seen } from "./probe.mjs";
import { forgeClock, nextSet, watchStores } from "./set.mjs";
import { figure } from "./table.mjs";

export const ROWS = [8, 9, 10, 11];
export const PAGES = ["app", "fresh"];

const ROUTINE = "benchsquat";
/** One set is quicker than clocks are fine and disks are steady: a pair compares this many with as many. */
const SETS_A_TURN = 10;

export async function measure({ launch, hosts, pairs }, asked) {
  const profile = mkdtempSync(join(tmpdir(), "mainspring-bench-"));
  const context = await launch(profile, { viewport: VIEWPORT });
  try {
    await probe(context);
    const past = history(Date.now());
    // One turn warms up, and the very last set would end the session.
    const routine = longRoutine(ROUTINE, (pairs + 1) * SETS_A_TURN + 1);
    await seed(context, hosts.app.url, [...past.entries, routine]);
    await seed(context, hosts.fresh.url, [routine]);
    await checkHistory(context, hosts.app.url, past);
    const figures = [share(past)];
    if (asked.includes(11)) figures.push(...(await openings(context, hosts, pairs)));
    if (asked.includes(8) || asked.includes(9)) figures.push(...(await additions(context, hosts, pairs)));
    return figures;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

// A file of the origin runs no program, so nothing but the seed is written.
async function seed(context, url, entries) {
  const page = await context.newPage();
  await page.goto(`${url}sw.js`);
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), entries);
  await page.close();
}

/** The oldest session opens only where every month after it could be read. */
async function checkHistory(context, url, { oldest }) {
  const page = await context.newPage();
  await page.goto(`${url}progress/${oldest}`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const found = await page.locator(`[data-session="${oldest}"]`).count();
  const troubles = await page.locator('[data-notice="trouble"]').allTextContents();
  const why = troubles.join(" ") || (found ? "" : "its oldest session is missing");
  if (why) throw new Error(`The app does not read the made-up history: ${why}`);
  await page.close();
}

function share({ sessions, sets, size }) {
  const detail = `${size} of ${QUOTA} UTF-16 units`;
  return figure(10, `${sessions} sessions, ${sets} sets, of the quota`, 35, "%", [(size / QUOTA) * 100], detail);
}

async function openings(context, hosts, pairs) {
  const rounds = await inTurns(pairs, {
    fresh: () => open(context, hosts.fresh.url),
    app: () => open(context, hosts.app.url),
  });
  const of = (side, reading) => rounds.map((round) => round[side][reading]);
  const detail = `${ms(of("app", "ready"))} against ${ms(of("fresh", "ready"))}`;
  const ratios = rounds.map((round) => round.app.ready / round.fresh.ready);
  return [
    figure(11, "open with 20 years, against none", 1.3, "×", ratios, detail),
    figure(11, "Progress with 20 years, tap to paint", 100, "ms", of("app", "progress"), `none: ${ms(of("fresh", "progress"))}`),
  ];
}

async function open(context, url) {
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(url, { waitUntil: "commit" });
  const { ready } = await seen(page);
  const progress = await page.evaluate(async () => {
    const there = () => document.querySelector("h1")?.textContent === "Progress";
    const began = performance.now();
    document.querySelector('nav a[href="/progress"]').click();
    while (!there() && performance.now() - began < 10_000) await new Promise((done) => setTimeout(done));
    if (!there()) throw new Error("Progress did not open");
    // The task after the next frame's callbacks runs when that frame is laid out and painted.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
  });
  await page.close();
  return { ready, progress };
}

async function additions(context, hosts, pairs) {
  const pages = { app: await begin(context, hosts.app.url), fresh: await begin(context, hosts.fresh.url) };
  const rounds = await inTurns(pairs, {
    fresh: () => nextSets(pages.fresh),
    app: () => nextSets(pages.app),
  });
  const of = (side, reading) => rounds.map((round) => round[side][reading]);
  const against = (reading, what, target, say) => {
    const ratios = rounds.map((round) => round.app[reading] / round.fresh[reading]);
    return figure(8, what, target, "×", ratios, `${say(of("app", reading))} against ${say(of("fresh", reading))}`);
  };
  return [
    against("saved", "a set from tap to saved, 20 years against none", 1.1, ms),
    against("tap", "a set: the tap's own work, 20 years against none", 1.1, ms),
    against("written", "a set: bytes written, 20 years against none", 1, count),
    against("read", "a set: bytes read, 20 years against none", 1, count),
    against("calls", "a set: calls to the stores, 20 years against none", 1, count),
    figure(9, "bytes written per set, 20 years", 1024, "bytes", of("app", "written")),
  ];
}

/** The middle time from tap to saved, and of the rest the mean of a set. */
async function nextSets(page) {
  const sets = [];
  while (sets.length < SETS_A_TURN) sets.push(await nextSet(page));
  const mean = (reading) => sets.reduce((sum, set) => sum + set[reading], 0) / sets.length;
  const means = ["tap", "written", "read", "calls"].map((reading) => [reading, mean(reading)]);
  return { saved: median(sets.map((set) => set.saved)), ...Object.fromEntries(means) };
}

/** A page with a session begun, its clock at a standstill and its stores counted. */
async function begin(context, url) {
  const page = await context.newPage();
  await page.addInitScript(forgeClock, Date.now());
  await page.addInitScript(watchStores);
  await page.goto(`${url}play/${ROUTINE}`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForSelector("main[data-phase=ready]");
  return page;
}

function ms(values) {
  const middle = median(values);
  return `${middle.toFixed(middle < 10 ? 1 : 0)} ms`;
}

function count(values) {
  return String(Number(median(values).toFixed(1)));
}
