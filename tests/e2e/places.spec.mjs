// From page to page: each begins at its top, the way back finds a page as it was left, and an address that leads nowhere offers the nearest page.
import { paint } from "./pages/clock.mjs";
import { Exercise, Exercises } from "./pages/exercises.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

async function scrollTo(page, y) {
  await page.evaluate((y) => scrollTo(0, y), y);
  await paint(page);
}

test("a new page begins at its top, and Back finds the list where it was left", async ({ app }) => {
  const page = await app.open("/exercises");
  await scrollTo(page, 420);
  await new Exercises(page).cards.last().getByRole("link").click();
  await expect(page.locator("article.exercise")).toBeVisible();
  await expect.poll(() => scrolled(page)).toBe(0);
  await scrollTo(page, 300);
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(420);
  await expect(page.locator("#title")).toBeFocused();
  await page.goForward();
  await expect.poll(() => scrolled(page)).toBe(300);
});

test("Back and a reload find opened and closed lists as they were: filters, folds of an exercise, reasons", async ({ app }) => {
  const page = await app.open("/exercises?type=balance");
  const list = new Exercises(page);
  await list.openFilters();
  await page.locator(".chosen-type summary").click();
  await list.cards.first().getByRole("link").click();
  const exercise = new Exercise(page);
  await exercise.fold("Muscles").click();
  await exercise.fold("Cues, in order").click();
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(exercise.folded("Muscles"), "another exercise begins as usual").not.toHaveAttribute("open");
  await page.goBack();
  const expectFolds = async () => {
    await expect(exercise.folded("Muscles")).toHaveAttribute("open", "");
    await expect(exercise.folded("Cues, in order")).not.toHaveAttribute("open");
    await expect(exercise.folded("Why runners do it")).not.toHaveAttribute("open");
  };
  await expectFolds();
  await page.reload();
  await ready(page);
  await expectFolds();
  await page.goBack();
  await expect(list.filters).toHaveAttribute("aria-expanded", "true");
  await expect(list.select("Kit")).toBeVisible();
  await expect(page.locator(".chosen-type")).toHaveAttribute("open", "");
});

test("another level of an exercise leaves the page where it is, and Back as well", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await scrollTo(page, 200);
  await new Exercise(page).level("hard").click();
  await expect(page).toHaveURL(/level=hard/);
  expect(await scrolled(page)).toBe(200);
  await page.goBack();
  await expect(page.locator("article.exercise")).toHaveAttribute("data-level", "base");
  await expect.poll(() => scrolled(page)).toBe(200);
});

test("a mistyped address offers the page that was most likely meant", async ({ app, server }) => {
  const page = await app.open("/");
  const nearest = page.locator("[data-nearest]");
  for (const [address, name, leads] of [
    ["/exercises/deep-sqaut", "Deep squat", "/exercises/deep-squat"],
    ["/exercises/glute-bridge?level=hard", "Banded glute bridge", "/exercises/banded-glute-bridge"],
    ["/lunges", "Lunge", "/exercises/lunge"],
    ["/excercises", "Exercises", "/exercises"],
  ]) {
    await open(page, server.origin + address);
    await expect(nearest, address).toContainText(name);
    await expect(nearest, address).toContainText("Did you mean");
    await nearest.click();
    await expect(page.locator("#title"), address).toHaveText(name);
    expect(new URL(page.url()).pathname).toBe(leads);
  }
  for (const address of ["/xyz", "/exercises/zzzz"]) {
    await open(page, server.origin + address);
    await expect(nearest, address).toHaveCount(0);
    await expect(page.getByRole("link", { name: "See all exercises" }), address).toBeVisible();
  }
});

test("a damaged link says so, and takes another one at once", async ({ app }) => {
  const page = await app.open("/r#1~Hills~deep-squat.b");
  await expect(page.locator("[data-error]")).toContainText("damaged");
  await expect(page.getByRole("link", { name: "See all routines" })).toBeVisible();
  await page.getByLabel("Link from a message").fill("1~Dales~lunge.b.30.10");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.locator("#title")).toHaveText("Dales");
});

test("the starred exercises are one tap away, and without a star the list says how to get one", async ({ app }) => {
  const page = await app.open("/exercises");
  const list = new Exercises(page);
  const starred = page.getByRole("button", { name: /^Starred/ });
  await starred.click();
  await expect(page).toHaveURL(/\?starred=1$/);
  await expect(page.locator(".empty")).toContainText("Nothing starred yet.");
  await list.clear.click();
  await list.cards.filter({ hasText: "Lunge" }).getByRole("link").click();
  await new Exercise(page).star.click();
  await page.goBack();
  await expect(starred).toContainText("1");
  await starred.click();
  await expect.poll(() => list.ids()).toEqual(["lunge"]);
  await expect(starred).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await ready(page);
  await expect.poll(() => list.ids()).toEqual(["lunge"]);
  await list.type(/^Balance/).click();
  await expect(page.locator(".empty")).toBeVisible();
});

test("a level is named by what it is", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-balance");
  const levels = page.getByRole("radiogroup", { name: "Level" });
  for (const name of ["Base · eyes open", "Hard · eyes closed", "Harder · soft surface"]) {
    await expect(levels.getByRole("radio", { name, exact: true })).toBeAttached();
  }
  await expect(page.getByRole("heading", { name: "Make it easier" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Make it harder" })).toBeVisible();
  await open(page, page.url().replace(/\/exercises.*/, "/exercises?level=hard"));
  await expect(page.locator('li[data-exercise="single-leg-balance"]')).toContainText("Hard · eyes closed");
});
