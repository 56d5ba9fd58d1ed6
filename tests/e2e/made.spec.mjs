// Made for you: a routine for the minutes, the kit and the run of the day; in less time; gaps and warnings in the builder.
import { Builder } from "./pages/builder.mjs";
import { NOW, paint, stopClock } from "./pages/clock.mjs";
import { faultsAt } from "./pages/looks.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, readKeys, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { axe, expect, open, ready, test } from "./support/app.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" };
const heading = (page) => page.getByRole("heading", { level: 1 });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const rows = (page) => page.locator(".planned > li[data-exercise]").evaluateAll((all) => all.map((row) => row.dataset.exercise));
const row = (page, exercise) => page.locator(`.planned > li[data-exercise="${exercise}"]`);
/** The exercises after the heading of the main part. */
const main = (page) =>
  page.locator(".planned > li").evaluateAll((all) => {
    const at = all.findLastIndex((row) => row.dataset.block);
    return all.slice(at + 1).map((row) => row.dataset.exercise);
  });
const chip = (page, words) => page.locator(".today-made").getByRole("link", { name: words, exact: true });

async function withStores(app, stores, path) {
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + path);
}

test("a band, twelve minutes, a run in twenty: three taps from a fresh open, two once the kit is known", async ({ app }) => {
  await stopClock(await app.launch(PHONE));
  const page = await app.open("/");
  await button(page, "Loop band").click(); // 1
  await chip(page, "12 min · run in 20 min").click(); // 2
  await expect(heading(page)).toHaveText("Made for you");
  const minutes = Number.parseInt(await page.locator("[data-total]").textContent(), 10);
  expect(minutes).toBeGreaterThanOrEqual(11);
  expect(minutes).toBeLessThanOrEqual(13);
  const doneBy = page.locator("[data-done-by]");
  await expect(doneBy).toHaveText(/^done by 18:1[0-3]$/);
  await page.clock.runFor(10 * 60_000);
  await expect(doneBy, "it moves with the clock").toHaveText(/^done by 18:2[0-3]$/);
  await expect(page.locator("[data-compromise]")).toHaveCount(0);
  expect(await rows(page)).toContain("monster-walk");
  expect(await rows(page), "nothing near failure").not.toContain("supported-pistol-squat");
  await expect(page.locator(".planned > li").first()).toHaveAttribute("data-block", "warm-up");
  for (const reason of await page.locator(".planned .offer-note").allTextContents()) expect(reason).toMatch(/\.$/);
  const stored = (await readKeys(page))["mainspring.routines"] ?? "";
  await button(page, "Start").click(); // 3
  await expect(new Player(page).main).toBeVisible();
  expect((await readKeys(page))["mainspring.routines"] ?? "", "nothing is saved").toBe(stored);

  // Once the kit is known.
  await page.goto(app.server.origin + "/");
  await ready(page);
  await page.getByRole("button", { name: "End here" }).click();
  await page.goto(app.server.origin + "/");
  await ready(page);
  await chip(page, "12 min · run in 20 min").click(); // 1
  await button(page, "Start").click(); // 2
  await expect(new Player(page).main).toBeVisible();
});

test("what is asked is in the address: Back, reload, and Today remembers it", async ({ app }) => {
  const page = await app.open("/made?min=20", PHONE);
  const first = await rows(page);
  await page.getByLabel("Time").selectOption("30");
  await expect(page).toHaveURL(/min=30/);
  await page.getByLabel("Run today").selectOption("after-hard");
  await page.getByLabel("Focus").selectOption("balance");
  await expect(page).toHaveURL(/\?min=30&run=after-hard&focus=balance$/);
  await paint(page);
  const asked = await rows(page);
  await page.reload();
  await ready(page);
  expect(await rows(page)).toEqual(asked);
  await expect(page.getByLabel("Focus")).toHaveValue("balance");
  for (let step = 0; step < 3; step += 1) await page.goBack();
  await expect(page).toHaveURL(/\?min=20$/);
  await expect.poll(() => rows(page)).toEqual(first);
  await page.goto(app.server.origin + "/");
  await ready(page);
  await expect(page.locator(".today-made a").first()).toHaveText("30 min · after a hard run");
});

