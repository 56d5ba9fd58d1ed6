// Building by hand: Undo after a reload, rows moved by their handles, several exercises at once, by keyboard and by touch alone.
import { Builder } from "./pages/builder.mjs";
import { paint } from "./pages/clock.mjs";
import { circuitOf, plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const LAPTOP = { viewport: { width: 1280, height: 800 } };

const FIVE = routineOf(
  "byhand0001",
  "Five",
  ["deep-squat", "base", [10, 8], 60],
  ["lunge", "base", [6], 45],
  ["single-leg-balance", "base", [30], 20],
  ["monster-walk", "base", [12], 30],
  ["banded-dead-bug", "base", [8], 30],
);

/** The builder of a stored routine. */
async function builderOf(app, routine, settings) {
  if (settings) await app.launch(settings);
  const page = await plainPage(app);
  await writeStores(page, withRoutine(routine));
  await open(page, `${app.server.origin}/routines/${routine.id}`);
  return new Builder(page);
}

const status = (page) => page.locator("p[role=status].visually-hidden");

/** The middle of an element on the screen. */
async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** A finger on the screen. */
async function finger(page) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (place) => touch("touchStart", [place]),
    to: (place) => touch("touchMove", [place]),
    up: () => touch("touchEnd", []),
  };
}

test("changes are undone and made again by keys and buttons, also after a reload, and forgotten with their routine", async ({ app }) => {
  const builder = await builderOf(app, FIVE, LAPTOP);
  const { page } = builder;
  const redo = page.locator(".builder-steps").getByRole("button", { name: "Redo" });
  await expect(builder.undoButton).toBeDisabled();
  await builder.row("lunge").getByRole("button", { name: "Remove Lunge" }).click();
  await builder.step("deep-squat", "Rest after a set of", 2);
  await builder.name.fill("Four");
  await builder.name.blur();
  await expect(builder.kept).toHaveText("Saved");
  await page.reload();
  await ready(page);
  await expect(builder.name).toHaveValue("Four");
  await expect(builder.undoButton).toBeEnabled();
  await builder.row("deep-squat").focus();
  await page.keyboard.press("Control+z");
  await expect(builder.name).toHaveValue("Five");
  await builder.undoButton.click();
  await builder.undoButton.click();
  await builder.undoButton.click();
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "lunge", "single-leg-balance", "monster-walk", "banded-dead-bug"]);
  await expect(builder.undoButton).toBeDisabled();
  await expect(builder.kept).toHaveText("Saved");
  await page.reload();
  await ready(page);
  await expect(redo).toBeEnabled();
  await builder.row("deep-squat").focus();
  await page.keyboard.press("Control+Shift+z");
  await expect(status(page)).toHaveText("Change made again.");
  await expect.poll(async () => (await builder.order()).length).toBe(4);
  await page.keyboard.press("Control+y");
  await redo.click();
  await redo.click();
  await expect(builder.name).toHaveValue("Four");
  await expect(redo).toBeDisabled();
  await expect.poll(() => page.evaluate(() => "mainspring.undo" in localStorage)).toBe(true);
  await page.getByRole("button", { name: "Delete this routine" }).click();
  await expect.poll(() => page.evaluate(() => "mainspring.undo" in localStorage)).toBe(false);
});

test("a row moves by its handle with the mouse, over the border of a part; Escape leaves it where it was", async ({ app }) => {
  // All rows are in view.
  const builder = await builderOf(app, circuitOf("byhand0002", "Circuit"), { viewport: { width: 1280, height: 2200 } });
  const { page } = builder;
  const before = await builder.order();
  const handle = builder.rows.nth(0).locator("[data-handle]");
  const from = await middle(handle);
  const to = await middle(builder.rows.nth(2));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 10, { steps: 5 });
  await expect(page.locator("[data-drop]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-drop]")).toHaveCount(0);
  await page.mouse.up();
  await expect(status(page)).toHaveText("Left where it was.");
  expect(await builder.order()).toEqual(before);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => builder.order()).toEqual([before[1], before[2], before[0]]);
  await expect(status(page)).toContainText("is now in Circuit");
  await builder.undoButton.click();
  await expect.poll(() => builder.order()).toEqual(before);
  // A click on a handle moves nothing.
  await handle.click();
  expect(await builder.order()).toEqual(before);
});

