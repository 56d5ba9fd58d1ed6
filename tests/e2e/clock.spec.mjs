// A session and its clock: over ten minutes, put away for five, set back, across a change to summer time, asleep.
// The numbers are those of the fault table that the app is built against.
import { NOW, stopClock } from "./pages/clock.mjs";
import { hide, keepRealTime, listen, setClock, show } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { readKeys, readLog, routineOf } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

// What stops the browser needs one of its own.
const testAlone = test.extend({ ownProfile: true });

const DAY = 86_400_000;
const balance = (...seconds) => ["single-leg-balance", "base", seconds, 30];

/** The phases of a routine of balances after its start: `[phase, seconds from the start]`. */
function planOf(seconds, rest) {
  const phases = [["hold", 10]];
  let at = 10;
  const next = (phase, length) => phases.push([phase, (at += length)]);
  for (const [index, hold] of seconds.entries()) {
    if (index > 0) next("hold", rest);
    next("switch", hold);
    next("hold", 5);
    next(index === seconds.length - 1 ? "finished" : "rest", hold);
  }
  return phases;
}

// Runs before the app: every timer rings up to 80 ms late, as those of a busy browser do.
function ringLate() {
  const onTime = window.setTimeout;
  let chance = 1;
  window.setTimeout = (call, ms = 0, ...rest) => {
    chance = (chance * 16_807) % 2_147_483_647;
    return onTime.call(window, call, ms + (chance % 80), ...rest);
  };
}