test("another one, a pin, a swap, and one that is never wanted again", async ({ app }) => {
  const kit = ["loop-band", "second-loop-band", "long-band", "dowel", "kettlebell", "straps", "bosu", "soft-surface"];
  const settings = { v: 1, goal: "fitness", kit, sound: true, theme: "system", units: "metric", starred: [] };
  const page = await withStores(app, { keys: { "mainspring.settings": JSON.stringify(settings) } }, "/made?min=25");
  const status = page.locator("p[role=status].visually-hidden");
  const first = await rows(page);
  await button(page, "Another").click();
  await expect(status).toHaveText("Another one is here.");
  await expect.poll(() => rows(page)).not.toEqual(first);

  const pinned = (await main(page))[1];
  const pin = row(page, pinned).last().getByRole("button", { name: /^Pin/ });
  await pin.click();
  await expect(row(page, pinned).last().getByRole("button", { name: /^Pin/ })).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, pinned).last().getByRole("button", { name: /^Pin/ }), "the focus stays").toBeFocused();
  await button(page, "Another").click();
  await paint(page);
  expect(await main(page)).toContain(pinned);

  const before = await main(page);
  const other = before.find((exercise) => exercise !== pinned);
  await row(page, other).last().getByRole("button", { name: /^Swap/ }).click();
  await expect(status).toHaveText(/ swapped\.$/);
  await expect.poll(() => main(page)).not.toContain(other);
  expect((await main(page)).filter((exercise) => before.includes(exercise)).length, "the others stay").toBe(before.length - 1);

  await page.goto(app.server.origin + "/made?min=25");
  await ready(page);
  const banned = (await main(page))[0];
  const name = await row(page, banned).first().locator(".row-title").textContent();
  await row(page, banned).last().getByRole("button", { name: /^Never this one/ }).click();
  await expect.poll(() => rows(page)).not.toContain(banned);
  await page.reload();
  await ready(page);
  expect(await rows(page)).not.toContain(banned);
  await page.goto(app.server.origin + "/settings");
  await ready(page);
  await page.locator(`li[data-exercise="${banned}"]`).getByRole("button", { name: `Allow again ${name}` }).click();
  await expect(page.getByText("Never for me")).toHaveCount(0);
  await page.goto(app.server.origin + "/made?min=25");
  await ready(page);
  expect(await rows(page)).toContain(banned);
});

test("it is saved once, and opens in the builder", async ({ app }) => {
  const page = await app.open("/made?min=10", PHONE);
  const order = await rows(page);
  await button(page, "Save to my routines").click();
  await expect(page.locator(".builder")).toBeVisible();
  await expect(new Builder(page).name).toHaveValue("10 minutes of strength");
  expect(await new Builder(page).order()).toEqual(order);
  await page.goBack();
  await button(page, "Save to my routines").click();
  await expect(page.locator(".builder")).toBeVisible();
  expect(JSON.parse((await readKeys(page))["mainspring.routines"]).routines).toHaveLength(1);
});

test("what does not fit is said, with the nearest that does", async ({ app }) => {
  const page = await app.open("/made?min=60", PHONE);
  await expect(page.locator("[data-compromise]")).toHaveText(/does not fill that time well\. The nearest is \d+ minutes\.$/);
  const nearest = Number((await page.locator("[data-compromise]").textContent()).match(/(\d+) minutes/)[1]);
  const minutes = Number.parseInt(await page.locator("[data-total]").textContent(), 10);
  expect(Math.abs(minutes - nearest)).toBeLessThanOrEqual(nearest / 10 + 1);
  await page.getByLabel("Run today").selectOption("before.30");
  await expect(page.locator("[data-compromise]")).toHaveText(/^Before a run, 15 minutes are enough/);
  await page.getByLabel("Focus").selectOption("trunk");
  await expect(page.locator("[data-compromise]").last()).toHaveText(/needs a band/);
  await expect(button(page, "Start")).toBeVisible();
});

