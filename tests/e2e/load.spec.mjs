// Weights and bands: chosen in the player, logged, there again next time; planned in the builder, sent in a link, printed; the
// runner's own bands; and what builds before this one stored.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { lived, plainPage, readKeys, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 5], 30], ["single-leg-balance", "base", [10], 10]);

/** The load between its two buttons on the player's page. */
const choice = (page) => page.locator(".player-asked .load-stepper");

test("a weight is chosen in the player with two taps, logged with each set, and there again next time", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, squats);
  const { page } = player;
  const weight = choice(page);
  await expect(weight).toHaveAccessibleName("Weight of this exercise");
  await expect(weight.locator("output")).toHaveText("No weight");
  await weight.getByRole("button", { name: "Less: Weight of this exercise" }).click();
  await expect(weight.locator("output"), "none is the least").toHaveText("No weight");
  const more = weight.getByRole("button", { name: "More: Weight of this exercise" });
  await more.click();
  await expect(weight.locator("output")).toHaveText("4 kg");
  await more.click();
  await expect(weight.locator("output")).toHaveText("5 kg");
  for (const button of await weight.getByRole("button").all()) {
    const { width, height } = await button.boundingBox();
    expect(Math.min(width, height), "a target for a thumb").toBeGreaterThanOrEqual(48);
  }

  // The second set is lighter, on the shoulders; a reload keeps it.
  await player.goOn((look) => look.phase === "rest");
  await weight.getByRole("button", { name: /^Less/ }).click();
  await expect(weight.locator("output")).toHaveText("4 kg");
  await player.button("Change").click();
  await page.locator('dialog#change label:has(input[value="shoulders"])').click();
  await page.locator("dialog#change").getByRole("button", { name: "Close" }).click();
  await expect(weight.locator("output")).toHaveText("4 kg on the shoulders");
  await player.written();
  await page.reload();
  await ready(page);
  await page.getByRole("button", { name: "Go on" }).or(page.getByRole("button", { name: "Start now" })).first().waitFor();
  await expect(weight.locator("output")).toHaveText("4 kg on the shoulders");
  await player.goOn((look) => look.title === "Single-leg balance");
  await expect(weight, "nothing is offered where there is nothing to hold").toHaveCount(0);
  await player.finish();

  await page.getByRole("link", { name: /set by set|every set/i }).click();
  const column = page.locator("table.figures").first().locator("td .load");
  await expect(column).toHaveText(["5 kg", "4 kg on the shoulders"]);
  await expect(page.getByRole("columnheader", { name: "Load" })).toHaveCount(1);
  const [month] = Object.entries(await readKeys(page)).filter(([key]) => key.startsWith("mainspring.log:")).map(([, text]) => JSON.parse(text));
  expect(month, "an older program leaves a month with loads alone").toMatchObject({ v: 2, l: ["5 metric hands", "4 metric shoulders"] });

  await open(page, `${app.server.origin}/play/squats0001`);
  await player.button("Start").click();
  await expect(weight.locator("output")).toHaveText("4 kg on the shoulders");
});

test("a weight between the steps is typed, with a point or a comma; what is no weight is explained and changes nothing", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, withRoutine(squats));
  await open(page, `${app.server.origin}/routines/squats0001`);
  const builder = new Builder(page);
  await builder.open("deep-squat");
  const row = builder.row("deep-squat");
  const field = row.getByLabel("Weight in kg");
  await field.fill("7,5");
  await field.blur();
  await expect(row.locator(".load").first()).toHaveText("7.5 kg");
  await expect(field).toHaveValue("7.5");
  await row.getByRole("button", { name: /^More: Weight/ }).click();
  await expect(field, "the buttons and the field are one").toHaveValue("8");
  for (const wrong of ["heavy", "0", "7.25", "1000"]) {
    await field.fill(wrong);
    await field.blur();
    await expect(row.getByText("Enter a weight from 0.1 to 999")).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(row.locator(".load").first()).toHaveText("8 kg");
  }
  await field.fill("");
  await field.blur();
  await expect(row.locator(".load")).toHaveCount(0);
  await expect(row.getByText("Enter a weight")).toHaveCount(0);
  await builder.undoButton.click();
  await expect(field).toHaveValue("8");
  await expect(builder.kept).toHaveText("Saved");

  // In the player, in the dialog of changes.
  await open(page, `${app.server.origin}/play/squats0001`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.button("Change").click();
  const typed = page.locator("dialog#change").getByLabel("Weight in kg");
  await typed.fill("12.5");
  await typed.blur();
  await page.locator("dialog#change").getByRole("button", { name: "Close" }).click();
  await expect(choice(page).locator("output")).toHaveText("12.5 kg");
});

