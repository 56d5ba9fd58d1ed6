// Faults in the middle of a session: echoing taps, a clock set back, a cold start offline, a broken program.
// The numbers are those of the fault table that the app is built against.
import { readFileSync } from "node:fs";
import { NOW, stopClock } from "./pages/clock.mjs";
import { HEADINGS } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { countSets, readJournal, readKeys, readLog, readRecords, routineOf } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { ROUTES, expect, offlineReady, ready, test } from "./support/app.mjs";

// A browser that is started again needs a profile.
const testAlone = test.extend({ ownProfile: true });

const HOURS = 3_600_000;
const squats = (rest) => routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 6, 7], rest]);

const taps = {
  "two clicks in one task": async (player) =>
    player.primary.evaluate((button) => {
      button.click();
      button.click();
    }),
  "two taps 100 ms apart": async (player) => {
    const box = await player.primary.boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await player.page.mouse.click(x, y);
    await player.pass(0.1);
    await player.page.mouse.click(x, y);
  },
};

for (const [how, twice] of Object.entries(taps)) {
  test(`fault 18: ${how} on Done are one set, on the last Done one session`, async ({ app }) => {
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const player = await Player.begin(app, squats(30));
    for (const set of [1, 2]) {
      await player.press();
      await player.expectPhase("reps");
      await player.pass(1);
      await twice(player);
      await player.expectSaved(set);
      const place = expect.stringMatching(`^${set + 1} of 3`);
      await expect.poll(() => player.look()).toMatchObject({ phase: "rest", digits: 30, saved: set, place });
    }
    await player.press();
    await player.expectPhase("reps");
    await player.pass(1);
    await twice(player);
    // The echo does not lead away from what is to be read and said of the session.
    await expect(player.main).toContainText("Done and saved");

    const { page } = player;
    for (const moment of ["at once", "after a reload"]) {
      const log = await readLog(page);
      expect(log, moment).toHaveLength(1);
      expect(log[0].sets.map((set) => set.done), moment).toEqual([5, 6, 7]);
      await expect.poll(async () => countSets(await readJournal(page)), { message: moment }).toEqual({ [log[0].id]: 3 });
      await page.reload();
      await ready(page);
    }
  });
}

test("fault 18: without a rest between them, a tap and its echo are one set", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, squats(0));
  await player.press();
  for (const set of [1, 2]) {
    await player.expectPhase("reps");
    await player.pass(1);
    await taps["two taps 100 ms apart"](player);
    await player.expectSaved(set);
    await player.expectPhase("reps");
    await expect.poll(async () => (await player.look()).place).toMatch(`${set + 1} of 3`);
  }
});

/** Sets the device's clock back by two hours. */
const setBack = async (page) => page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 2 * HOURS);

test("fault 19: a clock set back two hours stops nothing and turns no number negative", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const mixed = routineOf("mixed00001", "Mixed", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5], 30]);
  const player = await Player.begin(app, mixed);
  const { page } = player;
  let [elapsed, setBacks] = [0, 0];
  const pass = async (seconds) => {
    await player.pass(seconds);
    elapsed += seconds;
    const { text, digits } = await player.main.evaluate((main) => ({
      text: main.querySelector(".player-clock").innerText + main.querySelector(".player-strip").innerText,
      digits: main.querySelector(".player-digits").textContent,
    }));
    expect(text, "a negative number on screen").not.toMatch(/[-−]\s?\d/);
    expect(digits).toMatch(/^\d{1,2}$/);
  };
  // How long it is since the last look at the clock, nobody knows: a set-back may cost that one second.
  const goesOn = async (phase) => {
    const { digits } = await player.look();
    await setBack(page);
    setBacks += 1;
    for (let second = 0; second < 3; second += 1) await pass(1);
    const after = await player.look();
    expect(after.phase).toBe(phase);
    expect([digits - 3, digits - 2]).toContain(after.digits);
    return after.digits;
  };

  await pass(4);
  await pass(await goesOn("ready"));
  for (const side of ["Right", "Left"]) {
    await expect.poll(() => player.look()).toMatchObject({ phase: "hold", digits: 20, side });
    await pass(5);
    const digits = await goesOn("hold");
    if (side === "Left") {
      await page.reload();
      await ready(page);
      await expect.poll(() => player.look()).toMatchObject({ phase: "hold", digits, side });
    }
    await pass(digits);
    if (side === "Right") {
      await expect.poll(() => player.look()).toMatchObject({ phase: "switch", digits: 5 });
      await pass(5);
    }
  }
  await expect.poll(() => player.look()).toMatchObject({ phase: "rest", digits: 30 });
  await player.expectSaved(2);
  await pass(10);
  await pass(await goesOn("rest"));
  await expect.poll(() => player.look()).toMatchObject({ phase: "reps", digits: 5 });
  await pass(4);
  await setBack(page);
  await pass(1);
  await expect(player.main).toContainText(/0:0[45] so far/);
  await pass(2);
  await expect(player.main).toContainText(/0:0[67] so far/);
  await player.primary.click();

  await expect(player.main).toContainText("Done and saved");
  const [session] = await readLog(page);
  expect(session.started).toBe(NOW);
  expect(session.sets.map((set) => set.side)).toEqual(["r", "l", "-"]);
  const at = session.sets.map((set) => set.at);
  expect(at).toEqual([...at].sort((one, other) => one - other));
  expect(at.at(-1)).toBeLessThanOrEqual(elapsed);
  expect(at.at(-1)).toBeGreaterThanOrEqual(elapsed - setBacks - 1);
});

