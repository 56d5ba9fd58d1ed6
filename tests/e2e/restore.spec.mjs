// The data file: what it holds, restoring it on another phone, all or nothing, and every file that is none of ours.
import { openSync, ftruncateSync, closeSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder } from "./pages/builder.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { Settings } from "./pages/settings.mjs";
import { lived, plainPage, readJournal, readKeys, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { App, axe, expect, open, ready, test as base } from "./support/app.mjs";

const fixture = (name) => new URL(`../domain/fixtures/saved/files/${name}`, import.meta.url).pathname;

const test = base.extend({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "mainspring-files-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

// A browser that is killed needs a profile.
const testAlone = test.extend({ ownProfile: true });

/** Presses a button that hands out the data file; gives its path and what is in it. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = await file.path();
  return { path, file: JSON.parse(readFileSync(path, "utf8")) };
}

/** The data file of this page, without the moment it was saved. */
async function contents(page) {
  const { file } = await download(page, new Settings(page).export);
  return { ...file, saved: undefined };
}

/** Chooses a file in Settings and gives the panel that answers. */
async function choose(page, path) {
  const settings = new Settings(page);
  await settings.file.setInputFiles(path);
  await expect(settings.panel.and(page.locator(":not([data-restore=reading])"))).toBeVisible();
  return settings.panel;
}

async function restore(page, path) {
  const panel = await choose(page, path);
  await panel.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.locator("[data-notice]", { hasText: /^Restored/ })).toBeVisible();
}

/** Stored texts without the number of their last write. */
const bare = (keys) => Object.fromEntries(Object.entries(keys).map(([key, text]) => [key, text.replace(/,"rev":\d+}$/, "}")]));

/** A phone with these stores, in Settings. */
async function phone(app, stores) {
  const page = await plainPage(app);
  await writeStores(page, stores);
  await open(page, `${app.server.origin}/settings`);
  return page;
}

const month = (name, ...sessions) => [name, JSON.stringify({ v: 1, x: ["deep-squat", "lunge"], s: sessions })];
const session = (id, started, effort, note, sets = "0b1-n10+30 0b2-n10/9+90") =>
  [id, "legs", "Legs", started, 60, 120, 3, effort, sets, ...(note ? [note] : [])];

/** Phone A: own routines, a longer session that phone B has in part, a note, pain, kit. */
const phoneA = {
  keys: Object.fromEntries([
    ["mainspring.settings", '{"v":1,"goal":"endurance","kit":["kettlebell"],"sound":true,"theme":"system","units":"metric","starred":["lunge"]}'],
    ["mainspring.routines", JSON.stringify({ v: 1, routines: [
      routineOf("legs", "Legs", ["deep-squat", "base", [10, 10], 60], ["lunge", "hard", [8], 30]),
      routineOf("hips", "Hips", ["lunge", "base", [6], 30]),
    ] })],
    month("mainspring.log:2026-10", session("both", 1_791_000_000_000, "right", "Heavy.", "0b1-n10+30 0b2-n10/9+90 1h1-n8+60")),
    month("mainspring.log:2026-11", session("onlyA1", 1_793_700_000_000, "", ""), session("onlyA2", 1_794_000_000_000, "hard", "")),
    ["mainspring.pain", '{"v":1,"r":[[1794000030000,60,"lunge","b","knee",4,"easier"]]}'],
    ["mainspring.index", '{"v":1,"keys":["settings","routines","pain","log:2026-10","log:2026-11"]}'],
  ]),
};

/** Phone B: another version of one routine, a part of one session, its own choices. */
const phoneB = {
  keys: Object.fromEntries([
    ["mainspring.settings", '{"v":1,"goal":"fitness","kit":["loop-band"],"sound":true,"theme":"dark","units":"metric","starred":["deep-squat"]}'],
    ["mainspring.routines", JSON.stringify({ v: 1, routines: [routineOf("legs", "Legs", ["deep-squat", "base", [5], 60]), routineOf("core", "Core", ["lunge", "base", [4], 0])] })],
    month("mainspring.log:2026-10", session("both", 1_791_000_000_000, "", "Windy.")),
    month("mainspring.log:2026-09", session("onlyB", 1_788_700_000_000, "easy", "")),
    ["mainspring.index", '{"v":1,"keys":["settings","routines","log:2026-10","log:2026-09"]}'],
  ]),
};

test("phone A → file → phone B → file → phone A: both hold the same, and nothing of either is lost", async ({ app, server, sharedBrowser }) => {
  const pageA = await phone(app, phoneA);
  const appB = new App(server, sharedBrowser);
  const pageB = await phone(appB, phoneB);
  const fromA = await download(pageA, new Settings(pageA).export);

  const panel = await choose(pageB, fromA.path);
  await expect(panel.getByRole("heading")).toHaveText("Restore this file?");
  await expect(panel.getByRole("heading")).toBeFocused();
  await expect(panel.getByRole("listitem")).toContainText(["2 routines: 1 new, 1 changed.", "3 sessions: 2 new, 1 changed.", "1 pain note: 1 new."]);
  await expect(panel).toContainText("1 routine differs from yours. You keep both.");
  // Nothing is written before the runner says so.
  await expect.poll(() => readKeys(pageB)).toEqual(phoneB.keys);
  await panel.getByRole("button", { name: "Not now" }).click();
  await expect(panel).toHaveCount(0);
  await expect.poll(() => readKeys(pageB)).toEqual(phoneB.keys);

  await restore(pageB, fromA.path);
  const fromB = await download(pageB, new Settings(pageB).export);
  await restore(pageA, fromB.path);
  const [heldA, heldB] = [await contents(pageA), await contents(pageB)];
  expect(heldA).toEqual(heldB);
  expect(heldA.routines.map((routine) => routine.name).sort()).toEqual(["Core", "Hips", "Legs", "Legs (other version)"]);
  expect(heldA.sessions.map((held) => held.id).sort()).toEqual(["both", "onlyA1", "onlyA2", "onlyB"]);
  const both = heldA.sessions.find((held) => held.id === "both");
  expect([both.sets.length, both.effort, both.note]).toEqual([3, "right", "Heavy.\n—\nWindy."]);
  expect([heldA.settings.theme, heldA.settings.goal, heldA.settings.kit]).toEqual(["dark", "endurance", ["loop-band", "kettlebell"]]);

  // The same again changes nothing, here and there.
  for (const [page, path] of [[pageA, fromB.path], [pageB, fromA.path], [pageA, fromA.path]]) {
    const before = await readKeys(page);
    const known = await choose(page, path);
    await expect(known.getByRole("heading")).toHaveText("Everything in this file is here already");
    await expect(known).not.toContainText("new");
    await expect(known.getByRole("button", { name: "Restore", exact: true })).toHaveCount(0);
    await known.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => readKeys(page)).toEqual(before);
  }
  // It is there after a start, and shown.
  await pageB.goto(`${server.origin}/progress`);
  await ready(pageB);
  await expect(pageB.locator("#title")).toHaveText("Progress");
  await expect.poll(async () => (await readLog(pageB)).length).toBe(4);
  await appB.close();
  appB.forget();
  expect(appB.problems).toEqual([]);
});

