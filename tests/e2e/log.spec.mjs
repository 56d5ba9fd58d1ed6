// The log: sessions deleted and brought back, sessions that a wrong clock dated ahead, and an Undo for every deletion.
import { NOW, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { plainPage, readKeys, readLog, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

// A browser that is killed needs a profile.
const testAlone = test.extend({ ownProfile: true });

const DAY = 86_400_000;
const lunges = routineOf("lunges0001", "Lunges", ["deep-squat", "base", [20, 20, 20], 30]);
const NOVEMBER = "mainspring.log:2026-11";

/** The app at `route` with these stores. */
async function at(app, route, stores) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + route);
}

const to = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
const undo = (page) => page.locator("[data-notice]").getByRole("button", { name: "Undo" });
const three = [
  { started: NOW - 9 * DAY, effort: "easy" },
  { started: NOW - 5 * DAY, effort: "hard", note: "Left knee." },
  { started: NOW - 2 * DAY },
];

test("a session is deleted from its page, and Undo brings back all of it, also from elsewhere", async ({ app }) => {
  const page = await at(app, "/progress", withLog(three));
  const progress = new Progress(page);
  const before = (await readKeys(page))[NOVEMBER];
  await expect(progress.rows).toHaveCount(3);
  await page.locator('[data-session="session001"] a').click();
  await page.getByRole("button", { name: "Delete this session" }).click();
  await expect(page.locator("#title")).toHaveText("Progress");
  await expect(page.locator("[data-notice]")).toContainText("Body weight (Tue 17 Nov, 18:00) deleted.");
  await expect(progress.rows).toHaveCount(2);
  await expect.poll(async () => (await readLog(page)).map(({ id }) => id)).toEqual(["session000", "session002"]);
  await to(page, "Routines");
  await to(page, "Today");
  await undo(page).click();
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  // All but the revision, which counts the writes.
  await expect.poll(async () => (await readKeys(page))[NOVEMBER].replace(/,"rev":\d+}$/, "}")).toBe(before);
  await to(page, "Progress");
  await expect(progress.rows).toHaveCount(3);
  await expect(progress.rows.nth(1)).toContainText("Hard");
  await expect(progress.rows.nth(1)).toContainText("Note");
});

test("a deleted session stays deleted: through a reload, in another tab, with its journal still there", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, lunges);
  await player.finish();
  const { page } = player;
  await page.getByRole("link", { name: "See every set" }).click();
  const detail = page.url();
  const other = await app.open("/progress");
  await expect(new Progress(other).rows).toHaveCount(1);
  await page.getByRole("button", { name: "Delete this session" }).click();
  await expect(page.locator("[data-notice]")).toContainText("deleted.");
  await expect(new Progress(page).rows).toHaveCount(0);
  await expect(new Progress(other).rows).toHaveCount(0);
  for (let start = 0; start < 2; start += 1) {
    await page.reload();
    await ready(page);
    await expect(new Progress(page).empty).toBeVisible();
    await expect.poll(() => readLog(page)).toEqual([]);
  }
  await open(page, detail);
  await expect(page.locator("#title")).toHaveText("This session is not here");
});

testAlone("a deletion, and its Undo, outlive a kill right after they were said", async ({ app }) => {
  test.setTimeout(120_000);
  await app.launch();
  let page = await plainPage(app);
  await writeStores(page, withLog([{ started: Date.now() - 3 * DAY }, { started: Date.now() - 2 * DAY }]));
  // localStorage goes to disk seconds later; a browser that is closed, not killed, writes it out.
  await app.close();
  page = await app.open("/progress/session001");
  await page.getByRole("button", { name: "Delete this session" }).click();
  await expect(page.locator("[data-notice]")).toContainText("deleted.");
  await app.kill();
  page = await app.open("/progress");
  await expect.poll(async () => (await readLog(page)).map(({ id }) => id)).toEqual(["session000"]);
  await expect(new Progress(page).rows).toHaveCount(1);

  await open(page, `${app.server.origin}/progress/session000`);
  await page.getByRole("button", { name: "Delete this session" }).click();
  await undo(page).click();
  await expect(new Progress(page).rows).toHaveCount(1);
  await app.kill();
  page = await app.open("/progress");
  await expect.poll(async () => (await readLog(page)).map(({ id }) => id)).toEqual(["session000"]);
  await expect(new Progress(page).rows).toHaveCount(1);
});

test("a deletion that the store refuses is not said, and the session is still there", async ({ app }) => {
  const page = await at(app, "/progress/session001", withLog(three));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByRole("button", { name: "Delete this session" }).click();
  await expect(page.locator('[data-notice="trouble"]')).toContainText("Not saved.");
  await expect(page.getByText("deleted.")).toHaveCount(0);
  await expect(new Progress(page).rows).toHaveCount(3);
});

