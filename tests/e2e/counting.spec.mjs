// Repetitions counted by their tempo, a hold in which the phone was locked, a rest that is never begun again, and the kit before
// a start.
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { chosen, hearTones, hearVoice } from "./pages/senses.mjs";
import { plainPage, readKeys, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [6, 6, 6], 60]);
const balance = routineOf("hold000001", "Hold", ["single-leg-balance", "base", [45], 30]);

async function begin(app, routine, choices, { stubs = [], reducedMotion = "reduce" } = {}) {
  const context = await app.launch({ reducedMotion });
  for (const stub of stubs) await context.addInitScript(stub);
  await stopClock(context);
  const page = await plainPage(app);
  await writeStores(page, { keys: { ...withRoutine(routine).keys, ...chosen(choices) } });
  await open(page, `${app.server.origin}/play/${routine.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.expectPhase("ready");
  return player;
}

test("repetitions count down by their tempo, aloud, and the last one waits for Done", async ({ app }) => {
  const player = await begin(app, squats, { on: ["count"] }, { stubs: [hearVoice, hearTones] });
  await player.pass(10);
  await player.expectPhase("reps");
  // Near the end of a repetition, where a count that is early is seen.
  await player.pass(2.5);
  for (const left of ["6", "5", "4", "3", "2", "1"]) {
    await expect(player.digits).toHaveText(left);
    await player.pass(3);
  }
  await expect(player.digits).toHaveText("0");
  await expect(player.main).toContainText("That was the last one: tap Done");
  const said = (await player.page.evaluate(() => window.said)).slice(1);
  expect(said).toEqual(["Deep squat. 6 reps.", "4", "3", "2", "1", "That was the last one."]);
  await player.pass(120);
  await player.expectPhase("reps");
  await player.primary.click();
  await player.expectPhase("rest");
  await expect(player.main.locator(".player-adjust output").filter({ visible: true })).toHaveText("Did 6");
});

test("the figure keeps step with the count: down and up once in each repetition, and standing still in a pause", async ({ app }) => {
  const player = await begin(app, squats, { on: ["count"] }, { reducedMotion: "no-preference" });
  /** How high the shoes and the head are apart, in the figure's units. */
  const height = () =>
    player.main.locator('.player-figure [data-figure="moving"]').evaluate((moving) => moving.getBBox().height);
  await player.pass(10);
  await player.expectPhase("reps");
  const heights = [];
  for (let moment = 0; moment < 12; moment += 1) {
    await player.pass(0.75);
    heights.push(await height());
  }
  const [most, least] = [Math.max(...heights), Math.min(...heights)];
  expect(most - least).toBeGreaterThan(0.2 * most);
  for (const [at, one] of heights.slice(4).entries()) expect(Math.abs(one - heights[at]), `a repetition before ${at}: ${heights}`).toBeLessThan(0.05 * most);
  await expect(player.digits).toHaveText("3");
  await player.pause();
  await player.pass(0.5);
  const still = await height();
  await player.pass(1.3);
  expect(await height()).toBe(still);
});

test("Done before the last one proposes what was counted, with what she corrected, and a pause stands still", async ({ app }) => {
  const player = await begin(app, squats, { on: ["count"] });
  await player.pass(10);
  await player.expectPhase("reps");
  await player.pass(7);
  await expect(player.digits).toHaveText("4");
  await player.pause();
  await player.pass(60);
  await expect(player.digits).toHaveText("4");
  await player.resume();
  await player.pass(2.4);
  await expect(player.digits).toHaveText("3");
  await player.main.getByRole("button", { name: "More: done in this set" }).click();
  await player.pass(0.2);
  await player.primary.click();
  await player.expectPhase("rest");
  await expect(player.main.locator(".player-adjust output").filter({ visible: true })).toHaveText("Did 4");
});

test("the count is switched in the player, and off the target stands", async ({ app }) => {
  const player = await begin(app, squats, {});
  await player.pass(16);
  await expect(player.digits).toHaveText("6");
  await player.button("Change").click();
  await player.page.getByRole("checkbox", { name: "Count the reps for me" }).check();
  await player.page.keyboard.press("Escape");
  await expect(player.digits).toHaveText("4");
  expect(JSON.parse((await readKeys(player.page))["mainspring.settings"]).on).toEqual(["count"]);
});

test("a set skipped in a rest keeps what was rested", async ({ app }) => {
  const player = await begin(app, squats, {});
  await player.pass(10);
  await player.pass(5);
  await player.primary.click();
  await player.expectPhase("rest");
  await player.pass(20);
  await expect(player.digits).toHaveText("40");
  await player.button("Skip").click();
  await expect.poll(async () => (await player.look()).place).toMatch(/^3 of 3/);
  await player.expectPhase("rest");
  await expect(player.digits).toHaveText("40");
});

for (const [answer, seconds] of [["Yes, 45 s", 45], ["No, 12 s", 12], [undefined, 12]]) {
  test(`a hold in which the phone was locked: ${answer ?? "no answer"}`, async ({ app }) => {
    const player = await begin(app, balance, {});
    await player.pass(10);
    await player.expectPhase("hold");
    await player.pass(12);
    await player.sleepThrough(35);
    await player.expectPhase("switch");
    const asked = player.main.locator('[data-asked="held"]');
    await expect(asked).toContainText("Held on to the end?");
    if (answer) {
      await asked.getByRole("button", { name: answer }).click();
      await expect(asked).toHaveCount(0);
    }
    await player.finish();
    const [session] = await readLog(player.page);
    expect(session.sets.map((set) => set.done)).toEqual([seconds, 45]);
  });
}

test("a last hold in which the phone was locked is asked about at the end", async ({ app }) => {
  const player = await begin(app, balance, {});
  await player.goOn(({ phase, side }) => phase === "hold" && side === "Left");
  await player.pass(12);
  await player.sleepThrough(60);
  await player.expectFinished();
  await player.main.getByRole("button", { name: "Yes, 45 s" }).click();
  await expect(player.main.locator('[data-asked="held"]')).toHaveCount(0);
  await expect.poll(async () => (await readLog(player.page))[0].sets.map((set) => set.done)).toEqual([45, 45]);
});

const kitted = routineOf("kit0000001", "Kit", ["single-leg-deadlift", "base", [10], 60], ["deep-squat", "base", [20], 60]);

test("before a start each piece of kit has its mark, and what is lacking can be swapped or told to be there", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, withRoutine(kitted));
  await open(page, `${app.server.origin}/play/${kitted.id}`);
  const player = new Player(page);
  const rows = page.locator(".offer-items li");
  const dowel = player.button("Dowel or broom");
  await expect(rows.locator(".figure")).toHaveCount(2);
  await expect(rows.first()).toContainText("Needs: Dowel or broom");
  await expect(dowel).toHaveAttribute("aria-pressed", "false");
  await player.button("Swap 1 exercise for what you have").click();
  await expect(rows.first()).toContainText("Instead of Single-leg deadlift");
  await expect(dowel).toHaveCount(0);
  await player.button("Undo the swap").click();
  await expect(rows.first()).toContainText("Needs: Dowel or broom");
  await dowel.click();
  await expect(dowel).toHaveAttribute("aria-pressed", "true");
  await expect(rows.first()).not.toContainText("Needs");
  await expect(page.getByRole("button", { name: /^Swap/ })).toHaveCount(0);
  await expect.poll(async () => JSON.parse((await readKeys(page))["mainspring.settings"]).kit).toEqual(["dowel"]);
});

test("what was swapped before a start is what is trained", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, withRoutine(kitted));
  await open(page, `${app.server.origin}/play/${kitted.id}`);
  const player = new Player(page);
  await page.getByRole("button", { name: /^Swap 1/ }).click();
  const first = await page.locator(".offer-items strong").first().textContent();
  expect(first).not.toBe("Single-leg deadlift");
  await player.button("Start").click();
  await player.expectPhase("ready");
  expect((await player.look()).title).toBe(first);
});

const SIZES = [[390, 844], [320, 568], [844, 390], [768, 1024], [1280, 800], [1920, 1080]];

for (const size of ["100%", "200%"]) {
  test(`before a start: Start is in sight at every size, letters of ${size}`, async ({ app }) => {
    await app.launch({ reducedMotion: "reduce" });
    const page = await app.open("/play/balance");
    await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
    const wrong = [];
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await paint(page);
      const found = await page.evaluate(() => {
        const button = document.querySelector(".main-action");
        const { x, y, width, bottom, right, height } = button.getBoundingClientRect();
        const hit = [y + 4, (y + bottom) / 2, bottom - 4].every((down) => button.contains(document.elementFromPoint(x + width / 2, down)));
        return { whole: y >= 0 && bottom <= innerHeight && x >= 0 && right <= innerWidth && hit && height >= 96, wide: document.documentElement.scrollWidth - innerWidth };
      });
      if (!found.whole || found.wide > 0) wrong.push(`${width}×${height}: ${JSON.stringify(found)}`);
    }
    expect(wrong).toEqual([]);
  });
}