test("a restore is undone to exactly what was there before", async ({ app }) => {
  const page = await phone(app, phoneB);
  const before = await contents(page);
  await restore(page, fixture("backup-v2.json"));
  await expect.poll(() => contents(page)).not.toEqual(before);
  await page.locator("[data-notice]", { hasText: /^Restored/ }).getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-notice]", { hasText: "Your data is as it was before." })).toBeVisible();
  await expect.poll(() => contents(page)).toEqual(before);
  await page.reload();
  await ready(page);
  await expect.poll(() => contents(page)).toEqual(before);

  // In Settings too, as long as nothing else was changed.
  await restore(page, fixture("backup-v2.json"));
  await page.getByRole("button", { name: "Undo restoring" }).click();
  await expect(page.locator("[data-notice]", { hasText: "Your data is as it was before." })).toBeVisible();
  await expect.poll(() => contents(page)).toEqual(before);
  await restore(page, fixture("backup-v2.json"));
  await new Settings(page).kit("BOSU").check();
  await page.getByRole("button", { name: "Undo restoring" }).click();
  await expect(page.locator("[data-notice]", { hasText: "You have changed your data since." })).toBeVisible();
  await expect.poll(async () => (await contents(page)).settings.kit).toContain("bosu");
});

// Killed in the middle -------------------------------------------------------------------------------------------------

