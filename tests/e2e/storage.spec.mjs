// What is stored: full, blocked, damaged, gone, or half-way between journal and log. Nothing is lost, nothing doubled,
// and nothing is called saved that is not. The numbers are those of the fault table that the app is built against.
import { readFileSync } from "node:fs";
import { Builder } from "./pages/builder.mjs";
import { stopClock } from "./pages/clock.mjs";
import { HEADINGS } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { Settings } from "./pages/settings.mjs";
import { lacks, lived, plainPage, readJournal, readKeys, readLog, routineOf, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { ROUTES, expect, open, ready, test } from "./support/app.mjs";

const trouble = (page) => page.locator('[data-notice="trouble"]');

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return JSON.parse(readFileSync(await file.path(), "utf8"));
}

// Fault 1 ------------------------------------------------------------------------------------------------------------

// Runs before the app: the first write of the key that sessionStorage names is refused, and what it would have replaced is noted.
function refuseOneWrite() {
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (this === sessionStorage || key !== sessionStorage.getItem("refuse") || sessionStorage.getItem("was refused")) {
      return write.call(this, key, value);
    }
    write.call(sessionStorage, "was refused", "yes");
    const before = this.getItem(key);
    window.refused = { key, before };
    // When the app is done with the answer.
    queueMicrotask(() => (window.refused.after = localStorage.getItem(key)));
    throw new DOMException("full on purpose", "QuotaExceededError");
  };
}

// A value that is one key, and the log, which is called saved. tests/state/refused.rs refuses every single write.
test("fault 1: whichever kind of write is refused, the runner is told, and everything goes on", async ({ app, server }) => {
  test.setTimeout(180_000);
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  const page = await plainPage(app);
  const plain = page.url();
  await context.addInitScript(refuseOneWrite);
  for (const key of ["mainspring.settings", "mainspring.log:2026-11"]) {
    await page.goto(plain);
    await writeStores(page, {});
    await page.evaluate((key) => sessionStorage.setItem("refuse", key), key);
    expect((await wholeScenario(page, server.origin)).key).toBe(key);

    // The next start: the session is in the log once, whatever was refused.
    await page.evaluate(() => sessionStorage.removeItem("refuse"));
    await page.reload();
    await ready(page);
    await expect(new Progress(page).rows, key).toHaveCount(1);
    await expect(trouble(page), key).toHaveCount(0);
    const done = (await readLog(page)).map((session) => session.sets.map((set) => set.done));
    expect(done, key).toEqual([[20, 20]]);
    const keys = await readKeys(page);
    if (key === "mainspring.settings") expect(keys[key]).toBeUndefined();
    else expect(JSON.parse(keys["mainspring.settings"]).sound).toBe(false);
    for (const value of Object.values(keys)) expect(() => JSON.parse(value)).not.toThrow();
  }
});

/** Waits until `done`, or until a write was refused: whichever comes, what was asked for is answered. */
const answered = (page, done) =>
  expect.poll(async () => Boolean(await page.evaluate(() => window.refused)) || (await done())).toBe(true);