test("by touch at 390 px: a handle drags its row, the list scrolls elsewhere, and the page scrolls at the edge", async ({ app }) => {
  const many = routineOf("byhand0003", "Many", ...Array.from({ length: 18 }, (_, at) => [at % 2 ? "lunge" : "deep-squat", "base", [at + 1], 30]), ["banded-dead-bug", "base", [8], 30]);
  const builder = await builderOf(app, many, PHONE);
  const { page } = builder;
  const touch = await finger(page);
  const scrolled = () => page.evaluate(() => scrollY);
  // On the name of a row the list scrolls, and nothing moves.
  const name = await middle(builder.rows.nth(4).locator(".build-head"));
  await touch.down(name);
  for (let by = 0; by <= 200; by += 20) await touch.to({ x: name.x, y: name.y - by });
  await touch.up();
  await expect.poll(scrolled).toBeGreaterThan(100);
  const order = await builder.order();
  expect(order.at(-1)).toBe("banded-dead-bug");
  await page.waitForTimeout(500);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(scrolled).toBe(0);
  const start = await middle(builder.rows.nth(0).locator("[data-handle]"));
  const place = await middle(builder.rows.nth(2));
  await touch.down(start);
  for (let y = start.y; y <= place.y + 12; y += 10) await touch.to({ x: start.x, y });
  await expect(page.locator("[data-drop]")).toHaveCount(1);
  expect(await scrolled(), "a handle does not scroll").toBe(0);
  await touch.up();
  const doses = () => page.locator("[data-dose]").allTextContents();
  await expect.poll(async () => (await doses()).slice(0, 3)).toEqual(["2 reps, alternating sides", "3 reps", "1 rep"]);
  // Held at the lower edge, the page scrolls to the end of the list.
  const again = await middle(builder.rows.nth(0).locator("[data-handle]"));
  await touch.down(again);
  await touch.to({ x: again.x, y: again.y + 40 });
  await touch.to({ x: again.x, y: 740 });
  await expect.poll(scrolled, { timeout: 10_000 }).toBeGreaterThan(300);
  const last = builder.rows.last();
  await expect.poll(async () => (await last.boundingBox()).y, { timeout: 15_000 }).toBeLessThan(690);
  await touch.to({ x: again.x, y: 741 });
  await touch.up();
  await expect.poll(async () => (await doses()).at(-1)).toBe("2 reps, alternating sides");
});

test("by keyboard alone several exercises are selected, moved, given a rest, and removed with one Undo", async ({ app }) => {
  const builder = await builderOf(app, circuitOf("byhand0004", "Circuit"), LAPTOP);
  const { page } = builder;
  const before = await builder.order();
  const facts = await builder.facts();
  const bar = page.getByRole("group", { name: "Selected exercises", exact: true });
  const press = async (locator) => {
    await locator.focus();
    await page.keyboard.press("Enter");
  };
  await press(page.getByRole("button", { name: "Select", exact: true }));
  await expect(bar).toContainText("Tap the exercises");
  for (const at of [1, 2]) {
    await builder.rows.nth(at).getByRole("checkbox").focus();
    await page.keyboard.press("Space");
  }
  await expect(bar.locator("[data-selected]")).toHaveText("2 selected");
  await press(bar.getByRole("button", { name: "Move up" }));
  await expect(status(page)).toHaveText("2 exercises moved up.");
  await press(bar.getByRole("button", { name: "Circuit" }));
  await expect(status(page)).toHaveText("2 exercises moved to Circuit.");
  await press(bar.getByRole("button", { name: /^More/ }));
  await expect.poll(async () => (await builder.facts()).filter((fact) => fact.endsWith("20 s rest")).length).toBe(2);
  await press(bar.getByRole("button", { name: "Remove" }));
  await expect.poll(() => builder.order()).toEqual([before[0]]);
  await expect(status(page)).toHaveText("2 exercises removed.");
  await paint(page);
  await expect(builder.undoRemoval).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await builder.order()).length).toBe(3);
  await press(bar.getByRole("button", { name: "Done" }));
  await expect(bar).toHaveCount(0);
  await paint(page);
  await expect(page.getByRole("button", { name: "Select", exact: true })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
  await expect.poll(() => builder.facts()).toEqual(facts);
});

test("a row reads in one line on a phone until it is opened; on a laptop a note is asked for", async ({ app }) => {
  const builder = await builderOf(app, FIVE, PHONE);
  const { page } = builder;
  for (const row of await builder.rows.all()) expect((await row.boundingBox()).height).toBeLessThanOrEqual(60);
  await builder.open("lunge");
  await expect(builder.row("lunge").getByRole("textbox", { name: "Note on Lunge" })).toBeVisible();
  await page.setViewportSize(LAPTOP.viewport);
  const note = builder.row("deep-squat").getByRole("textbox", { name: "Note on Deep squat" });
  await expect(note).toBeHidden();
  await builder.row("deep-squat").getByRole("button", { name: "Add note Deep squat" }).click();
  await expect(note).toBeFocused();
  await note.fill("Slowly");
  await note.blur();
  await expect(builder.kept).toHaveText("Saved");
  await page.reload();
  await ready(page);
  await expect(note).toHaveValue("Slowly");
});

