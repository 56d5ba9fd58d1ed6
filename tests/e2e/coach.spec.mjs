// A coach's routine from nothing to the runner: a circuit of ten exercises with a warm-up and three rounds, built by touch alone or by
// keyboard alone, trained, sent, received by someone else, printed.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { faultsAt } from "./pages/looks.mjs";
import { Player } from "./pages/player.mjs";
import { readKeys, readLog } from "./pages/stores.mjs";
import { App, expect, open, ready, test } from "./support/app.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" };
const WARM_UP = ["single-leg-balance", "banded-glute-bridge"];
const CIRCUIT = ["deep-squat", "monster-walk", "lunge", "banded-dead-bug", "supported-pistol-squat", "single-leg-deadlift", "deep-squat", "single-leg-balance"];

const outline = (page) =>
  page.locator(".build-rows > li").evaluateAll((rows) => rows.map((row) => row.dataset.block ?? row.dataset.exercise));

/** Adds exercises by taps alone. */
async function tapToAdd(builder, exercises) {
  await builder.add.tap();
  for (const exercise of exercises) await builder.picker.locator(`li[data-exercise="${exercise}"]`).getByRole("button").tap();
  await builder.picker.getByRole("button", { name: "Done" }).tap();
}

/** Builds the circuit by taps alone. */
async function tapTogether(page) {
  const builder = new Builder(page);
  const parts = page.getByRole("group", { name: "Add a part" });
  await page.getByRole("button", { name: "New routine" }).tap();
  await expect(builder.name).toHaveValue("My routine");
  await paint(page);
  await parts.getByRole("button", { name: "Warm-up" }).tap();
  await page.waitForTimeout(600);
  await tapToAdd(builder, WARM_UP);
  await parts.getByRole("button", { name: "Circuit" }).tap();
  // The page has moved: within half a second a tap at the same place is taken for the second half of a double tap.
  await page.waitForTimeout(600);
  await tapToAdd(builder, CIRCUIT);
  await expect.poll(() => outline(page)).toEqual(["warm-up", ...WARM_UP, "circuit", ...CIRCUIT]);
  await expect(page.locator("li[data-block=circuit] .facts")).toContainText("3 rounds");
  await expect(builder.kept).toHaveText("Saved");
  return builder;
}

