// What the player does beside the screen: tones at the end of a timed phase, and the screen kept awake.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { routineOf } from "./pages/stores.mjs";
import { expect, test } from "./support/app.mjs";

const hold = routineOf("hold000001", "Hold", ["single-leg-balance", "base", [20], 30]);

/** Notes every tone that is planned, in seconds from that moment, and how often the screen is asked to stay on. */
function listen() {
  window.tones = [];
  window.locks = { asked: 0, released: 0 };
  const { start, stop } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    window.tones.push({ after: Math.round(when - this.context.currentTime), pitch: this.frequency.value });
    return start.call(this, when);
  };
  OscillatorNode.prototype.stop = function (when) {
    if (when === undefined || when === 0) window.tones = [];
    return stop.call(this, when);
  };
  const request = async () => {
    window.locks.asked += 1;
    return { release: async () => void (window.locks.released += 1) };
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}

async function begin(app) {
  const context = await app.launch();
  await context.addInitScript(listen);
  await stopClock(context);
  return Player.begin(app, hold);
}

const planned = (player) => player.page.evaluate(() => window.tones.map((tone) => tone.after));
const locks = (player) => player.page.evaluate(() => window.locks);

test("three early tones and a long one are planned for the end of each timed phase", async ({ app }) => {
  const player = await begin(app);
  expect(await planned(player)).toEqual([7, 8, 9, 10]);
  await player.next();
  await player.expectPhase("hold");
  expect(await planned(player)).toEqual([17, 18, 19, 20]);
  const pitches = await player.page.evaluate(() => window.tones.map((tone) => tone.pitch));
  expect(Math.max(...pitches.slice(0, 3))).toBeLessThan(pitches[3]);
});

test("a pause silences what was planned, going on plans the rest of it", async ({ app }) => {
  const player = await begin(app);
  await player.next();
  await player.pass(5);
  await player.primary.click();
  await expect(player.main).toHaveAttribute("data-paused", "true");
  expect(await planned(player)).toEqual([]);
  await player.pass(60);
  await player.primary.click();
  expect(await planned(player)).toEqual([12, 13, 14, 15]);
});

test("with the sound off nothing is planned, and on again the present phase has its tones", async ({ app }) => {
  const player = await begin(app);
  await player.button("Sound").click();
  expect(await planned(player)).toEqual([]);
  await player.button("Sound").click();
  expect(await planned(player)).toEqual([7, 8, 9, 10]);
});

test("the screen is kept awake while a session runs, and let go when it is left", async ({ app }) => {
  const player = await begin(app);
  await expect.poll(() => locks(player)).toEqual({ asked: 1, released: 0 });
  await player.leaveButton.click();
  await expect.poll(() => locks(player)).toEqual({ asked: 1, released: 1 });
});