/** Changes a setting, builds a routine, trains it; after each step says what was refused. Ends on Progress. */
async function wholeScenario(page, origin) {
  let [refused, told] = [undefined, false];
  const step = async (act) => {
    await act();
    // What is kept is kept under a lock: who asks for it now has it once the change is made.
    await page.evaluate(() => navigator.locks.request("mainspring-store", () => {}));
    refused ??= await page.evaluate(() => window.refused);
    if (!refused || told) return undefined;
    told = true;
    const where = JSON.stringify(refused);
    expect(refused.after, where).toBe(refused.before);
    const notice = trouble(page).filter({ hasText: "Not saved. The browser's storage is full." });
    await expect(notice, where).toBeVisible();
    const exported = await download(page, notice.getByRole("button", { name: "Download my data" }));
    expect(exported, where).toMatchObject({ app: "mainspring", kind: "backup", v: 2, missing: [] });
    await expect.poll(async () => lacks(exported, await readKeys(page)), { message: where }).toEqual([]);
    return refused.key;
  };
  const [settings, builder, player] = [new Settings(page), new Builder(page), new Player(page)];
  const phase = player.main.locator(".player-phase");
  const go = async (name) => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
    await expect(page.locator("#title")).toHaveText(name);
  };

  await open(page, `${origin}/settings`);
  await step(async () => {
    await settings.sound.uncheck();
    await answered(page, async () => JSON.parse((await readKeys(page))["mainspring.settings"] ?? "{}").sound === false);
  });
  await go("Routines");
  await step(() => page.getByRole("button", { name: "New routine" }).click());
  await expect(builder.root).toBeVisible();
  for (const change of [
    () => builder.addAll("deep-squat"),
    () => builder.step("deep-squat", "Sets of", -1),
    () => builder.step("deep-squat", "Reps", 1),
    () => builder.step("deep-squat", "Reps", -1),
  ]) {
    const key = await step(async () => {
      await change();
      await answered(page, async () => (await builder.kept.textContent()) === "Saved");
    });
    // What was not kept is not called kept.
    await expect(builder.kept).toHaveText(key ? "Not saved" : "Saved");
  }
  await step(() => builder.start.click());
  await player.expectPhase("ready");
  for (const after of ["rest", "finished"]) {
    await step(() => player.press());
    await player.expectPhase("reps");
    const key = await step(async () => {
      await player.press();
      await player.expectPhase(after);
      // Counted once it is on disk: the journal is not localStorage.
      if (after === "rest") await player.expectSaved(1);
      else await answered(page, async () => (await phase.textContent()) === "Done and saved");
    });
    if (after === "finished") {
      const logRefused = key && /log:|index/.test(key);
      await expect(phase).toHaveText(logRefused ? "Done" : "Done and saved");
    }
  }
  const rated = player.button("Hard");
  const key = await step(async () => {
    await rated.click();
    await answered(page, async () => (await rated.getAttribute("aria-pressed")) === "true");
  });
  await expect(rated).toHaveAttribute("aria-pressed", key ? "false" : "true");
  await player.pass(1);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await go("Progress");
  await expect(new Progress(page).rows).toHaveCount(1);
  refused ??= await page.evaluate(() => window.refused);
  return refused;
}

test("fault 1: with the quota really full nothing old is lost, and the session is in the log once there is room", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const kept = lived();
  const { "mainspring.active": _, "mainspring.at": __, ...keys } = kept.keys;
  const routine = routineOf("full000001", "Full", ["deep-squat", "base", [5, 6], 30]);
  keys["mainspring.routines"] = JSON.stringify({ v: 1, routines: [routine] });
  await writeStores(page, { keys });
  const units = await page.evaluate(() => {
    for (let step = 2 ** 22; step >= 1; step /= 2) {
      try {
        localStorage.setItem("another app", (localStorage.getItem("another app") ?? "") + "x".repeat(step));
      } catch {
        // This much does not fit any more.
      }
    }
    return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  });
  expect(units).toBe(5_242_880);
  const notice = trouble(page).filter({ hasText: "Not saved. The browser's storage is full." });

  await open(page, `${server.origin}/settings`);
  await new Settings(page).kit("BOSU").check();
  await expect(notice).toBeVisible();
  await expect.poll(() => readKeys(page)).toEqual(keys);
  const exported = await download(page, notice.getByRole("button", { name: "Download my data" }));
  expect(lacks(exported, { ...keys, "mainspring.settings": undefined })).toEqual([]);
  // What was refused is on screen, and so in the file.
  expect(exported.settings.kit).toContain("bosu");

  await open(page, `${server.origin}/play/full000001`);
  const player = new Player(page);
  await player.button("Start").click();
  await expect(notice).toBeVisible();
  await player.finish({ kept: false });
  await expect(player.main.locator(".player-phase")).toHaveText("Done");
  await expect(notice).toBeVisible();
  await expect.poll(() => readKeys(page)).toEqual(keys);

  await page.evaluate(() => localStorage.removeItem("another app"));
  for (const start of ["first", "second"]) {
    await open(page, `${server.origin}/progress`);
    await expect(new Progress(page).rows, start).toHaveCount(3);
    const log = await readLog(page);
    expect(log.filter((session) => session.name === "Full").map((session) => session.sets.length), start).toEqual([2]);
    await expect(trouble(page)).toHaveCount(0);
  }
});

// Fault 3 ------------------------------------------------------------------------------------------------------------