test("a part moves with its exercises, by its buttons and by Alt and an arrow", async ({ app }) => {
  const builder = await builderOf(app, circuitOf("byhand0005", "Circuit"), LAPTOP);
  const { page } = builder;
  const blocks = () => page.locator("li[data-block]").evaluateAll((rows) => rows.map((row) => row.dataset.block));
  const before = await blocks();
  const order = await builder.order();
  await page.locator("li[data-block=circuit]").getByRole("button", { name: "Move up Circuit" }).click();
  await expect.poll(blocks).toEqual([...before].reverse());
  await expect(status(page)).toHaveText("Circuit is now part 1 of 2.");
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(blocks).toEqual(before);
  expect(await builder.order()).toEqual(order);
});

test("starred exercises are first to add and a routine in one tap; an exercise is swapped in its place", async ({ app }) => {
  const page = await app.open("/exercises/lunge", LAPTOP);
  const builder = new Builder(page);
  for (const exercise of ["lunge", "single-leg-balance"]) {
    await open(page, `${app.server.origin}/exercises/${exercise}`);
    await page.getByRole("button", { name: /^Star/ }).click();
  }
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Routines" }).click();
  await page.getByRole("button", { name: "My usual", exact: true }).click();
  await expect(builder.name).toHaveValue("My usual");
  await expect.poll(() => builder.order()).toEqual(["lunge", "single-leg-balance"]);
  const aside = page.getByRole("complementary", { name: "Add exercises" });
  const listed = () => aside.locator("li").evaluateAll((rows) => rows.map((row) => row.dataset.exercise));
  expect((await listed()).slice(0, 2).sort()).toEqual(["lunge", "single-leg-balance"]);
  await aside.getByRole("button", { name: "Starred" }).click();
  await expect.poll(async () => (await listed()).length).toBe(2);
  // Unchanged, it is opened again, not made again.
  await page.goBack();
  await page.getByRole("button", { name: "My usual", exact: true }).click();
  await expect(builder.name).toHaveValue("My usual");
  await builder.step("lunge", "Reps", -3);
  const dose = await builder.row("lunge").locator("[data-dose]").textContent();
  await builder.row("lunge").getByRole("button", { name: "Swap Lunge" }).click();
  const swaps = builder.row("lunge").getByRole("group", { name: "Swap for" });
  const first = swaps.getByRole("button").first();
  const name = await first.textContent();
  await first.click();
  await expect(status(page)).toHaveText(`${name} is in its place.`);
  await expect.poll(async () => (await builder.order())[0]).not.toBe("lunge");
  await paint(page);
  await expect(builder.rows.first()).toBeFocused();
  await expect(builder.rows.first().locator("[data-dose]")).toContainText(dose.split(" ").slice(0, 3).join(" "));
  await page.keyboard.press("Control+z");
  await expect.poll(() => builder.order()).toEqual(["lunge", "single-leg-balance"]);
});

test("a routine is fitted to a place in one tap, says what is swapped, and stays as it is", async ({ app }) => {
  const routine = routineOf("byhand0006", "Strong", ["single-leg-deadlift", "base", [7, 7], 45], ["deep-squat", "base", [10], 60]);
  const builder = await builderOf(app, routine, PHONE);
  const { page } = builder;
  const fit = page.locator("[data-venue]");
  const place = (name) => page.getByRole("group", { name: "Where today?" }).getByRole("button", { name });
  await place("Gym").click();
  await expect(fit).toContainText("Everything here works there.");
  await place("Track").click();
  await expect(fit.getByRole("listitem")).toHaveText(["Single-leg deadlift → Lunge"]);
  expect(await builder.order(), "the routine stays as it is").toEqual(["single-leg-deadlift", "deep-squat"]);
  await fit.getByRole("button", { name: "Save as a copy" }).click();
  await expect(builder.name).toHaveValue("Strong · Track");
  await expect.poll(() => builder.order()).toEqual(["lunge", "deep-squat"]);
  await expect(builder.row("lunge").locator("[data-dose]")).toContainText("2 × 7 reps");
  const kitAt = (venue) => page.locator(`label:has(input[value="${venue}"])`).click();
  // The kit of a place is set in Settings, and is there after a reload.
  await open(page, `${app.server.origin}/settings`);
  await kitAt("track");
  await page.getByRole("checkbox", { name: "Kettlebell" }).check();
  await page.getByRole("checkbox", { name: "Dowel or broom" }).check();
  await kitAt("home");
  await expect(page.getByRole("checkbox", { name: "Kettlebell" })).not.toBeChecked();
  await page.reload();
  await ready(page);
  await kitAt("track");
  await expect(page.getByRole("checkbox", { name: "Kettlebell" })).toBeChecked();
  await open(page, `${app.server.origin}/routines/${routine.id}`);
  await place("Track").click();
  await fit.getByRole("button", { name: "Start this" }).click();
  await expect(page.locator("main, [data-phase]").first()).toBeVisible();
});