test("the runner's own bands are offered in the player, by name and colour", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, withRoutine(routineOf("bridge0001", "Bridge", ["banded-glute-bridge", "base", [5, 5], 30])));
  await open(page, `${app.server.origin}/settings`);
  const card = page.getByRole("region", { name: "Your bands" });
  await expect(card.locator("[data-band]"), "none is taken for hers").toHaveCount(0);
  await card.getByRole("button", { name: "Green" }).click();
  await card.getByRole("button", { name: "Black" }).click();
  await card.getByRole("button", { name: "Yellow" }).click();
  await card.getByRole("textbox").nth(1).fill("The strong one");
  await card.getByRole("textbox").nth(1).blur();
  await card.getByRole("button", { name: "Remove Yellow band" }).click();
  await expect(card.locator("[data-band]")).toHaveCount(2);
  await page.reload();
  await ready(page);
  await expect(card.getByRole("textbox").nth(1)).toHaveValue("The strong one");

  await open(page, `${app.server.origin}/play/bridge0001`);
  const player = new Player(page);
  await player.button("Start").click();
  const band = choice(page);
  await expect(band.locator("output")).toHaveText("Any band");
  const more = band.getByRole("button", { name: "More: Band of this exercise" });
  await more.click();
  await expect(band.locator("output")).toHaveText("Green band");
  await expect(band).toHaveAttribute("data-color", "green");
  await more.click();
  await more.click();
  await expect(band.locator("output")).toHaveText(/The strong one.*, black band/);
  await player.finish();
  expect((await readLog(page)).length).toBe(1);
});

test("a load planned in the builder is in the link, on paper and on the page of whoever gets it", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const routine = routineOf("coach00001", "For you", ["deep-squat", "base", [5, 5], 30], ["banded-glute-bridge", "base", [5], 10]);
  await writeStores(page, withRoutine(routine));
  await open(page, `${app.server.origin}/routines/coach00001`);
  const builder = new Builder(page);
  await builder.step("deep-squat", "Weight of Deep squat", 3);
  await builder.row("deep-squat").locator('label:has(input[value="each-hand"])').click();
  await builder.step("banded-glute-bridge", "Band of Banded glute bridge", 2);
  await expect(builder.row("deep-squat").locator(".load").first()).toHaveText("2 × 6 kg");
  await expect(builder.row("banded-glute-bridge").locator(".load").first()).toHaveText("Red band");
  await builder.setLevel("deep-squat", "harder");
  await expect(builder.row("deep-squat").locator(".load"), "nothing in the hands in a jump").toHaveCount(0);
  await expect(builder.row("deep-squat").locator(".load-stepper:visible")).toHaveCount(0);
  await builder.undoButton.click();
  await expect(builder.row("deep-squat").locator(".load").first()).toHaveText("2 × 6 kg");
  await expect(builder.kept).toHaveText("Saved");
  const stored = await page.evaluate(() => JSON.parse(localStorage["mainspring.routines"]));
  expect(stored, "an older program leaves loads alone").toMatchObject({ v: 3, routines: [{ items: [{ load: "6 metric each-hand" }, { load: "band red" }] }] });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-rows .load")).toHaveText(["2 × 6 kg", "Red band"]);

  const link = new URL(await builder.link.inputValue());
  expect(link.hash).toMatch(/^#3/);
  const other = await app.open(link.pathname + link.hash);
  await expect(other.locator(".planned .load")).toHaveText(["2 × 6 kg", "Red band"]);
  await other.getByRole("button", { name: /^Start/ }).first().click();
  await paint(other);
  await expect(choice(other).locator("output")).toHaveText("2 × 6 kg");
});

test("what builds before this one stored opens unchanged, and is stored as before", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const stores = lived();
  await writeStores(page, stores);
  await open(page, `${app.server.origin}/routines`);
  await paint(page);
  for (const path of ["/progress", "/settings", "/"]) {
    await open(page, app.server.origin + path);
    await paint(page);
  }
  const now = await readKeys(page);
  for (const key of ["mainspring.settings", "mainspring.routines", "mainspring.log:2026-11", "mainspring.active"]) {
    expect(now[key], key).toBe(stores.keys[key]);
  }
  await open(page, `${app.server.origin}/`);
  await page.getByRole("button", { name: /^(Go on|Resume|Continue)/ }).first().click();
  const player = new Player(page);
  await expect(player.title).not.toHaveText("");
  await player.finish();
  const months = Object.entries(await readKeys(page)).filter(([key]) => key.startsWith("mainspring.log:"));
  expect(months.map(([, text]) => JSON.parse(text).v), "without loads a month is as before").toEqual(months.map(() => 1));
});
