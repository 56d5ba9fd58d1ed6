// Looking things up and setting things: the catalogue, its exercises, the settings, and routines sent by link.
import { readFileSync } from "node:fs";
import { Builder } from "./pages/builder.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Exercise, Exercises } from "./pages/exercises.mjs";
import { SHARED } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { editCopy } from "./pages/routines.mjs";
import { Settings } from "./pages/settings.mjs";
import { lacks, lived, plainPage, readJournal, readKeys, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { App, expect, open, ready, test } from "./support/app.mjs";

const SLUGS = [
  "banded-dead-bug",
  "banded-glute-bridge",
  "deep-squat",
  "lunge",
  "monster-walk",
  "single-leg-balance",
  "single-leg-deadlift",
  "supported-pistol-squat",
];
const LEVELS = ["base", "hard", "harder"];

test("search and every filter narrow the list, live in the address, and survive reload and Back", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await app.open("/exercises");
  const list = new Exercises(page);
  await expect.poll(async () => (await list.ids()).sort()).toEqual(SLUGS);
  const address = () => new URL(page.url()).search;
  const expectKept = async (where) => {
    const [ids, search] = [await list.ids(), address()];
    expect(ids.length, where).toBeGreaterThan(0);
    expect(ids.length, where).toBeLessThan(SLUGS.length);
    await expect(list.count, where).toHaveAttribute("data-count", String(ids.length));
    await page.reload();
    await ready(page);
    await expect(list.cards, where).toHaveCount(ids.length);
    await expect.poll(() => list.ids(), { message: where }).toEqual(ids);
    expect(address(), where).toBe(search);
    return ids;
  };

  await list.search.fill("squat");
  await expect.poll(address).toBe("?q=squat");
  expect(await expectKept("search")).toEqual(expect.arrayContaining(["deep-squat", "supported-pistol-squat"]));
  await expect(list.search).toHaveValue("squat");
  await list.clear.click();
  await expect(list.cards).toHaveCount(SLUGS.length);
  expect(address()).toBe("");

  let total = 0;
  for (const type of ["Resistance band", "Balance", "Body weight"]) {
    await list.type(new RegExp(`^${type}`)).click();
    await expect.poll(address).toMatch(/^\?type=/);
    const ids = await expectKept(type);
    await expect(list.type(new RegExp(`^${type}`))).toContainText(String(ids.length));
    total += ids.length;
    await list.clear.click();
  }
  expect(total).toBe(SLUGS.length);

  await list.openFilters();
  for (const label of ["Kit", "Body area", "Sides", "Level"]) {
    const select = list.select(label);
    const options = await select.locator("option").evaluateAll((all) => all.map((option) => option.value).filter(Boolean));
    expect(options.length, label).toBeGreaterThanOrEqual(3);
    const results = new Set();
    for (const option of options) {
      await select.selectOption(option);
      await expect.poll(address, `${label} ${option}`).toContain(`=${option}`);
      results.add((await list.ids()).join());
      const levels = await list.cards.evaluateAll((cards) => cards.map((card) => card.dataset.level));
      if (label === "Level") expect(new Set(levels)).toEqual(new Set([option]));
    }
    // Every exercise has every level; all else leaves some out.
    expect(results.size, label).toBeGreaterThanOrEqual(label === "Level" ? 1 : 2);
    if (label !== "Level") await expectKept(label);
    await expect(select).toHaveValue(options.at(-1));
    await list.clear.click();
    await list.openFilters();
  }

  // Two at once narrow together; Back from an exercise finds them as they were.
  await list.type(/^Balance/).click();
  await list.select("Kit").selectOption("none");
  const [ids, search] = [await list.ids(), address()];
  expect(search).toMatch(/^\?type=balance&kit=none$|^\?kit=none&type=balance$/);
  await list.cards.first().getByRole("link").click();
  await expect(page.locator("article.exercise")).toHaveAttribute("data-exercise", ids[0]);
  await page.goBack();
  await expect(list.cards).toHaveCount(ids.length);
  await expect.poll(() => list.ids()).toEqual(ids);
  expect(address()).toBe(search);

  await list.search.fill("zebra");
  await expect(page.locator(".empty")).toContainText("Nothing fits all of that.");
  await page.locator(".empty").getByRole("button", { name: "Clear filters" }).click();
  await expect(list.cards).toHaveCount(SLUGS.length);
  await expect(list.search).toBeFocused();
});

