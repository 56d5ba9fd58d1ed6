// Everything that a screen reader is told in a session, in order; and nothing of it on other pages.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { chosen } from "./pages/senses.mjs";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const mixed = routineOf("mixed00001", "Mixed", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]);

// Runs in the page: notes what the status line says, and in which second.
function listen() {
  const status = document.querySelector("p[role=status].visually-hidden");
  const start = Date.now();
  window.told = [];
  const note = () => window.told.push([Math.round((Date.now() - start) / 1000), status.textContent]);
  new MutationObserver(note).observe(status, { subtree: true, childList: true, characterData: true });
}

/** A session without the voice, which would say it instead. */
async function begin(app) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys } = withRoutine(mixed);
  await writeStores(page, { keys: { ...keys, ...chosen({ off: ["voice"] }) } });
  await open(page, `${app.server.origin}/play/${mixed.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.expectPhase("ready");
  await page.evaluate(listen);
  return player;
}

const told = async (player) => (await player.page.evaluate(() => window.told)).map(([second, words]) => `${second} ${words.replaceAll("\u{a0}", "")}`);

test("what a screen reader is told in a session, in order", async ({ app }) => {
  const player = await begin(app);
  await player.pass(10);
  await player.pass(8);
  await player.pause();
  await player.pass(2);
  await player.resume();
  await player.pass(12);
  await player.pass(5);
  await player.pass(20);
  await player.expectPhase("rest");
  await player.pass(30);
  await player.expectPhase("reps");
  await player.pass(6);
  await player.primary.click();
  await player.expectPhase("rest");
  await player.pass(30);
  await player.pass(6);
  await player.primary.click();
  await player.expectPhase("finished");
  await player.pass(6);
  expect(await told(player)).toEqual([
    "1 Get ready: single-leg balance, right leg.",
    "10 Single-leg balance. Right leg. 20 seconds.",
    "18 Paused.",
    "20 Going on.",
    "32 Done. Other side. Left leg.",
    "37 Single-leg balance. Left leg. 20 seconds.",
    "57 Done. Rest, 30 seconds. Next: deep squat.",
    "87 Deep squat. 5 reps.",
    "93 Done. Rest, 30 seconds. Next: deep squat.",
    "123 Deep squat. 5 reps.",
    expect.stringMatching(/^129 Your first session: 3 sets/),
  ]);
});

test("pausing and going on are told even right after something else", async ({ app }) => {
  const player = await begin(app);
  await player.pass(11);
  await player.pause();
  await player.pass(1);
  await player.resume();
  await player.pass(1);
  await player.pause();
  expect((await told(player)).slice(1)).toEqual(["10 Single-leg balance. Right leg. 20 seconds.", "11 Paused.", "12 Going on.", "13 Paused."]);
});

test("how the session stands is told after a closed dialog", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn(({ phase }) => phase === "reps");
  await player.pass(6);
  await player.button("Change").click();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await told(player)).at(-1)).toMatch(/Work\. Deep squat\.$/);
  await player.pass(6);
  await player.button("Something hurts").click();
  await player.pass(2);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await told(player)).at(-1)).toMatch(/Paused\.$/);
});

test("nothing of a session is told on another page", async ({ app }) => {
  const player = await begin(app);
  const status = player.page.locator("p[role=status].visually-hidden");
  await player.pass(11);
  await player.leaveButton.click();
  await expect(player.page).toHaveURL(`${app.server.origin}/`);
  await expect(status).toBeEmpty();
  await player.pass(20);
  await expect(status).toBeEmpty();
});

test("the reserve question is told with the rest that it stands in", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const two = routineOf("two0000001", "Two", ["deep-squat", "base", [14], 30], ["lunge", "base", [6], 30]);
  await writeStores(page, { keys: { ...withRoutine(two).keys, ...chosen({ off: ["voice"] }) } });
  await open(page, `${app.server.origin}/play/${two.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.goOn(({ phase }) => phase === "reps");
  await page.evaluate(listen);
  await player.pass(8);
  await player.primary.click();
  await player.expectPhase("rest");
  expect((await told(player)).at(-1)).toBe("8 Done. Rest, 30 seconds. Next: lunge. Deep squat: Could you do 3 more?");
});
