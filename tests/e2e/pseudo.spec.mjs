// In the pseudo-language (make pseudo-test): the main paths, found by keys alone, and no English on any page.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { plain, said } from "./pages/pseudo.mjs";
import { ROUTES, expect, test } from "./support/app.mjs";

const NAME = "Öwn";

test("every page is said in the language of the build", async ({ app }) => {
  test.setTimeout(120_000);
  const left = {};
  for (const route of ROUTES) {
    const page = await app.open(route);
    await expect(page.locator("#title")).toBeVisible();
    const texts = await plain(page);
    if (texts.length) left[route] = texts;
    await page.close();
  }
  expect(left).toEqual({});
});

test("Today leads to a session, which is trained to its end", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch());
  const page = await app.open("/");
  await expect(page.locator("#title")).toHaveText(said("today-title"));
  await page.getByRole("button", { name: said("routine-start") }).click();
  const player = new Player(page);
  await player.expectPhase("ready");
  await player.goOn();
  await player.expectPhase("finished");
  expect(await plain(page)).toEqual([]);
});

test("an exercise is read, and a routine is built and trained", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect(page.locator("#title")).toHaveText(said("exercise:deep-squat"));
  await page.goto(`${app.server.origin}/routines`);
  await page.getByRole("button", { name: said("routines-new") }).click();
  await page.getByLabel(said("builder-name")).fill(NAME);
  await page.getByRole("button", { name: said("builder-add-exercise") }).click();
  const picker = page.locator("dialog#picker");
  await picker.locator("li[data-exercise=lunge]").getByRole("button").click();
  expect(await plain(page, [NAME])).toEqual([]);
  await picker.getByRole("button", { name: said("common-done") }).click();
  await page.locator(".builder-total").getByRole("button", { name: said("common-start") }).click();
  const player = new Player(page);
  await player.expectPhase("ready");
  expect(await plain(page, [NAME])).toEqual([]);
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
});