test("nothing that hurts is in it; if nothing is left it says so", async ({ app }) => {
  const pain = (part) => [NOW - 3_600_000, 0, "", "b", part, 7, "", null, "", "left"];
  const stores = withLog([{ started: NOW - 8 * 86_400_000 }], { keys: { "mainspring.pain": JSON.stringify({ v: 1, r: [pain("knee")] }) } });
  await stopClock(await app.launch(PHONE));
  const page = await withStores(app, stores, "/made?min=5");
  expect(new Set(await rows(page))).toEqual(new Set(["single-leg-balance"]));
  const other = await withStores(app, withLog([{ started: NOW - 8 * 86_400_000 }], { keys: { "mainspring.pain": JSON.stringify({ v: 1, r: [pain("knee"), pain("foot")] }) } }), "/made?min=5");
  await expect(other.locator("[data-compromise]")).toHaveText(/^Nothing fits/);
  await expect(button(other, "Start")).toHaveCount(0);
});

test("a routine in nine minutes: fewer sets, said so, and the routine stays", async ({ app }) => {
  const long = routineOf("long000001", "Long", ["deep-squat", "base", [20, 20, 20], 60], ["single-leg-balance", "base", [30, 30, 30], 30], ["lunge", "base", [15, 15, 15], 60]);
  const page = await withStores(app, withRoutine(long), "/routines/long000001");
  const total = await page.locator('.builder-total [data-total="minutes"]').textContent();
  await page.getByLabel("I have less time").selectOption("9");
  await expect(page.locator("[data-trimmed]")).toHaveText(/\d sets? less\./);
  await page.locator(".less-time").getByRole("button", { name: "Start" }).click();
  const player = new Player(page);
  await expect(player.main).toBeVisible();
  await page.goto(app.server.origin + "/routines/long000001");
  await ready(page);
  await expect(page.locator('.builder-total [data-total="minutes"]')).toHaveText(total);

  // Before the start.
  await page.goto(app.server.origin + "/");
  await ready(page);
  await page.getByRole("button", { name: "End here" }).click();
  await page.goto(app.server.origin + "/play/body-weight");
  await ready(page);
  await expect(page.locator(".player-offer .facts b")).toHaveText("10 min");
  await page.getByLabel("I have less time").selectOption("5");
  await expect(page.locator(".player-offer .facts b")).toHaveText("5 min");
  await player.button("Start").click();
  await player.expectPhase("ready");
});

test("the meter names the gap, and one tap fills it; undo takes it back", async ({ app }) => {
  const legs = routineOf("legs000001", "Legs", ["deep-squat", "base", [20], 60], ["lunge", "base", [15], 60], ["deep-squat", "harder", [8], 60]);
  const page = await withStores(app, withRoutine(legs), "/routines/legs000001");
  const builder = new Builder(page);
  const job = (slug) => page.locator(`[data-job="${slug}"]`);
  await expect(job("single-leg")).toHaveAttribute("data-done", "true");
  await expect(job("balance")).toHaveAttribute("data-done", "false");
  await expect(job("balance")).toHaveText("Balance missing");
  await expect(page.locator("[data-fix]")).toContainText("Shortest fix: Single-leg balance · 2 min");
  await button(page, "Add it").click();
  await expect.poll(() => builder.order()).toEqual(["deep-squat", "lunge", "deep-squat", "single-leg-balance"]);
  await expect(job("balance")).toHaveAttribute("data-done", "true");
  await expect(job("calf-foot")).toHaveAttribute("data-done", "true");
  await expect(page.locator("#coverage"), "the focus is not lost").toBeFocused();
  await builder.undoButton.click();
  await expect(job("balance")).toHaveAttribute("data-done", "false");

  // Warnings explain, and block nothing.
  const warnings = page.locator("[data-warnings]");
  await expect(warnings).toContainText("Nothing here trains the side of the hip");
  await expect(warnings).toContainText("Deep squat has jumps.");
  await expect(builder.start).toBeEnabled();
});

test("a gap of a ready-made routine is filled in a copy", async ({ app }) => {
  const page = await app.open("/routines/body-weight", PHONE);
  await expect(page.locator("[data-fix]")).toHaveAttribute("data-fix", "single-leg-balance");
  await button(page, "Add it to a copy").click();
  await expect(page.locator(".builder")).toBeVisible();
  expect(await new Builder(page).order()).toContain("single-leg-balance");
});

test("nothing is cut off at any size, and a screen reader finds its way", async ({ app }) => {
  const page = await app.open("/made?min=12&run=before&in=20", { reducedMotion: "reduce" });
  expect(await faultsAt(page, "made")).toEqual([]);
  expect(await axe(page)).toEqual([]);
});