// tests/domain/coach.rs and way_back.rs have more of them.
for (const [name, days] of [
  ["yesterday, and one dated tomorrow", [-1, 1]],
  ["today, and several ahead in several months", [-0.1, 40, 365, 800]],
]) {
  test(`trained ${name}: nothing asks for a way back, and nothing ahead counts`, async ({ app }) => {
    const sessions = days.map((day) => ({ started: NOW + day * DAY, from: lunges.id, name: lunges.name }));
    const page = await at(app, "/", withLog(sessions, withRoutine(lunges)));
    const words = await page.getByRole("main").innerText();
    expect(words).not.toMatch(/days? off|Welcome back/);
    await to(page, "Routines");
    await page.getByRole("button", { name: "Start Lunges" }).click();
    await new Player(page).expectPhase("ready");
    await open(page, `${app.server.origin}/progress`);
    await expect(page.getByRole("main")).toContainText(days[1] === 1 ? "2 sessions" : "1 session,");
  });
}

test("behind a session dated ahead the real break is still found", async ({ app }) => {
  const page = await at(app, "/", withLog([{ started: NOW - 30 * DAY }, { started: NOW + 365 * DAY }]));
  await expect(page.getByRole("main")).toContainText("30 days off");
});

test("a session dated ahead says so, and is set to today, once", async ({ app }) => {
  const ahead = { id: "ahead00001", started: NOW + 365 * DAY, effort: "hard", note: "Left knee." };
  const page = await at(app, "/progress", withLog([...three, ahead]));
  const progress = new Progress(page);
  await expect(progress.rows.first()).toContainText("Dated ahead: 22 Nov 2027");
  await progress.rows.first().getByRole("link").click();
  const callout = page.locator("[data-dated]");
  await expect(callout).toContainText("Dated ahead: 22 Nov 2027.");
  await expect(page.getByRole("button", { name: "Delete this session" })).toBeVisible();
  await callout.getByRole("button", { name: "Set to today" }).click();
  await expect(callout).toHaveCount(0);
  await expect(page.locator("#title")).toBeFocused();
  await expect(page.locator("dl.summary")).toContainText("Today, 18:00");
  const ids = async () => (await readLog(page)).map(({ id, started }) => [id, started]).filter(([id]) => id === "ahead00001");
  await expect.poll(ids).toEqual([["ahead00001", NOW]]);
  const month = JSON.parse((await readKeys(page))[NOVEMBER]);
  expect(month.s.find(([id]) => id === "ahead00001").slice(7)).toEqual(["hard", "0b1-n20+600", "Left knee."]);
  await page.reload();
  await ready(page);
  await expect(page.locator("dl.summary")).toContainText("Today, 18:00");
  await to(page, "Progress");
  await expect(progress.rows).toHaveCount(4);
  await expect(page.getByRole("main")).toContainText("this week");
});

test("a page that dies half-way of that leaves the session once, dated today", async ({ app }) => {
  const stores = withLog([
    { id: "ahead00001", started: NOW + 365 * DAY },
    { id: "ahead00001", started: NOW - 3_600_000 },
  ]);
  const page = await at(app, "/progress", stores);
  await expect(new Progress(page).rows).toHaveCount(1);
  await expect(new Progress(page).rows).toContainText("Today, 17:00");
  await expect.poll(async () => (await readLog(page)).map(({ started }) => started)).toEqual([NOW - 3_600_000]);
});

test("two routines of one name are deleted: each has its own Undo, which brings back its own, at its place", async ({ app }) => {
  const page = await at(app, "/routines", {
    keys: {
      "mainspring.routines": JSON.stringify({
        v: 1,
        routines: [1, 2, 3].map((sets) => routineOf(`same00000${sets}`, "Same", ["deep-squat", "base", Array(sets).fill(10), 30])),
      }),
      "mainspring.index": '{"v":1,"keys":["routines"]}',
    },
  });
  const own = page.getByRole("list", { name: "Your own" }).locator("li[data-routine]");
  const order = () => own.evaluateAll((rows) => rows.map((row) => row.dataset.routine));
  await expect(own).toHaveCount(3);
  for (let left = 3; left > 0; left -= 1) {
    await page.getByRole("button", { name: "Delete Same" }).first().click();
    await expect(own).toHaveCount(left - 1);
  }
  await expect(undo(page)).toHaveCount(3);
  await undo(page).nth(1).click();
  await expect.poll(order).toEqual(["same000002"]);
  await undo(page).nth(1).click();
  await expect.poll(order).toEqual(["same000002", "same000003"]);
  await undo(page).first().click();
  await expect.poll(order).toEqual(["same000001", "same000002", "same000003"]);
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect.poll(order).toEqual(["same000001", "same000002", "same000003"]);
  await expect(new Today(page).notices).toHaveCount(0);
});
