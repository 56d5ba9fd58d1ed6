// A page that dies in the middle of a session: nothing is lost, nothing doubled, and the screen tells the truth.
// The numbers are those of the fault table that the app is built against.
import { chance } from "./pages/chance.mjs";
import { NOW, stopClock } from "./pages/clock.mjs";
import { crash } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { countSets, readJournal, readLog, routineOf } from "./pages/stores.mjs";
import { expect, ready, test } from "./support/app.mjs";

const POINTS = 25;
const items = [
  ["deep-squat", "base", [5, 6, 7, 8], 20],
  ["single-leg-balance", "base", [20, 21], 30],
  ["lunge", "base", [8, 9, 10, 11], 15],
  ["single-leg-balance", "hard", [12, 13, 14, 15], 25],
];
const planned = items.flatMap(([exercise, level, targets]) => {
  const sides = exercise === "single-leg-balance" ? ["r", "l"] : ["-"];
  return targets.flatMap((target, index) => sides.map((side) => [exercise, level[0], index + 1, side, target].join(" ")));
});

/** The number of sets that these steps end: the left side follows the right one. */
const sets = (steps) => steps.filter((step) => !step.includes(" r ")).length;

test(`fault 15: crashed at ${POINTS} random points, a session has every set once and stands where it stood`, async ({ app }) => {
  test.setTimeout(240_000);
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  let player = await Player.begin(app, routineOf("crash00001", "Crashes", ...items));
  const random = chance(15);
  const stood = new Set();
  for (let point = 1; point <= POINTS; point += 1) {
    await player.next();
    if (random() < 0.4) await player.next();
    const entered = await player.look();
    await player.pass(random() * (entered.phase === "reps" || entered.phase === "wait" ? 20 : entered.digits - 1.5));
    if (random() < 0.15) await player.pause();
    await player.written();
    const before = await player.look();
    await player.expectSaved(before.saved);
    const tapped = before.phase === "reps" && !before.paused && random() < 0.6;
    if (tapped) await player.primary.evaluate((button) => button.click());
    await crash(player.page);

    let away = random() < 0.6 ? random() * 4 : 20 + random() * 100;
    // Which side of its end a phase is on must be known from its whole seconds.
    if (Math.abs(away - before.digits) < 2) away += 4;
    await context.clock.runFor(Math.round(away * 1000));
    player = new Player(await app.open("/play/crash00001"));
    await expect(player.main).toHaveAttribute("data-phase", /./);
    const after = await player.look();
    const where = `point ${point}: ${JSON.stringify({ before, tapped, away, after })}`;
    if (tapped) {
      // What was tapped a moment before the crash had not been called saved yet.
      expect([before.saved, before.saved + 1], where).toContain(after.saved);
      stood.add("tapped");
    } else {
      expect(after, where).toMatchObject(expected(before, away));
      const digits = digitsAfter(before, after.phase, away);
      expect(Math.abs(after.digits - digits), where).toBeLessThanOrEqual(1);
      stood.add(before.paused ? "paused" : `${before.phase}, then ${after.phase}`);
    }
    expect(after.place.split(" ·")[0], where).toBe(`${sets(planned.slice(0, after.saved)) + 1} of ${sets(planned)}`);
    await expect.poll(async () => Object.values(countSets(await readJournal(player.page))), { message: where }).toEqual(after.saved ? [after.saved] : []);
    if (after.paused) await player.resume();
  }
  const all = ["hold, then hold", "hold, then wait", "paused", "reps, then reps", "rest, then rest", "rest, then wait", "tapped"];
  expect([...stood]).toEqual(expect.arrayContaining(all));
  await player.finish();
  const log = await readLog(player.page);
  expect(log).toHaveLength(1);
  expect(log[0].started).toBe(NOW);
  const done = log[0].sets.map(({ exercise, level, set, side, done }) => [exercise, level, set, side, done].join(" "));
  expect(done).toEqual(planned);
  const at = log[0].sets.map((set) => set.at);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
});

/** What there is after a time away that nobody saw: no set is taken as done, none has begun. */
function expected({ phase, paused, digits, side, title, saved }, away) {
  const runs = !paused && !["reps", "wait"].includes(phase);
  return { phase: runs && away > digits ? "wait" : phase, paused, side, title, saved };
}

function digitsAfter({ phase, paused, digits }, now, away) {
  if (paused || phase === "reps") return digits;
  if (phase === "wait") return digits + away;
  return now === "wait" ? away - digits : digits - away;
}

test("fault 17: a page that dies around the last Done leaves one session, whole in the log or open before that set", async ({ app }) => {
  test.setTimeout(240_000);
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  let folded = 0;
  // Longer on a slow device, until one session at least was whole.
  for (let ms = 0; ms <= 80 || (!folded && ms < 5000); ms = ms ? ms * 2 : 2.5) {
    const page = await app.open("/play/deep-squat");
    const player = new Player(page);
    const begun = await player.main.getAttribute("data-phase");
    if (!begun) await player.button("Start").click();
    // It stood still while another page was open.
    else if ((await player.look()).paused) await player.resume();
    await player.goOn(({ phase, place }) => phase === "reps" && isLast(place));
    await player.pass(2);
    const { saved } = await player.look();
    await player.expectSaved(saved);
    // The tap comes by itself, so that the crash can be under way before it.
    await player.primary.evaluate((button) => void window.runningTimers.setTimeout.call(window, () => button.click(), 20));
    await new Promise((done) => setTimeout(done, ms));
    await crash(page);

    const after = await app.open("/progress");
    for (const start of ["first", "second"]) {
      const where = `${ms} ms, ${start} start`;
      await expect.poll(async () => (await sessions(after)).length, where).toBe(folded + 1);
      const all = await sessions(after);
      const logged = all.filter(({ log }) => log);
      expect(logged.map(({ sets }) => sets), where).toEqual(Array(logged.length).fill(saved + 1));
      expect(all.filter(({ log }) => !log).map(({ sets }) => sets), where).toEqual(logged.length > folded ? [] : [saved]);
      if (start === "second") folded = logged.length;
      await after.reload();
      await ready(after);
    }
    await after.close();
  }
  expect(folded).toBeGreaterThanOrEqual(1);
});

const isLast = (place) => {
  const [at, of] = place.match(/\d+/g);
  return at === of;
};

/** Every session that there is: in the log, or in the journal alone. */
async function sessions(page) {
  const log = await readLog(page);
  const others = Object.entries(countSets(await readJournal(page))).filter(([id]) => !log.some((one) => one.id === id));
  return [
    ...log.map(({ sets }) => ({ log: true, sets: sets.length })),
    ...others.map(([, sets]) => ({ log: false, sets })),
  ];
}