test("fault 3: where the browser stores nothing, training works in memory and says so", async ({ app, server }) => {
  // What a frame without an origin cannot have is said on the console by the browser itself.
  app.allow(/favicon/, /screen-wake-lock is not allowed/, /Blocked autofocusing/);
  server.tamper((path, answer) => {
    delete answer.headers["Content-Security-Policy"];
    answer.headers["Access-Control-Allow-Origin"] = "*";
    if (path !== "/outer") return;
    answer.body = Buffer.from(`<!DOCTYPE html><title>outer</title>
      <iframe sandbox="allow-scripts allow-downloads" src="/" width="380" height="800"></iframe>`);
  });
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  const page = await context.newPage();
  await page.goto(`${server.origin}/outer`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html[data-ready]")).toBeAttached();
  const banner = frame.locator('[data-notice="trouble"]', { hasText: "does not let Mainspring store anything" });
  await expect(banner).toBeVisible();

  await new Today(page, frame).start.click();
  const player = new Player(page, frame);
  await player.expectPhase("ready");
  await player.goOn((look) => look.phase === "reps");
  await expect.poll(() => player.look()).toMatchObject({ title: "Deep squat", saved: 0 });
  await expect(banner).toBeVisible();
  await player.finish({ kept: false });
  await expect(player.main.locator(".player-phase")).toHaveText("Done");
  await player.button("Easy").click();
  await player.pass(1);
  await frame.getByRole("link", { name: "Done", exact: true }).click();
  const go = (name) => frame.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  await go("Progress");
  await expect(new Progress(page, frame).rows).toHaveCount(1);
  await frame.getByRole("link", { name: "Settings" }).first().click();
  await expect(new Settings(page, frame).storage).toHaveAttribute("data-storage", "memory");
  const exported = await download(page, banner.getByRole("button", { name: "Download my data" }));
  expect(exported).toMatchObject({ app: "mainspring", kind: "backup", v: 2, missing: [] });
  expect(exported.sessions.map((session) => session.effort)).toEqual(["easy"]);
});

// Fault 5 ------------------------------------------------------------------------------------------------------------

/** The index names every key that it should, and no other. */
async function expectWholeIndex(page) {
  const after = await readKeys(page);
  const there = Object.keys(after).map((name) => name.replace("mainspring.", ""));
  const named = JSON.parse(after["mainspring.index"]).keys;
  expect(named.toSorted()).toEqual(there.filter((name) => /^(settings|routines|log:.*)$/.test(name)).sort());
}

/** The open session of `lived` goes on at its third set, with the two before it. */
async function expectThirdSet(page) {
  await new Today(page).resumeButton.click();
  const player = new Player(page);
  await expect.poll(() => player.look()).toMatchObject({ title: "Single-leg balance", side: "Right", saved: 2 });
  return player;
}

// Where each value shows; the other routes are opened with a damaged month. tests/state/damaged.rs damages every key in every
// way.
const shownAt = {
  "/": "mainspring.active",
  "/exercises": "mainspring.settings",
  "/routines": "mainspring.routines",
  "/play/six-minutes": "mainspring.at",
  "/settings": "mainspring.settings",
  "/plan": "mainspring.index",
};
// Nothing of the runner's is lost with them, so they are made anew without a word.
const MADE_ANEW = ["mainspring.at", "mainspring.index"];

test("fault 5: a damaged value is kept verbatim, and the app starts on every route", async ({ app, server }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const plain = page.url();
  const { keys, journal } = lived();
  for (const route of ROUTES) {
    const key = shownAt[route] ?? "mainspring.log:2026-11";
    const where = `${key} on ${route}`;
    await page.goto(plain);
    await writeStores(page, { keys: { ...keys, [key]: "{{{" }, journal });
    await open(page, server.origin + route);
    await expect(page.locator("#title"), where).toHaveText(HEADINGS[route]);
    if (!MADE_ANEW.includes(key)) {
      await expect(trouble(page).filter({ hasText: "could not be read" }), where).toBeVisible();
      await expect(trouble(page).getByRole("button", { name: "Download my data" }).first(), where).toBeVisible();
    }
    const after = await readKeys(page);
    const kept = Object.entries(after).filter(([name]) => name === key || name.startsWith("mainspring.quarantine."));
    expect(kept.map(([, value]) => value), where).toContain("{{{");
    for (const other of Object.keys(keys).filter((name) => name !== key && !MADE_ANEW.includes(name))) {
      expect(after[other], `${where}: ${other}`).toBe(keys[other]);
    }
    await expect.poll(() => readJournal(page), { message: where }).toEqual(journal);
  }
});

test("fault 5: what does not depend on the damaged value goes on: the open session, and the other pages", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  await writeStores(page, { keys: { ...keys, "mainspring.log:2026-11": "{{{" }, journal });
  await open(page, `${server.origin}/`);
  await expect(new Today(page).resume).toContainText("1 of 4 sets done, all saved");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(new Progress(page).rows).toHaveCount(0);
  await expectWholeIndex(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" }).click();
  await expectThirdSet(page);
});

test("fault 5: a damaged record of the journal stays where it is, and the sets around it are there", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  journal["open000001/set/00000"] = "{{{";
  await writeStores(page, { keys, journal });
  await open(page, `${server.origin}/`);
  await expect(trouble(page)).toContainText("A part of an open session could not be read.");
  await expect(new Today(page).resume).toContainText("1 of 4 sets done");
  await expect.poll(() => readJournal(page)).toEqual(journal);
});