for (const slug of SLUGS) {
  test(`${slug}: each level has its dose, kit and steps, and all cues; the switch changes address and content`, async ({ app }) => {
    const page = await app.open(`/exercises/${slug}`);
    const exercise = new Exercise(page);
    const read = () =>
      exercise.article.evaluate((article) => {
        const text = (selector) => Array.from(article.querySelectorAll(selector), (element) => element.textContent.trim());
        return {
          level: article.dataset.level,
          title: text("#variation")[0],
          figure: article.querySelector("[data-dose]").dataset.dose,
          dose: text(".dose-words")[0],
          spec: text(".spec dd"),
          mainCue: text(".main-cue")[0],
          steps: text("ol.steps li"),
          note: text(".callout"),
          cues: text("ol.cues li span"),
          topics: text("ol.cues .cue-topic"),
          rest: text(".pair p, .slip dd, .muscles dd"),
        };
      });
    const seen = [];
    for (const level of LEVELS) {
      await exercise.level(level).click();
      await expect(exercise.article).toHaveAttribute("data-level", level);
      expect(new URL(page.url()).search).toBe(level === "base" ? "" : `?level=${level}`);
      const now = await read();
      expect(now.figure).toMatch(/^\d+( [×+] \d+)*$/);
      expect(now.spec).toHaveLength(4);
      expect(now.cues.length).toBeGreaterThanOrEqual(3);
      expect(now.topics).toHaveLength(now.cues.length);
      expect(now.steps.length).toBeGreaterThanOrEqual(2);
      expect(now.rest.length).toBeGreaterThanOrEqual(9);
      for (const words of Object.values(now).flat()) expect(words, JSON.stringify(now)).toMatch(/\S/);
      seen.push(now);
    }
    expect(new Set(seen.map((now) => now.title)).size).toBe(3);
    expect(new Set(seen.map((now) => now.steps.join() + now.mainCue)).size).toBe(3);
    expect(new Set(seen.map((now) => now.cues.length)).size).toBe(1);

    // Each level has an address of its own, and the way back leads through them.
    await page.goBack();
    await expect(exercise.article).toHaveAttribute("data-level", "hard");
    await expect.poll(() => read()).toEqual(seen[1]);
    await page.reload();
    await ready(page);
    await expect.poll(() => read()).toEqual(seen[1]);

    await exercise.tryNow.click();
    const player = new Player(page);
    await player.expectPhase("ready");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/play/${slug}?level=hard`);
  });
}

test("a star puts an exercise first, and stays", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-deadlift");
  const exercise = new Exercise(page);
  await expect(exercise.star).toHaveAttribute("aria-pressed", "false");
  await exercise.star.click();
  await expect(exercise.star).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await ready(page);
  await expect(exercise.star).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Exercises" }).first().click();
  const list = new Exercises(page);
  await expect.poll(async () => (await list.ids())[0]).toBe("single-leg-deadlift");
  await expect(list.cards.first()).toContainText("Starred");
  await list.cards.first().getByRole("link").click();
  await exercise.star.click();
  await expect(exercise.star).toHaveAttribute("aria-pressed", "false");
});

test("every setting works at once and is there after a reload", async ({ app, server }) => {
  const page = await app.open("/settings");
  const settings = new Settings(page);
  const again = async () => {
    await page.reload();
    await ready(page);
  };

  const advice = { muscle: "Strength first, then run.", endurance: "Run first, then strength.", fitness: "Either order works." };
  for (const [goal, headline] of Object.entries(advice)) {
    await settings.option("goal", goal).click();
    await again();
    await expect(settings.input("goal", goal)).toBeChecked();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" }).click();
    await expect(new Today(page).order).toContainText(headline);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plan" }).click();
    await expect(page.locator(`[data-goal="${goal}"]`)).toHaveAttribute("aria-current", "true");
    await page.goBack();
    await page.goBack();
  }

  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const colours = {};
  for (const theme of ["light", "dark"]) {
    await settings.option("theme", theme).click();
    colours[theme] = await background();
    await again();
    await expect(settings.input("theme", theme)).toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect.poll(() => background()).toBe(colours[theme]);
  }
  expect(colours.light).not.toBe(colours.dark);
  await settings.option("theme", "system").click();
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect.poll(() => background()).toBe(colours[scheme]);
  }

  const weights = [];
  for (const units of ["metric", "imperial"]) {
    await settings.option("units", units).click();
    await again();
    await expect(settings.input("units", units)).toBeChecked();
    weights.push(await page.getByText(/^Kettlebell: /).textContent());
    await open(page, `${server.origin}/exercises/single-leg-deadlift?level=harder`);
    weights.push(await new Exercise(page).kit.textContent());
    await open(page, `${server.origin}/settings`);
  }
  expect(weights[0]).toMatch(/\d kg/);
  expect(weights[2]).toMatch(/\d lb/);
  expect(weights[1]).not.toBe(weights[3]);

  await expect(settings.kit("Kettlebell")).not.toBeChecked();
  for (const piece of ["Kettlebell", "BOSU"]) await settings.kit(piece).check();
  await settings.sound.uncheck();
  await again();
  for (const piece of ["Kettlebell", "BOSU"]) await expect(settings.kit(piece)).toBeChecked();
  await expect(settings.sound).not.toBeChecked();
  await settings.kit("BOSU").uncheck();
  await settings.sound.check();
  await again();
  await expect(settings.kit("BOSU")).not.toBeChecked();
  await expect(settings.kit("Kettlebell")).toBeChecked();
  await expect(settings.sound).toBeChecked();
});

test("the export holds everything, and erasing asks once and leaves nothing", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  await writeStores(page, { keys, journal });
  await page.evaluate(() => localStorage.setItem("another app", "not ours"));
  await open(page, `${server.origin}/settings`);
  const settings = new Settings(page);
  const [file] = await Promise.all([page.waitForEvent("download"), settings.export.click()]);
  const exported = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(file.suggestedFilename()).toMatch(/^mainspring-\d{4}-\d\d-\d\d\.json$/);
  expect(exported).toMatchObject({ app: "mainspring", kind: "backup", v: 2, missing: [], setAside: {} });
  const stored = await readKeys(page);
  expect(lacks(exported, stored)).toEqual([]);
  expect(exported.open).toMatchObject({ id: "open000001", at: 2, planned: 6 });
  expect(exported.open.sets.map((set) => set.done)).toEqual([10, 9]);

  await settings.erase.click();
  await expect(settings.dialog).toBeVisible();
  await expect(settings.dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await settings.dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(settings.dialog).toBeHidden();
  await expect.poll(() => readKeys(page)).toEqual(stored);

  await settings.erase.click();
  await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
  await expect(page.locator("[data-notice]")).toContainText("Everything is erased.");
  await expect.poll(() => readJournal(page)).toEqual({});
  await expect.poll(() => readKeys(page)).toEqual({});
  await expect.poll(() => page.evaluate(() => localStorage.getItem("another app"))).toBe("not ours");
  await page.reload();
  await ready(page);
  await expect.poll(() => readKeys(page)).toEqual({});
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  await expect(new Today(page).start).toHaveText("Start · 6 min · no kit");
});

test("a routine built here is opened from its link, looked at and kept in another browser", async ({ app, server }) => {
  const context = await app.launch();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await app.open("/routines");
  const builder = new Builder(page);
  await editCopy(page, "Balance, barefoot");
  await builder.name.fill("Für Ümläute & ~Tilden~ 🏔");
  await builder.setLevel("single-leg-deadlift", "harder");
  const facts = await builder.facts();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.locator("[data-notice]", { hasText: "Link copied." })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await builder.link.inputValue());
  expect(link).toMatch(new RegExp(`^${server.origin}/r#`));

  const other = new App(server);
  const theirs = await other.open("/");
  await open(theirs, link);
  await expect(theirs.locator("#title")).toHaveText("Für Ümläute & ~Tilden~ 🏔");
  await expect(theirs.locator("ol.planned > li")).toHaveCount(facts.length);
  // Looked at is not kept.
  await expect.poll(() => readKeys(theirs)).toEqual({});
  await theirs.getByRole("button", { name: "Save to my routines" }).click();
  await expect(theirs.locator(".builder")).toBeVisible();
  await expect.poll(() => new Builder(theirs).facts()).toEqual(facts);
  await theirs.reload();
  await ready(theirs);
  await expect.poll(() => new Builder(theirs).facts()).toEqual(facts);
  await other.close();
  other.forget();
  expect(other.problems).toEqual([]);
});

test("a link pasted over another in the same page shows its own routine", async ({ app, server }) => {
  const page = await app.open(SHARED);
  await expect(page.locator("#title")).toHaveText("Hills");
  await page.goto(`${server.origin}/r#1~Dales~lunge.b.30.10`);
  await expect(page.locator("#title")).toHaveText("Dales");
  for (const bad of ["", "1~x", "2~later~lunge.b.30.10", "1~x~lunge.b.30.0", "1~x~<script>.b.1.1"]) {
    await page.goto(`${server.origin}/r#${bad}`);
    await expect(page.locator("#title"), bad).toHaveText("This link does not open");
    await expect(page.locator("[data-error]"), bad).toHaveText(/\S/);
  }
  await expect.poll(() => readKeys(page)).toEqual({});
});