// Stops the page for good at a write of the restore, as a phone that dies there: `window.dieAt` names it.
function dieAtWrite() {
  const { setItem } = Storage.prototype;
  let writes = 0;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("mainspring.") && window.dieAt !== undefined) {
      if (writes === window.dieAt) {
        console.info("stands still");
        for (;;);
      }
      writes += 1;
    }
    return setItem.call(this, key, value);
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (key === "restore/pending" && window.dieAt === -1) {
      console.info("stands still");
      for (;;);
    }
    return put.call(this, value, key);
  };
}

// tests/domain/restore.rs kills after every write.
const deaths = [
  ["before the record", -1, 0],
  ["before the first value", 0, 0],
  ["after two values, with time to bring them to disk", 2, 7000],
  ["right after the last value", 100, 0],
];

testAlone("killed in the middle of a restore: the old state or the new one", async ({ app }) => {
  test.setTimeout(240_000);
  let page = await phone(app, phoneB);
  const old = await contents(page);
  await restore(page, fixture("backup-v2.json"));
  const whole = await contents(page);
  await page.close();
  for (const [point, dieAt, waits] of deaths) {
    // The same phone again; a browser that is closed brings its state to disk.
    await phone(app, phoneB);
    await app.close();

    await (await app.launch()).addInitScript(dieAtWrite);
    page = await app.open("/settings");
    const panel = await choose(page, fixture("backup-v2.json"));
    await page.evaluate((dieAt) => (window.dieAt = dieAt), dieAt);
    const button = panel.getByRole("button", { name: "Restore", exact: true });
    if (dieAt < 100) {
      const stands = page.waitForEvent("console", (message) => message.text() === "stands still");
      button.click().catch(() => {});
      await stands;
    } else {
      await button.click();
      await expect(page.locator("[data-notice]", { hasText: /^Restored/ })).toBeVisible();
    }
    if (waits) await app.stopped(waits);
    await app.kill();

    page = await app.open("/settings");
    const found = await contents(page);
    expect([JSON.stringify(old), JSON.stringify(whole)], point).toContain(JSON.stringify(found));
    // Once the record is on disk it is the new one.
    expect(JSON.stringify(found) === JSON.stringify(whole), point).toBe(dieAt >= 0);
    // And it stays so.
    await page.waitForTimeout(500);
    await page.close();
    page = await app.open("/settings");
    await expect.poll(() => contents(page), { message: point }).toEqual(found);
    await expect(page.locator('[data-notice="trouble"]'), point).toHaveCount(0);
    await page.close();
  }
});

test("a store that fills up half-way has everything as it was, and it is said", async ({ app }) => {
  for (const refused of [0, 1, 3]) {
    const page = await phone(app, phoneB);
    const before = bare(await readKeys(page));
    const panel = await choose(page, fixture("backup-v2.json"));
    await page.evaluate((refused) => {
      const { setItem } = Storage.prototype;
      let writes = 0;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("mainspring.") && writes++ === refused) throw new DOMException("full", "QuotaExceededError");
        return setItem.call(this, key, value);
      };
    }, refused);
    await panel.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(panel.locator("[data-error]")).toContainText("Nothing was restored. The browser's storage is full.");
    await expect.poll(async () => bare(await readKeys(page)), { message: `write ${refused}` }).toEqual(before);
    await page.close();
  }
});

// Files ----------------------------------------------------------------------------------------------------------------

test("the old forms of the file are restored, with the session that was open", async ({ app }) => {
  for (const name of ["export-v1.json", "rescue.json"]) {
    const page = await phone(app, {});
    const panel = await choose(page, fixture(name));
    // Both sides of it.
    await expect(panel).toContainText("An unfinished session with 1 set goes into your log.");
    await restore(page, fixture(name));
    const held = await contents(page);
    expect(held.sessions.map((session) => [session.id, session.sets.length]), name).toEqual([["open000001", 2], ["q1w2e3r4t5", 6], ["a0b1c2d3e4", 1]]);
    expect([held.routines.length, held.pain.length, held.settings.theme], name).toEqual([2, 2, "dark"]);
    expect(held.setAside.settings, name).toHaveLength(1);
    await page.close();
  }
});

