// Back after a break: a lighter way back and the old level, equally large, and nothing that reproaches.
import { NOW, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, open, test } from "./support/app.mjs";

const DAY = 86_400_000;
const lunges = routineOf("lunges0001", "Lunges", ["lunge", "harder", [3, 3, 3], 30]);
const LETTER = { base: "b", hard: "h", harder: "x" };
const LIGHTER = /^Start lighter · \d+ min$/;
const OLD = /^Use my old level · \d+ min$/;

/** The stores of somebody with a routine of lunges who trained them so many days ago, at these levels. */
function trained(...sessions) {
  const stores = withRoutine(lunges);
  for (const [at, [ago, level]] of sessions.entries()) {
    const started = NOW - ago * DAY;
    const key = `mainspring.log:${new Date(started).toISOString().slice(0, 7)}`;
    const month = JSON.parse(stores.keys[key] ?? '{"v":1,"x":["lunge"],"s":[]}');
    month.s.push([`session${at}00`, lunges.id, lunges.name, started, 0, 20, 1, "", `0${LETTER[level]}1-n3+20`]);
    stores.keys[key] = JSON.stringify(month);
  }
  const keys = Object.keys(stores.keys).map((key) => key.slice("mainspring.".length));
  stores.keys["mainspring.index"] = JSON.stringify({ v: 1, keys: keys.filter((key) => key !== "index") });
  return stores;
}

/** The app at `route`, opened by somebody who trained so. */
async function after(app, route, ...sessions) {
  const page = await plainPage(app);
  await writeStores(page, trained(...sessions));
  await open(page, app.server.origin + route);
  return page;
}

const box = async (button) => {
  const { width, height, y } = await button.boundingBox();
  return { size: [width, height].map(Math.round), bottom: y + height };
};

for (const viewport of [{ width: 320, height: 568 }, { width: 390, height: 844 }, { width: 844, height: 390 }, { width: 1280, height: 800 }]) {
  test(`after three weeks Today offers the lighter way and the old level, equally large and in sight: ${viewport.width} px`, async ({ app }) => {
    await stopClock(await app.launch({ viewport }));
    const page = await after(app, "/", [30, "harder"]);
    const hero = page.locator("[data-suggestion]");
    await expect(hero).toContainText("Welcome back");
    await expect(hero).toContainText("Coaches start below where you stopped, then build up.");
    const [lighter, old] = [await box(hero.getByRole("button", { name: LIGHTER })), await box(hero.getByRole("button", { name: OLD }))];
    expect(lighter.size).toEqual(old.size);
    expect(lighter.size[1]).toBeGreaterThanOrEqual(48);
    const bar = page.getByRole("navigation", { name: "Main" });
    // The bar is at the bottom of a phone that stands, and at the left of everything else.
    const edge = viewport.width < viewport.height ? (await bar.boundingBox()).y : viewport.height;
    expect(Math.max(lighter.bottom, old.bottom)).toBeLessThanOrEqual(edge);
    await expect(new Today(page).trouble).toHaveCount(0);
  });
}

test("the lighter way is a level down, the old level is as planned; a tap on either begins", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  for (const [name, levels] of [[LIGHTER, ["h", "h"]], [OLD, ["x", "x", "x"]]]) {
    const page = await after(app, "/play/lunges0001", [24, "harder"]);
    const player = new Player(page);
    await expect(page.locator(".offer-items")).toContainText("Hard · 4 rounds");
    await expect(page.locator("main")).toContainText("24 days off: easier levels, fewer sets, for two weeks.");
    await page.getByRole("button", { name }).click();
    await player.expectPhase("ready");
    await player.finish();
    const log = await readLog(page);
    const newest = log.sort((one, other) => other.started - one.started)[0];
    expect(log).toHaveLength(2);
    expect(newest.sets.map(({ level }) => level)).toEqual(levels);
    await page.close();
  }
});

test("every Start asks first after a long break, and not after a week", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  for (const [ago, asks] of [[24, true], [9, false]]) {
    const page = await after(app, "/routines", [ago, "harder"]);
    await page.getByRole("button", { name: "Start Lunges" }).click();
    await expect(page).toHaveURL(/\/play\/lunges0001/);
    if (asks) await expect(page.getByRole("button", { name: OLD })).toBeVisible();
    else await new Player(page).expectPhase("ready");
    await page.close();
  }
});

test("the question and the session have one address: one step back leads to where Start was", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await after(app, "/routines", [24, "harder"]);
  await page.getByRole("button", { name: "Start Lunges" }).click();
  await page.getByRole("button", { name: OLD }).click();
  await new Player(page).expectPhase("ready");
  await page.goBack();
  await expect(page.locator("#title")).toHaveText("Routines");
  // An open session: she is back already, and nothing is asked twice.
  await page.getByRole("button", { name: "Start Lunges" }).click();
  await new Player(page).expectPhase("ready");
});

test("the way back goes on after the first session, across months, and ends with the old level or its time", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const cases = [
    [[[1, "base"], [60, "harder"]], true],
    [[[1, "harder"], [60, "harder"]], false],
    [[[21, "base"], [14, "base"], [7, "base"], [0, "base"], [90, "harder"]], false],
    [[[0, "harder"]], false],
  ];
  for (const [sessions, offered] of cases) {
    const page = await after(app, "/play/lunges0001", ...sessions);
    await expect(page.getByRole("button", { name: /^Start/ })).toBeVisible();
    await expect(page.getByRole("button", { name: OLD })).toHaveCount(offered ? 1 : 0);
    await page.close();
  }
});
