// Building a routine, training it, leaving half-way, going on at the same set.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { readLog } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, ready, test } from "./support/app.mjs";

test("three exercises at three levels: built, kept, trained half, resumed, finished", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/routines");
  const [builder, player, today] = [new Builder(page), new Player(page), new Today(page)];
  const status = page.locator("p[role=status].visually-hidden");
  await page.getByRole("button", { name: "New routine" }).click();
  await expect(builder.name).toHaveValue("My routine");
  await paint(page);

  await builder.addAll("deep-squat", "single-leg-balance", "lunge");
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "single-leg-balance", "lunge"]);
  await builder.setLevel("single-leg-balance", "hard");
  await builder.setLevel("lunge", "harder");
  const before = await builder.minutes.textContent();
  await builder.step("deep-squat", "Sets of", -1);
  await builder.step("deep-squat", "Reps", -8);
  await builder.step("deep-squat", "Rest after a set of", -3);
  await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("2 × 12 reps");
  await expect.poll(() => builder.minutes.textContent()).not.toBe(before);
  await builder.row("single-leg-balance").getByRole("spinbutton").fill("20");
  await builder.row("single-leg-balance").getByRole("spinbutton").press("Tab");
  await expect(builder.row("single-leg-balance").locator("[data-dose]")).toContainText("20 seconds");
  await expect(builder.kept).toHaveText("Saved");

  // By button: the focus stays on it, and a screen reader hears where the row went.
  const up = builder.row("lunge").getByRole("button", { name: "Move up Lunge" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "lunge", "single-leg-balance"]);
  await expect(status).toHaveText("Lunge moved to 2 of 3");
  await paint(page);
  await expect(up).toBeFocused();
  // By Alt and an arrow, from anywhere in the row.
  for (const [key, order, words] of [
    ["Alt+ArrowDown", ["deep-squat", "single-leg-balance", "lunge"], "Lunge moved to 3 of 3"],
    ["Alt+ArrowUp", ["deep-squat", "lunge", "single-leg-balance"], "Lunge moved to 2 of 3"],
    ["Alt+ArrowUp", ["lunge", "deep-squat", "single-leg-balance"], "Lunge moved to 1 of 3"],
  ]) {
    await page.keyboard.press(key);
    await expect.poll(() => builder.order()).toEqual(order);
    await expect(status).toHaveText(words);
    await paint(page);
    await expect(builder.row("lunge")).toBeFocused();
  }

  const facts = await builder.facts();
  await builder.row("deep-squat").getByRole("button", { name: "Remove Deep squat" }).click();
  await expect.poll(() => builder.order()).toEqual(["lunge", "single-leg-balance"]);
  await expect(status).toHaveText("Deep squat removed.");
  await paint(page);
  await expect(builder.undoRemoval).toBeFocused();
  await builder.undoRemoval.click();
  await expect.poll(() => builder.facts()).toEqual(facts);
  await paint(page);
  await expect(builder.row("deep-squat")).toBeFocused();
  await builder.open("deep-squat");
  await builder.row("deep-squat").getByRole("button", { name: "Remove Deep squat" }).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => builder.facts()).toEqual(facts);
  await builder.name.fill("Hill strength");
  await expect(page.locator("#title")).toHaveText("Hill strength");

  await page.reload();
  await ready(page);
  await expect(builder.name).toHaveValue("Hill strength");
  await expect.poll(() => builder.facts()).toEqual(facts);

  await builder.start.click();
  await player.expectPhase("ready");
  const [{ place }, planned] = [await player.look(), []];
  const steps = Number(place.match(/^1 of (\d+)/)[1]);
  const note = ({ phase, title, side, digits }) => {
    if (phase === "reps" || phase === "hold") planned.push([title, side, digits].filter(Boolean).join(" "));
  };
  await player.goOn((look) => {
    note(look);
    return look.place.startsWith("4 of") && look.phase === "reps";
  });
  // One repetition fewer than asked.
  await player.button("Less: done in this set").click();
  await player.pass(1);
  await player.primary.click();
  await player.expectSaved(4);
  await player.pass(3);
  const left = await player.look();
  await player.leaveButton.click();

  await expect(today.resume).toContainText(`4 of ${steps} sets done, all saved`);
  await expect(today.resume).toContainText("Hill strength");
  await page.clock.runFor(3_600_000);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(today.resume).toContainText(`4 of ${steps} sets done, all saved`);
  await expect(new Progress(page).rows).toHaveCount(0);
  await page.reload();
  await ready(page);
  await today.resumeButton.click();
  await expect.poll(() => player.look()).toEqual(left);
  await player.goOn((look) => {
    note(look);
    return false;
  });
  await player.expectPhase("finished");
  await expect(player.main).toContainText("Done and saved");

  const log = await readLog(page);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ name: "Hill strength" });
  const names = { "deep-squat": "Deep squat", lunge: "Lunge", "single-leg-balance": "Single-leg balance" };
  const sides = { l: "Left", r: "Right", "-": "" };
  const asked = log[0].sets.map((set) => [names[set.exercise], sides[set.side], set.asked].filter(Boolean).join(" "));
  expect(asked).toEqual(planned);
  expect(log[0].sets).toHaveLength(steps);
  expect(log[0].sets.filter((set) => set.done !== set.asked)).toEqual([log[0].sets[3]]);
  expect(log[0].sets[3].done).toBe(log[0].sets[3].asked - 1);
  expect([...new Set(log[0].sets.map((set) => `${set.exercise} ${set.level}`))].sort()).toEqual([
    "deep-squat b",
    "lunge x",
    "single-leg-balance h",
  ]);
});

