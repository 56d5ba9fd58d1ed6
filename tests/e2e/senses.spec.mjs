// What the player does beside the screen: tones, a voice, shaking, the track of pocket mode, the few words of a screen
// reader, and the screen kept awake. Faults 43 and 44 of the fault table.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { chosen, feelShakes, hearTones, hearVoice, watchLocks, watchTrack } from "./pages/senses.mjs";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const hold = routineOf("hold000001", "Hold", ["single-leg-balance", "base", [20], 30]);
const reps = routineOf("reps000001", "Reps", ["banded-glute-bridge", "base", [2, 2], 30]);

/** A session of `routine` just begun, by somebody who chose so, in a browser that notes everything. */
async function begin(app, routine = hold, choices = {}, also = () => {}) {
  const context = await app.launch();
  for (const stub of [hearTones, hearVoice, feelShakes, watchLocks, watchTrack, also]) await context.addInitScript(stub);
  await stopClock(context);
  const page = await plainPage(app);
  const { keys } = withRoutine(routine);
  await writeStores(page, { keys: { ...keys, ...chosen(choices) } });
  await open(page, `${app.server.origin}/play/${routine.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.expectPhase("ready");
  return player;
}

/** The seconds in which tones are planned, each once. */
const planned = (player) =>
  player.page.evaluate(() => [...new Set([...window.tones.values()].map(({ after }) => after))].sort((a, b) => a - b));
const noted = (player, name) => player.page.evaluate((name) => window[name], name);
const press = (player, key) => player.page.evaluate((key) => window.keys[key](), key);
const notice = (player, text) => player.main.getByText(text);
const comeBack = (player) => player.page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

test("tones are planned for the end of each timed phase, and halfway through a long hold", async ({ app }) => {
  const player = await begin(app);
  await expect.poll(() => planned(player)).toEqual([7, 8, 9, 10]);
  await player.next();
  await player.expectPhase("hold");
  await expect.poll(() => planned(player)).toEqual([10, 17, 18, 19, 20]);
  await player.next();
  await player.expectPhase("switch");
  await expect.poll(() => planned(player)).toEqual([2, 3, 4, 5]);
});

test("a rest that a tap begins sounds at once, and its end is planned", async ({ app }) => {
  const player = await begin(app, reps);
  await player.next();
  await player.expectPhase("reps");
  await expect.poll(() => planned(player), { message: "the runner ends it" }).toEqual([]);
  await player.next();
  await player.expectPhase("rest");
  await expect.poll(() => planned(player)).toEqual([0, 27, 28, 29, 30]);
});

test("where the runner is waited for, nothing more is planned", async ({ app }) => {
  const player = await begin(app, reps);
  await player.next();
  await player.next();
  await player.page.clock.fastForward(60_000);
  await player.pass(1);
  await player.expectPhase("wait");
  await expect.poll(async () => (await planned(player)).filter((after) => after > 0), { message: "but for what has begun" }).toEqual([]);
});

test("the tempo ticks every second of the repetitions", async ({ app }) => {
  const player = await begin(app, reps, { on: ["tempo"] });
  await player.next();
  await player.expectPhase("reps");
  await expect.poll(() => planned(player)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("a pause silences what was planned, going on plans the rest of it", async ({ app }) => {
  const player = await begin(app);
  await player.next();
  await player.pass(5);
  await player.primary.click();
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await expect.poll(() => planned(player)).toEqual([]);
  await player.pass(60);
  await player.primary.click();
  await expect.poll(() => planned(player)).toEqual([5, 12, 13, 14, 15]);
});

test("with the sound off nothing is planned and said, and on again the present phase has its tones", async ({ app }) => {
  const player = await begin(app);
  await player.button("Sound").click();
  await expect.poll(() => planned(player)).toEqual([]);
  const before = await noted(player, "said");
  await player.next();
  await player.expectPhase("hold");
  await expect.poll(() => planned(player)).toEqual([]);
  await expect.poll(() => noted(player, "said")).toEqual(before);
  await player.button("Sound").click();
  await expect.poll(() => planned(player)).toEqual([10, 17, 18, 19, 20]);
});

test("the volume is the runner's", async ({ app }) => {
  const player = await begin(app, hold, { volume: 0 });
  await expect.poll(() => player.page.evaluate(() => window.loudness.value)).toBe(0);
});

test("a voice says what comes, how much, the last ten seconds and the end", async ({ app }) => {
  const player = await begin(app, routineOf("hold000002", "Hold", ["single-leg-balance", "base", [30], 30]));
  await player.finish();
  await expect.poll(() => noted(player, "said")).toEqual([
    "Get ready: single-leg balance, right leg.",
    "Single-leg balance. Right leg. 30 seconds.",
    "Halfway.",
    "Ten seconds.",
    "Done. Other side. Left leg.",
    "Single-leg balance. Left leg. 30 seconds.",
    "Halfway.",
    "Ten seconds.",
    "Done. The session is over.",
  ]);
});

test("without the voice the tones are there", async ({ app }) => {
  const player = await begin(app, hold, { off: ["voice"] });
  await player.next();
  await expect.poll(() => noted(player, "said")).toEqual([]);
  await expect.poll(() => planned(player)).toEqual([10, 17, 18, 19, 20]);
});

test("the device shakes with each sound, also when it is muted", async ({ app }) => {
  const player = await begin(app, hold, { sound: false });
  await player.next();
  await player.expectPhase("hold");
  await expect.poll(() => noted(player, "shakes")).toEqual([[120], [120], [120], [600]]);
  await player.pass(11);
  await expect.poll(async () => (await noted(player, "shakes")).slice(4)).toEqual([[70, 70, 70]]);
});

test("who does not want it is not shaken", async ({ app }) => {
  const player = await begin(app, hold, { off: ["vibration"] });
  await player.next();
  await expect.poll(() => noted(player, "shakes")).toEqual([]);
});

test("what a screen reader gets is five seconds apart, however fast the runner taps", async ({ app }) => {
  // With a voice it would be the voice that says it.
  const player = await begin(app, reps, { off: ["voice"] });
  await player.page.evaluate(() => {
    window.announced = [];
    const status = document.querySelector("p[role=status].visually-hidden");
    new MutationObserver(() => window.announced.push([Date.now(), status.textContent])).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  for (let tap = 0; tap < 3; tap += 1) await player.press();
  await player.expectPhase("reps");
  await player.pass(6);
  await player.press();
  await player.pass(12);
  const announced = await noted(player, "announced");
  // The rest between them lasted less than a second: it is not told. The second set has the words of the first, and is told
  // all the same: a no-break space, which is not spoken, makes them another text.
  expect(announced.map(([, words]) => words)).toEqual([
    "Banded glute bridge. 2 reps.",
    "Banded glute bridge. 2 reps.\u{a0}",
    expect.stringMatching(/^Your first session: 2 sets/),
  ]);
  for (let at = 1; at < announced.length; at += 1) expect(announced[at][0] - announced[at - 1][0]).toBeGreaterThanOrEqual(5000);
});

test("in pocket mode the Start tap plays a sound file, the lock screen tells and moves the session", async ({ app }) => {
  const player = await begin(app, hold, { on: ["pocket"] });
  await expect.poll(() => noted(player, "plays")).toEqual([{ url: "blob:", tapped: true }]);
  // 10 s to get ready, two sides of 20 s, 5 s between them, 2 s for the last sound; 58 bytes of header.
  await expect.poll(() => noted(player, "files")).toEqual([{ type: "audio/wav", size: 57 * 8000 + 58 }]);
  await expect.poll(() => planned(player), { message: "nothing sounds twice" }).toEqual([]);
  const shown = () => player.page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession;
    return [metadata.title, metadata.artist, playbackState, window.element.paused];
  });
  await expect.poll(() => shown()).toEqual(["Single-leg balance, right leg", "20 seconds", "playing", false]);
  await player.pass(1);
  await press(player, "nexttrack");
  await player.expectPhase("hold");
  await player.pass(4);
  await press(player, "pause");
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await expect.poll(() => shown()).toEqual(["Single-leg balance, right leg", "20 seconds", "paused", true]);
  await player.pass(60);
  await press(player, "play");
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await expect.poll(() => shown()).toEqual(["Single-leg balance, right leg", "20 seconds", "playing", false]);
  await expect.poll(() => noted(player, "files"), { message: "what was paused plays on" }).toHaveLength(2);
  await press(player, "nexttrack");
  await player.expectPhase("switch");
  await expect.poll(async () => (await shown())[0]).toBe("Single-leg balance, left leg");
  await press(player, "previoustrack");
  await player.expectPhase("ready");
  await player.leaveButton.click();
  await expect.poll(() => player.page.evaluate(() => window.element.paused)).toBe(true);
});

test("in pocket mode sets take their tempo, and the track of the Start tap is the only one", async ({ app }) => {
  const player = await begin(app, reps, { on: ["pocket"] });
  await player.pass(10);
  await player.expectPhase("reps");
  await player.pass(12);
  await player.expectPhase("rest");
  await player.pass(30 + 12);
  await player.expectPhase("finished");
  await expect.poll(() => noted(player, "files")).toHaveLength(1);
});

test("where pocket mode may not play, the runner is told once, and the tones are there", async ({ app }) => {
  const player = await begin(app, hold, { on: ["pocket"] }, () => (window.denies = true));
  const told = notice(player, "does not let pocket mode play");
  await expect(told).toHaveCount(1);
  await expect.poll(() => planned(player)).toEqual([7, 8, 9, 10]);
  await told.locator("xpath=..").getByRole("button", { name: "Dismiss" }).click();
  await player.press();
  await expect.poll(() => planned(player)).toEqual([0, 10, 17, 18, 19, 20]);
  await expect(told).toHaveCount(0);
});

/** Switches pocket mode in the player's own dialog. */
async function turnPocket(player, on) {
  await player.button("Change").click();
  await player.page.getByRole("checkbox", { name: "Pocket mode" }).setChecked(on);
  await player.page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
}

test("pocket mode that was refused tries again when the runner turns it on", async ({ app }) => {
  const player = await begin(app, hold, { on: ["pocket"] }, () => (window.denies = true));
  await expect.poll(() => planned(player)).toEqual([7, 8, 9, 10]);
  const before = (await noted(player, "plays")).length;
  await player.page.evaluate(() => (window.denies = false));
  await turnPocket(player, false);
  await player.press();
  await expect.poll(async () => (await noted(player, "plays")).length, { message: "not by any tap" }).toBe(before);
  await turnPocket(player, true);
  await expect.poll(async () => (await noted(player, "plays")).slice(before)).toEqual([{ url: "blob:", tapped: true }]);
  await expect.poll(() => planned(player), "the track sounds instead").toEqual([]);
});

test("pocket mode turned on late in a set leaves a whole repetition to do", async ({ app }) => {
  const player = await begin(app, reps);
  await player.next();
  await player.expectPhase("reps");
  await player.pass(60);
  await turnPocket(player, true);
  await player.pass(5);
  await player.expectPhase("reps");
  await player.pass(2);
  await player.expectPhase("rest");
  await player.expectSaved(1);
});

test("pocket mode keeps within 50 ms of the session's clock", async ({ app }) => {
  const context = await app.launch();
  for (const stub of [hearVoice, watchLocks, watchTrack]) await context.addInitScript(stub);
  const page = await plainPage(app);
  const { keys } = withRoutine(hold);
  await writeStores(page, { keys: { ...keys, ...chosen({ on: ["pocket"] }) } });
  await open(page, `${app.server.origin}/play/${hold.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.expectPhase("ready");
  const drift = () => page.evaluate(() => {
    const { epoch } = JSON.parse(localStorage.getItem("mainspring.at"));
    return Math.abs(window.element.currentTime * 1000 - (Date.now() - epoch));
  });
  // Once it plays it is put right by itself; from then on the test moves it, from wherever it is: this clock is a real one.
  await expect.poll(() => page.evaluate(() => window.element.currentTime)).toBeGreaterThan(0.5);
  await page.evaluate(() => (window.element.currentTime += 3));
  await expect.poll(drift).toBeGreaterThan(1000);
  const backWithin = async () => {
    await comeBack(player);
    return drift();
  };
  await expect.poll(backWithin).toBeLessThan(50);
});

test("the screen is kept awake while a session runs, and let go when it is left", async ({ app }) => {
  const player = await begin(app);
  await expect.poll(() => noted(player, "locks")).toEqual({ asked: 1, released: 0 });
  await player.leaveButton.click();
  await expect.poll(() => noted(player, "locks")).toEqual({ asked: 1, released: 1 });
});

test("through a long pause the screen may sleep, and going on keeps it awake again", async ({ app }) => {
  const player = await begin(app);
  await player.page.keyboard.press("Space");
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await player.pass(299);
  await expect.poll(() => noted(player, "locks")).toEqual({ asked: 1, released: 0 });
  await player.pass(2);
  await expect.poll(() => noted(player, "locks")).toEqual({ asked: 1, released: 1 });
  await player.page.keyboard.press("Space");
  await expect.poll(() => noted(player, "locks")).toEqual({ asked: 2, released: 1 });
});

test("fault 44: a wake lock that was dropped is taken again on return", async ({ app }) => {
  const player = await begin(app);
  await comeBack(player);
  await expect.poll(async () => (await noted(player, "locks")).asked).toBe(2);
});

test("fault 44: a wake lock that is denied is told once, and the session goes on", async ({ app }) => {
  const player = await begin(app, hold, {}, () => (window.denies = true));
  const told = notice(player, "lets the screen sleep");
  await expect(told).toHaveCount(1);
  await told.locator("xpath=..").getByRole("button", { name: "Dismiss" }).click();
  await comeBack(player);
  await expect.poll(async () => (await noted(player, "locks")).asked).toBe(2);
  await expect(told).toHaveCount(0);
  await player.next();
  await player.expectPhase("hold");
});

test("fault 43: where audio cannot be opened everything else goes on, and the next tap has it", async ({ app }) => {
  const player = await begin(app, hold, {}, () => {
    const Real = window.AudioContext;
    window.blocked = true;
    window.AudioContext = function () {
      if (window.blocked) throw new DOMException("no", "NotAllowedError");
      return new Real();
    };
  });
  await expect.poll(() => planned(player)).toEqual([]);
  await player.pass(3);
  await expect.poll(async () => (await player.look()).digits).toBe(7);
  await player.page.evaluate(() => (window.blocked = false));
  await player.press();
  await player.expectPhase("hold");
  await expect.poll(() => planned(player)).toEqual([0, 10, 17, 18, 19, 20]);
});

test("fault 43: audio that stays suspended is woken by the next tap", async ({ app }) => {
  const player = await begin(app, hold, {}, () => {
    window.woken = 0;
    Object.defineProperty(AudioContext.prototype, "state", { get: () => (window.woken < 3 ? "suspended" : "running") });
    AudioContext.prototype.resume = async () => void (window.woken += 1);
  });
  const before = await noted(player, "woken");
  expect(before).toBeGreaterThan(0);
  await player.press();
  await player.expectPhase("hold");
  await expect.poll(() => noted(player, "woken")).toBeGreaterThan(before);
});