// Runs before the app: notes when which phase comes on screen, and when the digits change, in its own time.
function watchPhases() {
  window.phases = [];
  window.seconds = [];
  let shown;
  new MutationObserver(() => {
    const main = document.querySelector("main.player[data-phase]");
    const [phase, digits] = [main?.dataset.phase, main?.querySelector(".player-digits")?.textContent];
    if (phase && phase !== window.phases.at(-1)?.[0]) window.phases.push([phase, Date.now()]);
    if (digits && digits !== shown) window.seconds.push([phase, Number(digits), Date.now()]);
    shown = digits;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

test("over ten minutes no phase begins more than 100 ms beside its plan, and no second is shown later", async ({ app }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  await context.addInitScript(ringLate);
  await context.addInitScript(watchPhases);
  const targets = [60, 62, 61, 60];
  const player = await Player.begin(app, routineOf("long000001", "Long", balance(...targets)));
  const plan = planOf(targets, 30);
  const length = plan.at(-1)[1];
  expect(length).toBeGreaterThanOrEqual(600);
  for (let second = 0; second < length + 1; second += 60) await player.pass(60);
  await player.expectPhase("finished");

  const { phases, seconds } = await player.page.evaluate(() => ({ phases: window.phases, seconds: window.seconds }));
  const [[first, start], ...seen] = phases;
  expect(first).toBe("ready");
  expect(seen.map(([phase]) => phase)).toEqual(plan.map(([phase]) => phase));
  for (const [index, [phase, at]] of plan.entries()) {
    const error = seen[index][1] - start - at * 1000;
    expect(Math.abs(error), `${phase} at ${at} s: ${error} ms`).toBeLessThanOrEqual(100);
  }
  for (const [phase, digits, at] of seconds.filter(([phase]) => phase !== "finished")) {
    const end = plan[seen.filter(([, begun]) => begun <= at).length][1];
    const error = at - start - (end - digits) * 1000;
    expect(Math.abs(error), `${digits} in ${phase}: ${error} ms`).toBeLessThanOrEqual(100);
  }
  expect(seconds.length).toBeGreaterThan(600);
  // What is kept of each set is the plan's own moment, not that of the timer.
  await expect.poll(async () => (await readLog(player.page)).length).toBe(1);
  const [session] = await readLog(player.page);
  const over = plan.filter(([phase]) => ["switch", "rest", "finished"].includes(phase)).map(([, at]) => at);
  expect(session.sets.map((set) => set.at)).toEqual(over);
});

test("on the real clock a stretch of 20 s drifts by less than 100 ms", async ({ app }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(watchPhases);
  const player = await Player.begin(app, routineOf("real000001", "Real", balance(20)));
  await player.page.waitForTimeout(600);
  await player.primary.click();
  await player.expectPhase("hold");
  await expect(player.main).toHaveAttribute("data-phase", "switch", { timeout: 25_000 });
  const seconds = (await player.page.evaluate(() => window.seconds)).filter(([phase]) => phase === "hold");
  expect(seconds.map(([, digits]) => digits)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
  // How late each second came beside the first; a stall of the machine hits one, a drift all that follow.
  const late = seconds.map(([, digits, at]) => at - seconds[0][2] - (20 - digits) * 1000);
  const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  const drift = middle(late.slice(-7)) - middle(late.slice(0, 7));
  expect(Math.abs(drift), late.join()).toBeLessThanOrEqual(100);
});

// Fault 22 -----------------------------------------------------------------------------------------------------------

const MINUTES = 300;
const absences = {
  "its timers ringing once a minute": async (player) => {
    for (let minute = 0; minute < MINUTES / 60; minute += 1) await player.sleepThrough(60);
  },
  "frozen altogether": async (player) => setClock(player.page, MINUTES * 1000),
};
// Where it was left, after how many seconds of that phase; what there is five minutes later, since when, and how many
// sets were done meanwhile.
const left = [
  { phase: "ready", spent: 4, then: "wait", since: 6, done: 0 },
  { phase: "hold", spent: 5, then: "wait", since: 20, done: 1 },
  { phase: "rest", spent: 10, then: "wait", since: 20, done: 0 },
  { phase: "switch", spent: 2, then: "wait", since: 3, done: 0 },
  { phase: "reps", spent: 3, then: "reps", done: 0 },
  { phase: "rest", spent: 7, paused: true, then: "rest", done: 0 },
];

for (const [how, away] of Object.entries(absences)) {
  test(`fault 22: hidden for five minutes, ${how}, it is right within 250 ms and tells one thing`, async ({ app }) => {
    const context = await app.launch({ reducedMotion: "reduce" });
    await context.addInitScript(keepRealTime);
    await stopClock(context);
    await context.addInitScript(listen);
    const squats = ["deep-squat", "base", [5, 6], 30];
    const player = await Player.begin(app, routineOf("hidden0001", "Hidden", balance(20, 20, 20), squats));
    const { page } = player;
    for (const { phase, spent, paused = false, then, since, done } of left) {
      await player.goOn((look) => look.phase === phase);
      await player.pass(spent);
      if (paused) await player.pause();
      const before = await player.look();
      expect(before).toMatchObject({ phase, paused });
      await page.evaluate(() => (window.told.length = window.sounded.length = window.spoken.length = 0));
      await hide(page);
      await away(player);
      const took = await shownUntil(page, then);
      const where = JSON.stringify({ phase, spent, paused, took });
      expect(took, where).toBeLessThanOrEqual(250);
      const digits = then === "wait" ? MINUTES - since : before.digits;
      await player.expectSaved(before.saved + done);
      await expect.poll(() => player.look(), { message: where }).toMatchObject({ phase: then, paused, digits, saved: before.saved + done });

      await player.pass(0.9);
      const heard = await page.evaluate(() => ({ told: window.told, sounded: window.sounded, spoken: window.spoken }));
      const changed = then !== phase;
      expect(heard.told.map(({ text }) => text), where).toHaveLength(changed ? 1 : 0);
      expect(heard.spoken.length, `${where}: ${heard.spoken}`).toBeLessThanOrEqual(changed ? 1 : 0);
      expect(heard.sounded.filter(({ after }) => after < 0.1).length, where).toBeLessThanOrEqual(changed ? 1 : 0);
      if (paused) await player.resume();
    }
    await player.finish();
    const [session] = await readLog(page);
    // Of the hold in which it was hidden, only what was seen counts: nobody has said more.
    expect(session.sets.map(({ side, done }) => `${side}${done}`)).toEqual(["r5", "l20", "r20", "l20", "r20", "l20", "-5", "-6"]);
  });
}

/** Shows the page; how many real milliseconds it takes until it is in `phase`. */
async function shownUntil(page, phase) {
  await page.evaluate(() => document.addEventListener("visibilitychange", () => (window.shownAt = window.realNow()), true));
  await show(page);
  return page.evaluate(async (phase) => {
    while (document.querySelector("main.player").dataset.phase !== phase && window.realNow() - window.shownAt < 2000) {
      await new Promise((done) => window.runningTimers.setTimeout.call(window, done, 1));
    }
    return window.realNow() - window.shownAt;
  }, phase);
}

// Fault 19 -----------------------------------------------------------------------------------------------------------

// By how much does not matter: tests/domain/session has a millisecond, an hour, a day and ten years.
test("fault 19: the clock set back by a day in every phase changes nothing", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const squats = ["deep-squat", "base", [5, 6], 30];
  const player = await Player.begin(app, routineOf("back000001", "Back", balance(20, 20), squats));
  const { page } = player;
  for (const phase of ["ready", "hold", "hold, paused", "switch", "rest", "wait", "reps", "rest, reopened"]) {
    const [of, how] = phase.split(", ");
    if (of === "wait") await sleepToWait(player);
    else await player.goOn((look) => look.phase === of);
    await player.pass(2);
    if (how === "paused") await player.pause();
    const before = await player.look();
    await setClock(page, -DAY);
    if (how === "reopened") await open(page, page.url());
    const after = await told(player, 2);
    const where = JSON.stringify({ phase, before, after });
    const { phase: stands, paused, side, title, saved } = before;
    expect(after, where).toMatchObject({ phase: stands, paused, side, title, saved });
    expect(after.place.split(" ·")[0], where).toBe(before.place.split(" ·")[0]);
    // How long it is since the last look at the clock, nobody knows: a set-back may cost that one second.
    const moves = { paused: [0], wait: [1, 2], reps: [0] }[how ?? of] ?? [-1, -2];
    // Of a page that died as well, only the beginning of the phase is known.
    const known = how === "reopened" ? [0, ...moves] : moves;
    expect(known, where).toContain(after.digits - before.digits);
    if (how === "paused") await player.resume();
  }
  await player.finish();
  const [session] = await readLog(page);
  expect(session.started).toBe(NOW);
  expect(session.sets.map(({ side, done }) => `${side}${done}`)).toEqual(["r20", "l20", "r20", "l20", "-5", "-6"]);
  const at = session.sets.map((set) => set.at);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
  expect(at[0]).toBeGreaterThanOrEqual(0);
  expect(at.at(-1)).toBeLessThan(300);
});

/** Has the runner gone until it is her turn. */
async function sleepToWait(player) {
  await player.sleepThrough((await player.look()).digits + 6);
  await player.expectPhase("wait");
}

/** Lets seconds pass, and looks at each that no number turns negative. */
async function told(player, seconds) {
  for (let second = 0; second < seconds; second += 1) {
    await player.pass(1);
    const text = await player.main.evaluate((main) =>
      [".player-clock", ".player-strip"].map((part) => main.querySelector(part).innerText).join(" "),
    );
    expect(text, "a negative number on screen").not.toMatch(/[-−]\s?\d/);
  }
  return player.look();
}

// Fault 20 -----------------------------------------------------------------------------------------------------------

// An hour twice, and in Beirut a night without 00:00. tests/domain/log.rs has the changes of forty years.
const changes = [
  { zone: "Europe/Berlin", change: "2026-10-25T01:00:00Z", offset: 120, day: "25Oct" },
  { zone: "Asia/Beirut", change: "2026-03-28T22:00:00Z", offset: 120, day: "28Mar" },
];

for (const { zone, change, offset, day } of changes) {
  test(`fault 20: a session across the change of ${change} in ${zone} has its length and its day`, async ({ app }) => {
    const start = Date.parse(change) - 30_000;
    await stopClock(await app.launch({ timezoneId: zone, reducedMotion: "reduce" }), start);
    const player = await Player.begin(app, routineOf("summer0001", "Summer", balance(40)));
    const { page } = player;
    const leads = async () => -(await page.evaluate(() => new Date().getTimezoneOffset()));
    await expect.poll(() => leads()).toBe(offset);
    await player.pass(29);
    await expect.poll(() => player.look()).toMatchObject({ phase: "hold", digits: 21 });
    await player.pass(2);
    await expect.poll(() => leads()).not.toBe(offset);
    await expect.poll(() => player.look()).toMatchObject({ phase: "hold", digits: 19, side: "Right" });
    await player.finish();
    const months = Object.entries(await readKeys(page)).filter(([key]) => key.startsWith("mainspring.log:"));
    expect(months.map(([key]) => key)).toEqual([`mainspring.log:${change.slice(0, 7)}`]);
    const [, , , started, kept, seconds] = JSON.parse(months[0][1]).s[0];
    expect([started, kept, seconds]).toEqual([start, offset, 95]);
    await open(page, `${app.server.origin}/progress`);
    await expect(new Progress(page).rows.first()).toContainText(day);
  });
}

// Fault 23 -----------------------------------------------------------------------------------------------------------

testAlone("fault 23: a device asleep records the hold that ran, and begins nothing that nobody saw", async ({ app }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(listen);
  const player = await Player.begin(app, routineOf("asleep0001", "Asleep", ["deep-squat", "base", [5], 1], balance(2)));
  const { page } = player;
  const act = async (phase) => {
    await page.waitForTimeout(600);
    await player.primary.click();
    await player.expectPhase(phase);
  };
  const sleep = async () => {
    await page.evaluate(() => (window.told.length = 0));
    await app.stopped(7000);
    await player.expectPhase("wait");
    await expect.poll(() => page.evaluate(() => window.told.length)).toBe(1);
  };
  await act("reps");
  await act("rest");
  await player.expectSaved(1);
  // A rest of one second, over for six.
  await sleep();
  await expect.poll(() => player.look()).toMatchObject({ saved: 1, side: "Right" });
  await player.primary.click();
  await player.expectPhase("ready");
  await act("hold");
  // Two seconds of the hold and five of the change of sides are over; the other side has not begun.
  await app.stopped(12_500);
  await player.expectPhase("wait");
  await player.expectSaved(2);
  await expect.poll(() => player.look()).toMatchObject({ saved: 2, side: "Left" });
  await expect.poll(() => page.evaluate(() => window.told.length)).toBeLessThanOrEqual(3);
  await page.reload();
  await ready(page);
  await player.expectPhase("wait");
  await player.expectSaved(2);
});