testAlone("fault 29: after one visit every route opens in an offline browser, any of them as its first page", async ({ app, server }) => {
  test.setTimeout(120_000);
  await offlineReady(await app.open("/"));
  await app.close();
  await server.stop();
  // A newer service worker is asked for in vain: that is what being offline means.
  app.allow(/sw\.js/);
  // Each begins a cold browser; the last one goes on to all others.
  const deep = ["/exercises/banded-glute-bridge?level=hard", "/play/six-minutes"];
  for (const first of deep) {
    const context = await app.launch();
    const failed = [];
    const note = (request) => request.url().endsWith("/sw.js") || failed.push(request.url());
    context.on("requestfailed", note);
    context.on("response", (response) => response.ok() || note(response.request()));
    for (const route of first === deep.at(-1) ? [first, ...ROUTES.filter((route) => route !== first)] : [first]) {
      const page = await app.open(route);
      await expect(page.locator("#title"), route).toHaveText(HEADINGS[route]);
      expect(failed, route).toEqual([]);
      await page.close();
    }
    await app.close();
  }
});

test("fault 33: a broken program offers the data and resumes at the same set", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/");
  await new Today(page).start.click();
  const player = new Player(page);
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(2);
  await player.pass(7);
  const before = await player.look();
  expect(before).toMatchObject({ phase: "rest", digits: 23, title: "Deep squat" });

  app.allow(/broken on purpose/, /unreachable/);
  await page.evaluate(() => dispatchEvent(new Event("mainspring:break")));
  const screen = page.getByRole("alertdialog", { name: "Something broke" });
  await expect(screen).toContainText("Every set you finished is saved.");
  await expect(screen.getByRole("button", { name: "Reload" })).toBeFocused();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    screen.getByRole("button", { name: "Download my data" }).click(),
  ]);
  const rescue = JSON.parse(readFileSync(await file.path(), "utf8"));
  const [keys, journal] = [await readKeys(page), await readJournal(page)];
  expect(rescue.localStorage).toEqual(keys);
  expect(Object.fromEntries(rescue.journal.map(({ key, value }) => [key, value]))).toEqual(await readRecords(page));
  expect(Object.keys(keys)).toEqual(expect.arrayContaining(["mainspring.active", "mainspring.at"]));
  expect(Object.values(countSets(journal))).toEqual([2]);

  await Promise.all([page.waitForEvent("load"), screen.getByRole("button", { name: "Reload" }).click()]);
  await ready(page);
  await expect(screen).toHaveCount(0);
  await expect.poll(() => player.look()).toEqual(before);
  await player.finish();
  await expect(player.main).toContainText("Done and saved");
  await expect.poll(async () => (await readLog(page)).map((session) => session.sets.length)).toEqual([6]);
});
