// Building a routine, training it, leaving half-way, going on at the same set.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { editCopy } from "./pages/routines.mjs";
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
  const sets = Number(place.match(/^1 of (\d+)/)[1]);
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

  await expect(today.resume).toContainText(`4 of ${sets} sets done, all saved`);
  await expect(today.resume).toContainText("Hill strength");
  await page.clock.runFor(3_600_000);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(today.resume).toContainText(`4 of ${sets} sets done, all saved`);
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
  // The log has each side, the player counts both as one set.
  expect(log[0].sets.filter(({ side }) => side !== "l")).toHaveLength(sets);
  expect(log[0].sets.filter((set) => set.done !== set.asked)).toEqual([log[0].sets[3]]);
  expect(log[0].sets[3].done).toBe(log[0].sets[3].asked - 1);
  expect([...new Set(log[0].sets.map((set) => `${set.exercise} ${set.level}`))].sort()).toEqual([
    "deep-squat b",
    "lunge x",
    "single-leg-balance h",
  ]);
});

test("the list to add from shows what is added, how often, and finds by any word", async ({ app }) => {
  const page = await app.open("/routines", { viewport: { width: 390, height: 844 } });
  const builder = new Builder(page);
  await page.getByRole("button", { name: "New routine" }).click();
  await builder.add.click();
  const row = (exercise) => builder.picker.locator(`li[data-exercise="${exercise}"]`);
  const add = (exercise) => row(exercise).getByRole("button");
  await expect(row("lunge").locator("svg.figure")).toBeVisible();
  await expect(add("lunge")).toHaveText("Add Lunge");
  await add("lunge").click();
  await expect(add("lunge")).toHaveText("Add Lunge1");
  await add("lunge").click();
  await expect(add("lunge")).toHaveText("Add Lunge2");
  const box = await add("lunge").boundingBox();
  expect(box.width, "no wider than its number").toBeLessThan(90);
  await expect(add("deep-squat")).toHaveText("Add Deep squat");
  const search = builder.picker.getByRole("searchbox", { name: "Search exercises to add" });
  await expect(search).toHaveAttribute("placeholder", "Hips, band, squat");
  await search.fill("hips");
  await expect(row("monster-walk")).toBeVisible();
  await search.fill("zebra");
  await expect(builder.picker).toContainText("No exercise matches. Try fewer words.");
  await builder.picker.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => builder.order()).toEqual(["lunge", "lunge"]);
  // Undo takes it from the count as well.
  await builder.undoButton.click();
  await builder.add.click();
  await search.fill("");
  await expect(add("lunge")).toHaveText("Add Lunge1");
});

test("a routine's whole card opens it; its round button starts it; ready-made ones are first while none are her own", async ({ app }) => {
  const page = await app.open("/routines", { viewport: { width: 390, height: 844 } });
  const builder = new Builder(page);
  const headings = page.locator(".routine-lists h2");
  await expect(headings).toHaveText(["Ready to go", "Your own", "Shared with you"]);
  await expect(page.getByText("Your routines will appear here.")).toBeVisible();
  const card = page.locator('[data-routine="body-weight"]');
  // Its lower edge is far from its name.
  const box = await card.boundingBox();
  await page.mouse.click(box.x + 20, box.y + box.height - 6);
  await expect(page.locator("#title")).toHaveText("Body weight");
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await expect(builder.rows).toHaveCount(2);
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await expect(builder.rows).toHaveCount(2);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Routines" }).click();
  await expect(headings).toHaveText(["Your own", "Ready to go", "Shared with you"]);
  await expect(page.getByRole("list", { name: "Your own" }).locator("li h3")).toHaveCount(2);
  await expect(card.getByRole("button")).toHaveText(["Start Body weight"]);
  await card.getByRole("button", { name: "Start Body weight" }).click();
  await new Player(page).expectPhase("ready");
  // Deleted in the builder, it comes back by Undo on the list.
  await page.goBack();
  await page.getByRole("list", { name: "Your own" }).locator("li a").first().click();
  await page.getByRole("button", { name: "Delete this routine" }).click();
  await expect(page.getByRole("list", { name: "Your own" }).locator("li h3")).toHaveCount(1);
  await page.locator("[data-notice]").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("list", { name: "Your own" }).locator("li h3")).toHaveCount(2);
});

test("on a laptop the catalogue stands beside the routine", async ({ app }) => {
  const page = await app.open("/routines", { viewport: { width: 1280, height: 800 } });
  const builder = new Builder(page);
  await editCopy(page, "Bands before a run");
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
  await editCopy(page, "Body weight");
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
    await editCopy(page, name);
    await page.goBack();
    await expect(page.locator("#title")).toHaveText(name);
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