test("every file that is none of ours gets its sentence and writes nothing", async ({ app, folder }) => {
  const page = await phone(app, phoneB);
  const [before, journal] = [await readKeys(page), await readJournal(page)];
  const whole = readFileSync(fixture("backup-v2.json"), "utf8");
  const deep = "[".repeat(100_000);
  const files = {
    empty: ["", /empty/],
    "log.csv": ["date,exercise,reps\n2026-11-26,squat,10\n", /does not come from Mainspring/],
    "photo.jpg": [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]), /not a text file/],
    "other.json": ['{"app":"strong","workouts":[]}', /does not come from Mainspring/],
    "cut.json": [whole.slice(0, whole.length / 2), /damaged/],
    "newer.json": [whole.replace('"v":2', '"v":3'), /newer version .* update/],
    "utf16.json": [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, "utf16le")]), /UTF-16/],
    "deep.json": [`{"app":"mainspring","kind":"backup","v":2,"sessions":${deep}`, /damaged/],
    "many.json": [`{"app":"mainspring","kind":"backup","v":2,"sessions":[${"0,".repeat(2_000_000)}0]}`, /more than Mainspring can keep/],
    "twice.json": [whole.replace('"missing":[]', '"missing":[],"missing":[]'), /damaged/],
  };
  for (const [name, [content, words]] of Object.entries(files)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const panel = await choose(page, path);
    await expect(panel, name).toHaveAttribute("data-restore", "refused");
    await expect(panel.locator("[data-error]"), name).toHaveText(words);
    await expect(panel.getByRole("heading"), name).toBeFocused();
    await expect.poll(() => readKeys(page), { message: name }).toEqual(before);
    await expect.poll(() => readJournal(page), { message: name }).toEqual(journal);
    await panel.getByRole("button", { name: "Close" }).click();
  }
});

test("fault 34: a file of 100 MB is refused by its size before it is read", async ({ app, folder }) => {
  await (await app.launch()).addInitScript(() => {
    window.reads = 0;
    for (const name of ["arrayBuffer", "text", "stream", "slice"]) {
      const read = Blob.prototype[name];
      Blob.prototype[name] = function (...args) {
        window.reads += 1;
        return read.apply(this, args);
      };
    }
  });
  const page = await phone(app, phoneB);
  const path = join(folder, "large.json");
  const file = openSync(path, "w");
  ftruncateSync(file, 100_000_000);
  closeSync(file);
  const panel = await choose(page, path);
  await expect(panel.locator("[data-error]")).toContainText("larger than 25 MB");
  await expect.poll(() => page.evaluate(() => window.reads)).toBe(0);
  await expect.poll(() => readKeys(page)).toEqual(phoneB.keys);
});

test("faults 37 to 39: a hostile file runs nothing, and its names are clipped", async ({ app, folder }) => {
  const page = await phone(app, {});
  await page.evaluate(() => (window.alert = () => (window.ran = true)));
  const script = '<img src=x onerror="alert(1)">';
  const routine = (id, name) => `{"id":${JSON.stringify(id)},"name":${JSON.stringify(name)},"items":[],"__proto__":{"ran":true}}`;
  const lone = '{"id":"lone","name":"a\\ud83c","items":[]}';
  const text = `{"app":"mainspring","kind":"backup","v":2,"routines":[${routine("a", script)},${routine("b", "x".repeat(100_000))},${routine("c", "\u202eevil")},${lone}],"missing":[${JSON.stringify(script)}]}`;
  const path = join(folder, "hostile.json");
  writeFileSync(path, text);
  const panel = await choose(page, path);
  await expect(panel).toContainText("4 routines: 4 new.");
  await expect(panel).toContainText('This version does not know "__proto__".');
  await expect(panel).toContainText(script);
  await panel.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.locator("[data-notice]", { hasText: "Restored: 4 routines." })).toBeVisible();
  const names = (await contents(page)).routines.map((routine) => routine.name);
  expect(names).toEqual([script, "x".repeat(60), "\u202eevil", "a\ufffd"]);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Routines" }).click();
  await expect(page.locator("#title")).toHaveText("Routines");
  await expect.poll(() => page.evaluate(() => [window.ran, {}.ran])).toEqual([undefined, undefined]);
});

// First open, erasing, keyboard ----------------------------------------------------------------------------------------

