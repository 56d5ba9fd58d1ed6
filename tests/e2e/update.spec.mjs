// A new version: it waits, is offered when nothing is open, and comes in on the runner's yes.
import { restamp } from "../../tools/restamp.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { lived, plainPage, readJournal, readKeys, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, offlineReady, open, ready, test } from "./support/app.mjs";

const buildOf = (page) => page.locator('meta[name="build"]').getAttribute("content");

/** Serves another build, called `label`, from now on; returns its id. */
async function deploy(server, info, label = "next") {
  const next = info.outputPath(label);
  const build = restamp(server.dir, next, label);
  server.use(next);
  return build;
}

/** Waits until the new build stands ready behind the one that runs, as the browser finds it sooner or later. */
async function waits(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => void registration.update()));
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe("installed");
}

/** Says yes to the new version. */
async function accept(page) {
  await Promise.all([page.waitForEvent("load"), new Today(page).update.getByRole("button", { name: "Reload" }).click()]);
  await ready(page);
}

test("a new version waits, is offered, and comes in on a yes with every byte of the data as it was", async ({ app, server }, info) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys: all, journal: records } = lived();
  const { "mainspring.active": _, "mainspring.at": __, ...stored } = all;
  await writeStores(page, { keys: stored });
  await open(page, `${server.origin}/settings`);
  await offlineReady(page);
  expect(Object.keys(records)).toHaveLength(3);
  const first = await buildOf(page);
  const [keys, journal] = [await readKeys(page), await readJournal(page)];
  const { update } = new Today(page);
  await expect(update).toHaveCount(0);

  const second = await deploy(server, info);
  await waits(page);
  await expect(update).toContainText("A new version is ready.");
  await page.reload();
  await ready(page);
  await expect.poll(() => buildOf(page)).toBe(first);
  await expect(update).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(update).toBeVisible();

  await accept(page);
  await expect.poll(() => buildOf(page)).toBe(second);
  expect(second).not.toBe(first);
  await expect(update).toHaveCount(0);
  await expect(page.locator("ol.rows > li[data-session]")).toHaveCount(2);
  await expect.poll(() => readKeys(page)).toEqual(keys);
  await expect.poll(() => readJournal(page)).toEqual(journal);
});

test("while a session is open, running or left, a new version is not even offered; once it is over, it is", async ({ app, server }, info) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  const page = await app.open("/");
  await offlineReady(page);
  const first = await buildOf(page);
  const [today, player] = [new Today(page), new Player(page)];
  await today.start.click();
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(2);

  const second = await deploy(server, info);
  await waits(page);
  const reloads = [];
  page.on("load", () => reloads.push(page.url()));
  await player.goOn((look) => look.phase === "reps");
  await expect(today.update).toHaveCount(0);
  await player.leaveButton.click();
  await expect(today.resume).toBeVisible();
  await expect(today.update).toHaveCount(0);
  expect(reloads).toEqual([]);
  for (const route of ["/", "/play/six-minutes"]) {
    await open(page, server.origin + route);
    await waits(page);
    await expect.poll(() => buildOf(page), { message: route }).toBe(first);
    await expect(today.update, route).toHaveCount(0);
  }

  // Over by its last set, in the player.
  if (await player.button("Go on").count()) await player.button("Go on").click();
  await player.finish();
  await expect(today.update).toContainText("A new version is ready.");
  const keys = await readKeys(page);
  await accept(page);
  await expect.poll(() => buildOf(page)).toBe(second);
  await expect.poll(() => readKeys(page)).toEqual(keys);

  // Over because the runner ended it.
  await open(page, `${server.origin}/play/six-minutes`);
  await player.button("Start").click();
  await player.goOn((look) => look.phase === "reps" || look.phase === "rest");
  const third = await deploy(server, info, "third");
  await waits(page);
  await player.leaveButton.click();
  await expect(today.update).toHaveCount(0);
  await today.endButton.click();
  await expect(today.update).toBeVisible();
  await accept(page);
  await expect.poll(() => buildOf(page)).toBe(third);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(page.locator("ol.rows > li[data-session]").first()).toBeVisible();
});

test("fault 24: while one tab plays, no tab offers the new version; the old build plays to the end", async ({ app, server }, info) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/");
  await offlineReady(page);
  const first = await buildOf(page);
  const player = new Player(page);
  await new Today(page).start.click();
  await player.goOn((look) => look.phase === "rest");
  const other = await app.open("/");
  const { update, resume } = new Today(other);
  const second = await deploy(server, info);
  await waits(other);
  const reloads = [];
  for (const tab of [page, other]) tab.on("load", () => reloads.push(tab.url()));
  await expect(resume).toContainText("Running in another tab");
  await expect(update).toHaveCount(0);
  await player.goOn((look) => look.phase === "reps");
  await expect(update).toHaveCount(0);
  await player.finish();
  await expect.poll(() => buildOf(page)).toBe(first);
  expect(reloads).toEqual([]);
  await expect(update).toContainText("A new version is ready.");
  await accept(other);
  await expect.poll(() => buildOf(other)).toBe(second);
});
