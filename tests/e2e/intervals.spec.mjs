// Intervals, and one set every minute: built, trained by the clock, logged, sent in a link.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { clockedRoutine, readKeys, readLog } from "./pages/stores.mjs";
import { expect, ready, test } from "./support/app.mjs";

test("intervals: built on a phone, worked and rested by the clock, logged in seconds, sent in a link", async ({ app }) => {
  test.setTimeout(120_000);
  const { builder, page, block } = await Builder.withPart(app, "Intervals", "deep-squat", "single-leg-balance");
  const player = new Player(page);
  await expect(block).toHaveAttribute("data-block", "intervals");
  await expect(block.locator(".facts")).toHaveText(/3 rounds.*40 s work.*20 s rest/);
  await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("3 × 40 seconds");
  const before = await builder.minutes.textContent();
  await block.getByRole("button", { name: "Change Intervals" }).click();
  const less = (what) => block.getByRole("button", { name: new RegExp(`^Less: ${what} of Intervals`) });
  await less("Work").click();
  await less("Work").click();
  await less("Rounds").click();
  await block.getByRole("button", { name: /^Less: Rest after each/ }).click();
  await expect(block.locator(".facts")).toHaveText(/2 rounds.*30 s work.*15 s rest/);
  await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("2 × 30 seconds");
  await expect.poll(() => builder.minutes.textContent()).not.toBe(before);
  await builder.open("deep-squat");
  await expect(builder.row("deep-squat").locator(".amount-field"), "the block gives the time").toBeHidden();
  await builder.undoButton.click();
  await expect(block.locator(".facts")).toContainText("20 s rest");
  await expect(builder.kept).toHaveText("Saved");
  const link = new URL(await builder.link.inputValue());
  expect(link.hash).toMatch(/^#3/);

  await builder.start.click();
  await player.expectPhase("ready");
  await player.next();
  await player.expectPhase("hold");
  await expect(page.locator("#phase"), "squats are no hold").toHaveText("Work");
  await expect(player.digits).toHaveText("30");
  await expect(page.locator(".player-dose")).toHaveText("Round 1 of 2 · 30 seconds");
  await player.next();
  expect(await player.look()).toMatchObject({ phase: "rest", digits: 20, title: "Single-leg balance" });
  const seen = await player.finish();
  expect(seen.filter(({ phase }) => phase === "hold").map(({ title }) => title)).toEqual([
    "Single-leg balance", "Single-leg balance", "Deep squat", "Single-leg balance", "Single-leg balance",
  ]);
  const [session] = await readLog(page);
  expect(session.sets.map(({ measure, done }) => measure + done)).toEqual(Array(6).fill("s30"));

  const other = await app.open(link.pathname + link.hash);
  await expect(other.locator("li.planned-block")).toContainText("30 s work");
});

test("one set every minute: what is left of the minute is rest, also after a reload", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.of(app, clockedRoutine("minute0001", "Every minute", { kind: "every-minute", clock: 60, rest: 0 }), "minute0001");
  const { page } = player;
  await expect(page.locator("main.player")).toBeVisible();
  await player.next();
  await player.expectPhase("reps");
  await expect(page.locator(".player-sofar")).toContainText("1:00 left");
  await player.pass(20);
  await expect(page.locator(".player-sofar")).toContainText("0:40 left");
  await player.primary.click();
  await expect.poll(async () => (await player.look()).digits).toBe(40);
  expect(await player.look()).toMatchObject({ phase: "rest", title: "Lunge" });
  await player.pass(10);
  await player.written();
  await page.reload();
  await ready(page);
  await expect.poll(async () => (await player.look()).phase).toBe("rest");
  expect((await player.look()).digits).toBeLessThanOrEqual(30);
  if ((await player.look()).paused) await player.resume();
  await player.goOn((look) => look.phase === "reps");
  await expect(page.locator(".player-dose")).toContainText("Round 1 of 2");
  await player.pass(70);
  await expect(page.locator(".player-sofar"), "late").toContainText("0:00 left");
  await player.primary.click();
  await player.pass(1);
  await expect.poll(async () => (await player.look()).phase, "no rest is left").toBe("reps");
  await player.finish();
  const stored = JSON.parse((await readKeys(page))["mainspring.routines"]);
  expect(stored.v).toBe(3);
});