test("on a laptop the catalogue stands beside the routine", async ({ app }) => {
  const page = await app.open("/routines", { viewport: { width: 1280, height: 800 } });
  const builder = new Builder(page);
  await page.getByRole("button", { name: "Edit a copy Bands before a run" }).click();
  await expect(builder.rows).toHaveCount(3);
  const aside = page.getByRole("complementary", { name: "Add exercises" });
  await aside.getByRole("searchbox").fill("squat");
  await aside.getByRole("button", { name: "Add Deep squat" }).click();
  await expect.poll(async () => (await builder.order()).at(-1)).toBe("deep-squat");
  await expect(builder.row("deep-squat").getByRole("group", { name: "Sets of Deep squat" })).toBeVisible();
  await expect(builder.add).toBeHidden();
  await builder.undoButton.click();
  await expect(builder.rows).toHaveCount(3);
});

test("a wrong amount is explained and changes nothing", async ({ app }) => {
  const page = await app.open("/routines");
  const builder = new Builder(page);
  await page.getByRole("button", { name: "Edit a copy Body weight" }).click();
  await builder.open("deep-squat");
  const field = builder.row("deep-squat").getByRole("spinbutton");
  for (const wrong of ["0", "1000", "2.5"]) {
    await field.fill(wrong);
    await field.press("Tab");
    await expect(builder.row("deep-squat").getByRole("alert")).toContainText("Enter a whole number from 1 to 999.");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("3 × 20 reps");
  }
  await field.fill("999");
  await field.press("Tab");
  await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("3 × 999 reps");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
});

test("a routine deleted comes back by Undo, in its place", async ({ app }) => {
  const page = await app.open("/routines");
  for (const name of ["Body weight", "Balance, barefoot"]) {
    await page.getByRole("button", { name: `Edit a copy ${name}` }).click();
    await expect(page.locator(".builder")).toBeVisible();
    await page.goBack();
  }
  const own = page.getByRole("list", { name: "Your own" }).locator("li h3");
  await expect(own).toHaveText(["Body weight", "Balance, barefoot"]);
  await page.getByRole("button", { name: "Delete Body weight" }).click();
  await expect(own).toHaveText(["Balance, barefoot"]);
  await page.locator("[data-notice]", { hasText: "Body weight deleted." }).getByRole("button", { name: "Undo" }).click();
  await expect(own).toHaveText(["Body weight", "Balance, barefoot"]);
  await page.reload();
  await ready(page);
  await expect(own).toHaveText(["Body weight", "Balance, barefoot"]);
});