// Fault 10 -----------------------------------------------------------------------------------------------------------

// tests/state/damaged.rs clears every key.
test("fault 10: a cleared value is reported, not filled in, and the session goes on to its end", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  const { "mainspring.routines": gone, ...others } = keys;
  expect(gone).toBeDefined();
  await writeStores(page, { keys: others, journal });
  await open(page, `${server.origin}/`);
  await expect(trouble(page)).toContainText("Your own routines are gone from this browser's storage.");
  await expect(trouble(page)).toHaveCount(1);
  await expect(new Today(page).resume).toContainText("1 of 4 sets done, all saved");

  const after = await readKeys(page);
  for (const other of Object.keys(others).filter((name) => !MADE_ANEW.includes(name))) expect(after[other]).toBe(keys[other]);
  expect(after["mainspring.routines"]).toBeUndefined();
  await expectWholeIndex(page);
  await expect.poll(() => readJournal(page)).toEqual(journal);

  const player = await expectThirdSet(page);
  await player.finish();
  const log = await readLog(page);
  expect(log.filter((session) => session.id === "open000001").map((session) => session.sets.length)).toEqual([6]);
});

test("fault 10: where the journal alone was cleared, the sets of the open session are called gone, once", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("gone000001", "Gone", ["deep-squat", "base", [5, 6, 7, 8], 30]));
  await player.goOn((look) => look.phase === "rest" && look.saved === 2);
  await player.expectSaved(2);
  await player.page.close();
  const page = await plainPage(app);
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase("mainspring");
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );
  await open(page, `${server.origin}/`);
  await expect(trouble(page)).toContainText("2 sets of the open session are gone from this browser's storage.");
  await expect(trouble(page)).toHaveCount(1);
  await expect(new Today(page).resume).toContainText("0 of 4 sets done");
  await new Today(page).resumeButton.click();
  const later = new Player(page);
  await later.goOn((look) => look.saved === 1);
  await later.expectSaved(1);

  // What is done from there on is kept as ever, its plan included.
  await page.reload();
  await ready(page);
  await later.expectSaved(1);
  await expect(trouble(page)).toHaveCount(0);
  await later.finish();
  await expect(later.main).toContainText("Done and saved");
  await expect.poll(async () => (await readLog(page)).map((session) => session.sets.map((set) => set.done))).toEqual([[7, 8]]);
});

// Fault 17 -----------------------------------------------------------------------------------------------------------

test("fault 17: killed between journal and log, a session is in the log exactly once", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("fold000001", "Folded", ["deep-squat", "base", [5, 6], 30]));
  const { page } = player;
  const plan = await readKeys(page);
  await player.finish();
  await expect(player.main).toContainText("Done and saved");
  await expect.poll(async () => Object.values(await readJournal(page)).join()).toContain('"ended":true');
  const [keys, journal, [session]] = [await readKeys(page), await readJournal(page), await readLog(page)];
  expect(session.sets).toHaveLength(2);

  const unend = ([key, value]) => [key, value.replace('"ended":true', '"ended":false')];
  const unended = Object.fromEntries(Object.entries(journal).map(unend));
  expect(keys["mainspring.log:2026-11"]).toBeDefined();
  const left = ["mainspring.index", "mainspring.log:2026-11", "mainspring.routines"];
  const firstKeys = { "mainspring.routines": keys["mainspring.routines"] };
  const still = { "mainspring.active": plan["mainspring.active"], "mainspring.at": plan["mainspring.at"] };
  // tests/state/folded.rs has every moment.
  const deaths = {
    "with nothing of the last seconds but the journal": { keys: firstKeys, journal: unended },
    "after the log, before the plan was cleared": { keys: { ...keys, ...still }, journal },
  };
  for (const [when, stores] of Object.entries(deaths)) {
    await page.goto(`${server.origin}/icons/icon.svg`);
    await writeStores(page, stores);
    for (const start of ["first", "second"]) {
      await open(page, `${server.origin}/progress`);
      const where = `${when}, ${start} start`;
      await expect(new Progress(page).rows, where).toHaveCount(1);
      await expect(page.locator("[data-resume]"), where).toHaveCount(0);
      await expect.poll(() => readLog(page), { message: where }).toEqual([session]);
      await expect.poll(async () => Object.keys(await readKeys(page)).sort(), { message: where }).toEqual(left);
      await expect(trouble(page), where).toHaveCount(0);
    }
  }
});