test("by touch alone on a phone: a circuit of ten with a warm-up and three rounds, built, trained, sent, received, printed", async ({ app, server }) => {
  test.setTimeout(120_000);
  const context = await app.launch(PHONE);
  const page = await app.open("/routines");
  const [builder, player] = [await tapTogether(page), new Player(page)];
  const link = await builder.link.inputValue();
  expect(link.length, "at most ten bytes an exercise plus names").toBeLessThan(server.origin.length + 150);
  const minutes = Number.parseInt(await builder.minutes.textContent(), 10);

  await stopClock(context);
  await page.reload();
  await ready(page);
  await builder.start.tap();
  await player.expectPhase("ready");
  const seen = await player.finish();
  const trained = seen.filter(({ phase }) => phase === "reps" || phase === "hold");
  for (const round of [1, 2, 3]) {
    const titles = trained.filter(({ dose }) => dose.includes(`Round ${round} of 3`)).map(({ title }) => title);
    expect(titles.filter((title, at) => title !== titles[at - 1]), `round ${round}`).toHaveLength(CIRCUIT.length);
  }
  expect(seen.filter(({ rest }) => rest === "round"), "a rest after each round but the last").toHaveLength(2);
  await page.getByRole("button", { name: "Just right" }).tap();
  await expect.poll(async () => (await readLog(page)).length).toBe(1);

  // Someone else, who has nothing yet.
  const runner = new App(server);
  try {
    await stopClock(await runner.launch(PHONE));
    const received = await runner.open(new URL(link).pathname + new URL(link).hash);
    await expect(received.locator(".planned > li[data-exercise]")).toHaveCount(10);
    await expect(received.locator("li.planned-block").nth(1)).toContainText("3 rounds");
    await expect(received.locator("main")).toContainText(`${minutes} min`);
    await expect(received.locator("main")).toContainText("Loop band");
    await expect(received.locator(".planned svg.figure").first()).toBeVisible();
    const before = (await readKeys(received))["mainspring.routines"];
    await received.getByRole("button", { name: "Start", exact: true }).first().tap();
    await new Player(received).expectPhase("ready");
    expect((await readKeys(received))["mainspring.routines"], "training it saves nothing").toBe(before);
    await received.goBack();
    const pdf = (await received.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await received.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await received.emulateMedia({ media: "print" });
    await expect(received.locator(".print-sheet li[data-exercise], .print-rows > li").filter({ has: received.locator("svg.figure") })).toHaveCount(10);
  } finally {
    await runner.close();
  }
});

test("with letters twice as large the same circuit is built by touch, and nothing is cut off on the way", async ({ app }) => {
  test.setTimeout(120_000);
  await app.launch(PHONE);
  const page = await app.open("/routines");
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  const builder = await tapTogether(page);
  const wrong = await faultsAt(page, "built", [[390, 844], [320, 568], [844, 390]]);
  await page.setViewportSize({ width: 390, height: 844 });
  await builder.open("lunge");
  await builder.row("lunge").getByRole("button", { name: /^More: / }).first().tap();
  wrong.push(...(await faultsAt(page, "a row open", [[390, 844], [320, 568]])));
  expect(wrong).toEqual([]);
});

test("by keyboard alone on a laptop: built, changed, moved, taken back, started", async ({ app }) => {
  test.setTimeout(180_000);
  await stopClock(await app.launch({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" }));
  const page = await app.open("/routines");
  const builder = new Builder(page);
  const key = (name) => page.keyboard.press(name);
  /** Goes on by Tab (or back) until `locator` has the focus. */
  const tabTo = async (locator, forward = "Tab") => {
    for (let presses = 0; presses < 250; presses += 1) {
      if ((await locator.count()) && (await locator.evaluate((element) => element === document.activeElement))) return;
      await key(forward);
    }
    throw new Error(`Tab does not reach ${locator}`);
  };
  const press = async (locator, forward) => {
    await tabTo(locator, forward);
    await key("Enter");
    await paint(page);
  };
  const parts = page.getByRole("group", { name: "Add a part" });
  const catalogue = (exercise) => page.locator(`.builder li[data-exercise="${exercise}"]:not(.build-row)`).getByRole("button").first();

  await press(page.getByRole("button", { name: "New routine" }));
  await tabTo(builder.name);
  await key("Control+a");
  await page.keyboard.type("By keys");
  await press(parts.getByRole("button", { name: "Circuit" }));
  await press(catalogue("deep-squat"));
  await press(catalogue("lunge"));
  await press(catalogue("single-leg-balance"));
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "lunge", "single-leg-balance"]);

  // A typed amount and a level.
  const row = builder.row("deep-squat");
  await tabTo(row.locator("input.amount"));
  await key("Control+a");
  await page.keyboard.type("12");
  await tabTo(row.locator('input[type="radio"]:checked').first(), "Shift+Tab");
  await key("ArrowRight");
  await expect(row.locator('input[value="hard"]')).toBeChecked();

  // Moved, and announced; Undo and Redo by their keys.
  await tabTo(builder.row("lunge").locator("button:visible").first());
  await key("Alt+ArrowUp");
  await expect.poll(() => builder.order()).toEqual(["lunge", "deep-squat", "single-leg-balance"]);
  await expect(page.locator("p[role=status].visually-hidden")).toContainText("Lunge");
  await key("Control+z");
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "lunge", "single-leg-balance"]);
  await key("Control+Shift+z");
  await expect.poll(() => builder.order()).toEqual(["lunge", "deep-squat", "single-leg-balance"]);
  await expect(builder.kept).toHaveText("Saved");
  await page.reload();
  await ready(page);
  await expect(builder.name).toHaveValue("By keys");
  expect(await builder.order()).toEqual(["lunge", "deep-squat", "single-leg-balance"]);
  await press(builder.start);
  await new Player(page).expectPhase("ready");
});