test("the first open offers to restore a file, and so does the app after erasing everything", async ({ app }) => {
  const page = await app.open("/");
  const offer = page.locator("[data-offer=restore]");
  await expect(offer).toContainText("Have a Mainspring file?");
  await expect(offer.getByRole("button", { name: "Restore my data" })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await offer.locator("input[type=file]").setInputFiles(fixture("backup-v2.json"));
  const settings = new Settings(page);
  await expect(settings.panel.getByRole("heading")).toBeFocused();
  await settings.panel.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.locator("[data-notice]", { hasText: "Restored: 2 routines, 3 sessions, 2 pain notes, your settings." })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" }).click();
  await expect(page.locator("#title")).toHaveText("Today");
  await expect(offer).toHaveCount(0);

  await page.goto(`${app.server.origin}/settings`);
  await ready(page);
  await settings.erase.click();
  await expect(settings.dialog).toContainText("can be restored in Settings");
  const first = await download(page, settings.dialog.getByRole("button", { name: "Download my data first" }));
  await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
  await expect(offer).toBeVisible();
  await offer.locator("input[type=file]").setInputFiles(first.path);
  await settings.panel.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.locator("[data-notice]", { hasText: /^Restored/ })).toBeVisible();
  const again = await contents(page);
  expect(again).toEqual({ ...first.file, saved: undefined });
});

test("in an installed app with nothing stored the offer says where the file comes from", async ({ app }) => {
  await (await app.launch()).addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
  const page = await app.open("/");
  await expect(page.locator("[data-offer=restore]")).toContainText("Trained in your browser before?");
});

test("a file is restored by keyboard at 390 px, in light and dark, without a finding of axe", async ({ app }) => {
  const page = await phone(app, phoneB);
  const settings = new Settings(page);
  let chooser;
  // The page may still be made anew where the browser tells late what it stores.
  await expect(async () => {
    const opened = page.waitForEvent("filechooser", { timeout: 5000 });
    await settings.restore.press("Enter");
    chooser = await opened;
  }).toPass();
  await chooser.setFiles(fixture("backup-v2.json"));
  await expect(settings.panel.getByRole("heading")).toBeFocused();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page)).toEqual([]);
  }
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press("Tab");
  await expect(settings.panel.getByRole("button", { name: "Restore", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-notice]", { hasText: /^Restored/ })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Restored");
});

// What the file holds --------------------------------------------------------------------------------------------------

test("R6: both stores refuse after the first set, and the file has all five and the unsaved rows", async ({ app, server }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  const page = await plainPage(app);
  const sets = routineOf("refused001", "Refused", ["deep-squat", "base", [5, 5, 5, 5, 5, 5], 0]);
  await writeStores(page, withRoutine(sets));
  await open(page, `${server.origin}/play/refused001`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.goOn((look) => look.phase === "reps");
  await player.press();
  await player.expectSaved(1);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  for (let set = 2; set <= 5; set += 1) {
    await player.goOn((look) => look.phase === "reps");
    await player.press();
  }
  const export1 = page.locator("[data-notice]").getByRole("button", { name: "Download my data" }).first();
  const { file } = await download(page, export1);
  expect(file.open.sets).toHaveLength(5);
  // The builder's rows too.
  await player.leaveButton.click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Routines" }).click();
  await page.getByRole("button", { name: "New routine" }).click();
  const builder = new Builder(page);
  await builder.addAll("lunge");
  await expect(builder.kept).toHaveText("Not saved");
  const again = await download(page, export1);
  expect(again.file.routines.map((routine) => routine.items.length).sort()).toEqual([1, 1]);
  expect(again.file.routines.some((routine) => routine.items[0].exercise === "lunge")).toBe(true);
});

test("R8: a journal that cannot be read is told in the file and on screen", async ({ app, server }) => {
  const page = await plainPage(app);
  await writeStores(page, lived());
  await open(page, `${server.origin}/settings`);
  await page.evaluate(() => {
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("broken", "UnknownError");
    };
  });
  const { file } = await download(page, new Settings(page).export);
  expect(file.missing).toEqual(["The journal of sets could not be read. Sets of an open session may be missing from this file."]);
  await expect(new Today(page).trouble).toContainText("Your file is not complete. The journal of sets could not be read.");
});

