// Death of the whole browser in the middle of a session: what was acknowledged is there.
import { chance } from "./pages/chance.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, readJournal, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { App, expect, open, test } from "./support/app.mjs";

test.use({ ownProfile: true });

const tenSets = ["deep-squat", "base", Array(10).fill(5), 0];
const squats = routineOf("kill000001", "Kills", tenSets, tenSets, tenSets, tenSets);

test("fault 16: a killed browser loses no acknowledged set; without the journal it does", async ({ app, server }) => {
  test.setTimeout(240_000);
  // From the tap to the kill, in seconds: each part of the span, at a point of its own.
  const random = chance(16);
  const delays = [0, 0.03, 0.1, 0.3, 0.7, 1.5, 3, 5].map((from, at, all) => from + random() * ((all[at + 1] ?? 6) - from));
  const control = new App(server);
  const [trials, controls] = await Promise.all([
    // On a slow device few sets are acknowledged within a second: more trials then.
    killed(app, {
      delays: [...delays, ...Array(8).fill(0.95)],
      isEnough: (trials) => trials.length >= delays.length && trials.filter(isClose).length >= 2,
    }),
    killed(control, { delays: [0.1, 0.4, 0.7, 0.9].map((delay) => delay + random() / 10), init: withoutIndexedDb }),
  ]);
  await control.close();
  control.forget();
  expect(control.problems).toEqual([]);

  for (const trial of trials) {
    const words = JSON.stringify(trial);
    expect(trial.found, words).toEqual(expect.arrayContaining(trial.acknowledged));
    expect(trial.resumed, words).toBe(trial.found.length);
    expect(trial.found.length, words).toBeLessThanOrEqual(trial.tapped);
  }
  // The trials are worth something: sets were acknowledged, some of them a moment before the kill.
  expect(trials.length).toBeGreaterThanOrEqual(8);
  expect(trials.filter(isClose).length).toBeGreaterThanOrEqual(2);
  const lost = controls.map((trial) => trial.acknowledged.length - trial.resumed);
  expect(Math.max(...lost), JSON.stringify(controls)).toBeGreaterThanOrEqual(1);
});

/** Killed within a second of the last tap, with its set acknowledged. */
const isClose = (trial) => trial.delay < 1 && trial.acknowledged.length === trial.tapped;

// Runs before the app: the journal's stand-in in localStorage is all there is.
function withoutIndexedDb() {
  Object.defineProperty(window, "indexedDB", { value: undefined });
}

/**
 * Trains two sets, kills the browser so many seconds after the second tap, and looks what is there: once for each of the
 * `delays`, until `isEnough(trials)`. `init` runs before the app.
 */
async function killed(app, { delays, isEnough = () => false, init }) {
  await writeStores(await plainPage(app), withRoutine(squats));
  await app.close();
  const trials = [];
  let page = await opened(app, init);
  for (const delay of delays) {
    if (isEnough(trials)) break;
    const player = new Player(page);
    if (!(await player.main.getAttribute("data-phase"))) await player.button("Start").click();
    const before = await player.acknowledged.count() ? (await player.look()).saved : 0;
    await set(player);
    await expect(player.acknowledged).toHaveAttribute("data-saved", String(before + 1));
    const tap = await set(player);
    const rest = delay * 1000 - (Date.now() - tap);
    if (rest > 0) await page.waitForTimeout(rest);
    const { saved } = await player.look();
    await app.kill();

    page = await opened(app, init);
    const resumed = await resumedSets(new Player(page));
    const records = init ? [] : Object.keys(await readJournal(page));
    const found = records.filter((key) => key.includes("/set/")).map((key) => Number(key.slice(-5)));
    trials.push({ delay, tapped: before + 2, acknowledged: Array.from({ length: saved }, (_, step) => step), found, resumed });
  }
  return trials;
}

async function opened(app, init) {
  const context = await app.launch({ reducedMotion: "reduce" });
  if (init) await context.addInitScript(init);
  return open(await context.newPage(), `${app.server.origin}/play/${squats.id}`);
}

async function resumedSets(player) {
  const running = await player.main.getAttribute("data-phase");
  return running ? (await player.look()).saved : 0;
}

/** Does one set on the real clock; returns the moment of the tap. */
async function set(player) {
  for (;;) {
    const { phase, paused } = await player.look();
    // A tap sooner than half a second after the change before would be taken for its echo.
    await player.page.waitForTimeout(550);
    const tap = Date.now();
    await player.primary.click();
    if (phase === "reps" && !paused) return tap;
  }
}
