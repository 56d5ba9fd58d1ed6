// A whole session by keyboard alone, and what a screen reader is told of it.
import { paint, stopClock } from "./pages/clock.mjs";
import { listen } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { readLog, routineOf } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, test } from "./support/app.mjs";

test("by keyboard alone, from Today through every phase to the finish, the focus is never lost and always seen", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/");
  const [today, player] = [new Today(page), new Player(page)];
  await tabTo(page, today.start);
  await page.keyboard.press("Enter");
  // The second part of the program may still be on its way.
  await expect(player.main).toHaveAttribute("data-phase", "ready", { timeout: 30_000 });
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();

  // By the large button once, so that the focus stands on it; then by whatever a hand finds.
  await tabTo(page, player.primary);
  const seen = new Set();
  const keys = { ready: "Enter", switch: "Space", rest: "ArrowRight", wait: "Enter", reps: "Enter" };
  let asleep = false;
  for (let look = await player.look(); look.phase !== "finished"; look = await player.look()) {
    const { phase, digits } = look;
    seen.add(phase);
    await player.pass(1);
    if (phase === "hold") {
      await expect(player.primary).toBeFocused();
      await page.keyboard.press("Space");
      await expect(player.main).toHaveAttribute("data-paused", "true");
      await expectFocus(page, `${phase}, paused`);
      await page.keyboard.press("Space");
      await expect(player.main).toHaveAttribute("data-paused", "false");
      await player.pass(digits - 1);
    } else if (phase === "rest" && !asleep) {
      asleep = true;
      await player.sleepThrough(digits + 6);
    } else {
      await page.keyboard.press(keys[phase]);
    }
    await expect(async () => expect((await player.look()).phase).not.toBe(phase)).toPass({ intervals: [10, 50] });
    await paint(page);
    await expectFocus(page, `after ${phase}`);
  }
  expect([...seen].sort()).toEqual(["hold", "ready", "reps", "rest", "switch", "wait"]);
  await expect(page.locator("#title")).toBeFocused();
  await tabTo(page, player.button("Hard"));
  await page.keyboard.press("Enter");
  await expect(player.button("Hard")).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, page.getByRole("link", { name: "Done", exact: true }));
  await player.pass(1);
  await page.keyboard.press("Enter");
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();
  await expect.poll(async () => (await readLog(page)).map(({ effort, sets }) => [effort, sets.length])).toEqual([["hard", 6]]);
});

/** Goes to `locator` by Tab alone. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${locator}`);
}

/** That something on screen has the focus, and shows it. */
async function expectFocus(page, where) {
  const fault = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "the focus is lost";
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    // A heading that the focus was led to is read, not pressed.
    const marked = element.id === "title" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const shown = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    return marked && shown ? "" : `not seen: ${element.outerHTML.slice(0, 120)}`;
  });
  expect(fault, where).toBe("");
}

/** The least milliseconds between two announcements, and the most of them in one phase. */
const [APART, MOST] = [5000, 4];

async function announcements(app, train) {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  await context.addInitScript(listen);
  const balance = ["single-leg-balance", "base", [40], 30];
  const player = await Player.begin(app, routineOf("said000001", "Said", balance, ["deep-squat", "base", [5, 6, 7], 20]));
  await train(player);
  const told = (await player.page.evaluate(() => window.told)).filter(({ text }) => text !== "");
  expect(told.length).toBeGreaterThanOrEqual(4);
  for (const [index, { at, text }] of told.entries()) {
    const where = `“${told[index - 1]?.text}”, then “${text}”`;
    if (index) expect(at - told[index - 1].at, where).toBeGreaterThanOrEqual(APART);
  }
  // Phases of one kind that follow each other are told apart by what lies between them.
  let [inPhase, last] = [0, undefined];
  for (const { phase, text } of told) {
    inPhase = phase === last ? inPhase + 1 : 1;
    last = phase;
    expect(inPhase, `${text} in ${phase}`).toBeLessThanOrEqual(MOST);
  }
  return told.map(({ text }) => text);
}

test("of a session at its own pace at most four things are told in a phase, five seconds apart", async ({ app }) => {
  const told = await announcements(app, async (player) => {
    for (let look = await player.look(); look.phase !== "finished"; look = await player.look()) {
      if (look.phase === "reps") await player.pass(look.digits * 4);
      await player.next();
    }
  });
  for (const of of [/Single-leg balance.*Right/, /Other side/, /Rest/, /Deep squat/, /6 sets|5 sets|session/]) {
    expect(told.join("\n")).toMatch(of);
  }
});

test("of a session of a runner in a hurry as well, and what was told last is where she is", async ({ app }) => {
  const told = await announcements(app, async (player) => {
    for (let look = await player.look(); look.phase !== "finished"; look = await player.look()) {
      if (look.phase === "hold") await player.next();
      else await player.press();
    }
    await player.pass(20);
  });
  expect(told.at(-1)).toMatch(/sets|session/);
});

test("→ ends a hold with the seconds held, and Space pauses where a button was only clicked", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("keyboard02", "Keys", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]));
  const { page } = player;
  await player.goOn((look) => look.phase === "hold");
  await player.pass(7);
  await page.keyboard.press("ArrowRight");
  await player.expectPhase("switch");
  await player.goOn((look) => look.phase === "rest");
  await player.press();
  await player.expectPhase("reps");
  await player.pass(1);
  await page.keyboard.press("Space");
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await page.keyboard.press("Space");
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await player.expectPhase("reps");
  await player.finish();
  await expect.poll(async () => (await readLog(page))[0]?.sets.map((set) => set.done)).toEqual([7, 20, 5, 5]);
});

test("the focus goes to the large button where what had it is gone from the phase", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("keyboard03", "Focus", ["deep-squat", "base", [5, 5], 30]));
  const { page } = player;
  await player.goOn((look) => look.phase === "rest");
  await player.button("+20 s").focus();
  await player.pass(30);
  await player.expectPhase("reps");
  await expect(player.primary).toBeFocused();
  await player.next();
  await player.expectPhase("finished");
  const early = routineOf("keyboard04", "Early", ["single-leg-balance", "base", [20], 30]);
  const second = await Player.begin(app, early);
  await second.goOn((look) => look.phase === "hold");
  await second.pass(5);
  await second.button("End set").focus();
  await second.page.keyboard.press("Enter");
  await second.expectPhase("switch");
  await expect(second.primary).toBeFocused();
});