// Keeping the data -----------------------------------------------------------------------------------------------------

function countAsking() {
  window.asked = 0;
  // A page without an origin has none.
  if (!window.StorageManager) return;
  StorageManager.prototype.persist = async () => Boolean((window.asked += 1));
  StorageManager.prototype.persisted = async () => window.asked > 0;
}

test("F7: the browser is asked to keep the data once there is some, never at the start", async ({ app, server }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  await context.addInitScript(countAsking);
  const page = await app.open("/settings");
  const asked = () => page.evaluate(() => window.asked);
  await expect(page.locator("[data-persisted=false]")).toContainText("may clear your data when space is short");
  await new Settings(page).kit("BOSU").check();
  await expect.poll(() => asked()).toBe(0);
  await open(page, `${server.origin}/play/six-minutes`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.finish();
  await expect.poll(asked).toBe(1);
  await player.pass(1);
  await player.main.getByRole("link", { name: "Done", exact: true }).click();
  await page.locator("a.to-settings").click();
  await expect(page.locator("[data-persisted=true]")).toContainText("keeps your data until you erase it");

  // The first own routine asks too, where nobody has asked yet in this visit.
  await open(page, `${server.origin}/routines`);
  await expect.poll(() => asked()).toBe(0);
  await page.getByRole("button", { name: "New routine" }).click();
  await expect.poll(asked).toBe(1);
});

test("F7: after a restore the browser is asked to keep the data, once; not where nothing was restored", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(countAsking);
  const page = await phone(app, phoneB);
  const asked = () => page.evaluate(() => window.asked);
  const { path } = await download(page, new Settings(page).export);
  const panel = await choose(page, path);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  expect(await asked()).toBe(0);

  await restore(page, fixture("backup-v2.json"));
  await expect.poll(asked).toBe(1);
  await page.locator("[data-notice]", { hasText: /^Restored/ }).getByRole("button", { name: "Undo" }).click();
  await restore(page, fixture("backup-v2.json"));
  expect(await asked()).toBe(1);
});

test("Settings says how old the last copy is", async ({ app }) => {
  const page = await phone(app, phoneB);
  const settings = new Settings(page);
  await expect(settings.kept).toHaveText("You have not downloaded a copy here yet.");
  await download(page, settings.export);
  await expect(settings.kept).toHaveText("Your last copy: just now.");
  await page.reload();
  await ready(page);
  await expect(settings.kept).toHaveText("Your last copy: just now.");
});

test("F10: in a home-screen app the file goes through the share sheet; elsewhere its address lasts a minute", async ({ app, server }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  await context.addInitScript(() => {
    window.shared = [];
    window.revoked = 0;
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => {
      window.shared.push({ name: files[0].name, text: await files[0].text(), tapped: navigator.userActivation.isActive });
      if (window.cancel) throw new DOMException("no", "AbortError");
    };
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (url) => {
      window.revoked += 1;
      revokeObjectURL.call(URL, url);
    };
  });
  const page = await phone(app, phoneB);
  const settings = new Settings(page);
  await download(page, settings.export);
  await expect.poll(() => page.evaluate(() => [window.shared.length, window.revoked])).toEqual([0, 0]);
  await page.clock.runFor(59_000);
  await expect.poll(() => page.evaluate(() => window.revoked)).toBe(0);
  await page.clock.runFor(2_000);
  await expect.poll(() => page.evaluate(() => window.revoked)).toBe(1);

  await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
  await open(page, `${server.origin}/settings`);
  await expect(settings.kept).toHaveText("Your last copy: 1 min ago.");
  await page.evaluate(() => (window.cancel = true));
  await settings.export.click();
  await expect.poll(() => page.evaluate(() => window.shared.length)).toBe(1);
  await expect(settings.kept).toHaveText("Your last copy: 1 min ago.");
  await page.evaluate(() => (window.cancel = false));
  await settings.export.click();
  await expect.poll(() => page.evaluate(() => window.shared.length)).toBe(2);
  const [, shared] = await page.evaluate(() => window.shared);
  expect(shared).toMatchObject({ name: "mainspring-2026-11-22.json", tapped: true });
  expect(JSON.parse(shared.text).routines).toHaveLength(2);
  await expect(page.locator("[data-notice]")).toHaveCount(0);
});
