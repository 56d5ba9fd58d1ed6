// The running session is never lost, doubled or overwritten, and "saved" is said only of what is on disk for sure: tabs that
// sleep, stores that disagree, and a journal that cannot be read, refuses or never answers.
import { stopClock } from "./pages/clock.mjs";
import { crash } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { countSets, lived, plainPage, readJournal, readKeys, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { Watch } from "./pages/watch.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

// What stops a process of the browser needs one of its own.
const testAlone = test.extend({ ownProfile: true });

const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 6, 7], 30]);
const lunges = routineOf("lunges0001", "Lunges", ["lunge", "base", [8, 9], 30]);
const PLAY = "/play/squats0001";

const trouble = (page) => page.locator('[data-notice="trouble"]');
const notices = (page) => page.locator("[data-notice]");
const words = (player) => player.acknowledged.textContent();

/** A page on which `routine` is stored and stands to be started. */
async function offered(app, routine = squats) {
  const page = await plainPage(app);
  await writeStores(page, withRoutine(routine));
  return page;
}

/** Presses the large button on the real clock, late enough not to be an echo, until the phase is `phase`. */
async function pressTo(player, phase) {
  await player.page.waitForTimeout(700);
  await player.primary.click();
  await player.expectPhase(phase);
}

// R5 -----------------------------------------------------------------------------------------------------------------

// Runs before the app: a browser that knows no locks.
function withoutLocks() {
  Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
}

for (const locks of [true, false]) {
  testAlone(`R5: a tab that was stopped while another took over, ended and began anew changes nothing, ${locks ? "with" : "without"} locks`, async ({ app }) => {
    test.setTimeout(120_000);
    // A service worker can share the process of the tab that is stopped.
    const context = await app.launch({ serviceWorkers: "block", reducedMotion: "reduce" });
    if (!locks) await context.addInitScript(withoutLocks);
    const plain = await plainPage(app);
    const both = { ...withRoutine(squats).keys, "mainspring.routines": JSON.stringify({ v: 1, routines: [squats, lunges] }) };
    await writeStores(plain, { keys: both });
    const first = new Player(await app.open(PLAY));
    await first.button("Start").click();
    await first.expectPhase("ready");
    await pressTo(first, "reps");
    await pressTo(first, "rest");
    await first.expectSaved(1);
    await pressTo(first, "reps");
    await first.page.waitForTimeout(700);
    // The button of the set at work: when the tab wakes, another can be in its place before the tap comes.
    await first.page.evaluate(() => (window.atWork = document.querySelector(".main-action")));
    const asleep = await app.processOf(first.page);
    asleep.stop();

    const second = new Player(await app.open(PLAY));
    if (locks) await new Watch(second.page).takeOver.click();
    await expect(second.main).toHaveAttribute("data-phase", /./);
    await second.leaveButton.click();
    await new Today(second.page).endButton.click();
    await expect.poll(async () => (await readLog(plain)).length).toBe(1);
    await open(second.page, `${app.server.origin}/play/lunges0001`);
    await second.button("Start").click();
    await second.expectPhase("ready");
    await pressTo(second, "reps");
    await second.pause();
    await expect.poll(async () => (await readKeys(plain))["mainspring.at"]).toContain('"phase":"w"');
    await expect.poll(async () => (await readKeys(plain))["mainspring.at"]).not.toContain('"paused":null');
    const [keys, journal] = [await readKeys(plain), await readJournal(plain)];

    // The first thing that it does when it wakes is the tap.
    const tap = first.page.evaluate(() => window.atWork.click());
    asleep.go();
    await tap;
    await new Watch(first.page).expectRunning();
    await first.page.waitForTimeout(1500);
    await expect.poll(() => readKeys(plain)).toEqual(keys);
    await expect.poll(() => readJournal(plain)).toEqual(journal);
    await expect(new Watch(first.page).main).toContainText("Lunges");
    await expect.poll(async () => (await readLog(plain)).map((session) => session.sets.map((set) => set.done))).toEqual([[5]]);
    // The tab that plays does so still.
    await second.resume();
    await second.expectPhase("reps");
    await pressTo(second, "rest");
    await second.expectSaved(1);
  });
}

test("R5: of two tabs that start at once without locks one plays, and the other one watches", async ({ app }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(withoutLocks);
  const plain = await offered(app);
  const [first, second] = [new Player(await app.open(PLAY)), new Player(await app.open(PLAY))];
  await first.button("Start").click();
  await second.button("Start").click();
  await pressTo(second, "reps");
  await first.primary.click();
  await new Watch(first.page).expectRunning();
  await pressTo(second, "rest");
  await second.expectSaved(1);
  const counts = Object.values(countSets(await readJournal(plain)));
  expect(counts).toEqual([1]);
});

test("R4: of two tabs that start at once one plays, and the other is told what is so", async ({ app }) => {
  await offered(app);
  const tabs = [await app.open(PLAY), await app.open(PLAY)];
  const buttons = await Promise.all(tabs.map((page) => new Player(page).button("Start").elementHandle()));
  // Pressed in both before either hears of the other.
  await Promise.all(buttons.map((button) => button.evaluate((button) => button.click())));
  const plays = (page) => page.locator("main.player[data-phase]:not([data-watching])").count();
  await expect.poll(async () => (await plays(tabs[0])) + (await plays(tabs[1]))).toBe(1);
  for (const page of tabs) await expect(notices(page).filter({ hasText: "ended" })).toHaveCount(0);
});

// R4 -----------------------------------------------------------------------------------------------------------------

test("R4: a session that only the journal has is put where other tabs see it", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  const { "mainspring.active": plan, "mainspring.at": _, ...others } = keys;
  await writeStores(page, { keys: others, journal });
  await open(page, `${server.origin}/`);
  await expect(new Today(page).resume).toContainText("1 of 4 sets done, all saved");
  await expect.poll(async () => (await readKeys(page))["mainspring.active"]).toBe(plan);
  const other = new Today(await app.open("/"));
  await expect(other.resume).toContainText("Running in another tab");
  await other.resume.getByRole("button", { name: "Running in another tab" }).click();
  await new Watch(other.page).expectRunning();
  await other.page.reload();
  await ready(other.page);
  await new Watch(other.page).expectRunning();
});

test("R4: a session that only localStorage has is put into the journal when it goes on", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const { keys, journal } = lived();
  const standIn = Object.fromEntries(Object.entries(journal).map(([key, value]) => [`mainspring.journal.${key}`, value]));
  await writeStores(page, { keys: { ...keys, ...standIn } });
  await open(page, `${server.origin}/`);
  await expect(new Today(page).resume).toContainText("1 of 4 sets done, all saved");
  await expect.poll(async () => countSets(await readJournal(page))).toEqual({ open000001: 2 });
  await expect.poll(async () => Object.keys(await readKeys(page)).filter((key) => key.includes("journal."))).toEqual([]);
});

// R1 and R2: localStorage as it was some seconds before the kill ----------------------------------------------------

/** Kills the page, and has localStorage forget what was written since `keys`; opens the session again. */
async function killed(app, player, keys) {
  const journal = await readJournal(player.page);
  await crash(player.page);
  const page = await plainPage(app);
  await writeStores(page, { keys, journal });
  return new Player(await open(page, app.server.origin + PLAY));
}

test("R1: an exercise that was left out stays out, and no set is overwritten, where localStorage forgot it", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const mixed = routineOf("squats0001", "Mixed", ["deep-squat", "base", [5, 6], 30], ["lunge", "base", [8, 9], 30]);
  const player = await Player.begin(app, mixed);
  await player.goOn((look) => look.phase === "rest" && look.saved === 1);
  await player.expectSaved(1);
  await player.press();
  await player.expectPhase("reps");
  const keys = await readKeys(player.page);
  await player.button("Something hurts").click();
  const dialog = player.page.locator("dialog[open]");
  await dialog.getByRole("button", { name: "Back or lower back", exact: true }).click();
  await dialog.getByRole("button", { name: "7", exact: true }).click();
  await dialog.getByRole("button", { name: "Skip it today" }).click();
  await expect(player.title).toHaveText(/^Lunge/);
  // The plan goes on with the lunges right after the set that is done.
  await expect
    .poll(async () => Object.values(await readJournal(player.page)).join())
    .toMatch(/"steps":\[\["deep-squat","b",1,[^\]]*\],\["lunge"/);
  const again = await killed(app, player, keys);
  await expect(again.title).toHaveText(/^Lunge/);
  await again.expectSaved(1);
  if ((await again.look()).paused) await again.resume();
  await again.finish();
  await expect.poll(async () => (await readLog(again.page)).map((session) => session.sets.map((set) => set.done))).toEqual([[5, 8, 9]]);
});

test("R2: a correction, what was left, and a set done again are there where localStorage forgot them", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  let player = await Player.begin(app, squats);
  await player.goOn((look) => look.phase === "rest" && look.saved === 1);
  await player.expectSaved(1);
  const keys = await readKeys(player.page);
  await player.button("More: done in the set before").click();
  await expect.poll(async () => Object.values(await readJournal(player.page)).join()).toContain('"step":0,"done":6');
  await expect(player.acknowledged).toHaveText("1 saved");
  player = await killed(app, player, keys);
  await player.expectSaved(1);
  await expect(player.main).toContainText("Did 6");
  if ((await player.look()).paused) await player.resume();
  await player.finish();
  await expect.poll(async () => (await readLog(player.page)).map((session) => session.sets.map((set) => set.done))).toEqual([[6, 6, 7]]);
});

// R7 -----------------------------------------------------------------------------------------------------------------

// Runs before the app: the journal cannot be read while `fault` stands in sessionStorage.
function unreadable() {
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...args) {
    if (sessionStorage.getItem("fault") === "read") throw new DOMException("on purpose", "UnknownError");
    return getAll.apply(this, args);
  };
}

const UNREAD = "Sets of the open session could not be read just now. Reload to try again; nothing is deleted.";

// tests/state/journal.rs has a journal that cannot be opened, and one that never answers.
test("R7: sets of a journal that could not be read at one start are joined with those done meanwhile", async ({ app, server }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(unreadable);
  const page = await plainPage(app);
  const { keys, journal } = lived();
  const at = JSON.parse(keys["mainspring.at"]);
  keys["mainspring.at"] = JSON.stringify({ ...at, sets: 2 });
  await writeStores(page, { keys, journal });
  await page.evaluate(() => sessionStorage.setItem("fault", "read"));
  await open(page, `${server.origin}/`);
  await expect(trouble(page)).toHaveText(new RegExp(UNREAD));
  await expect(page.locator("body")).not.toContainText("gone");
  await new Today(page).resumeButton.click();
  const player = new Player(page);
  await expect(player.main).toHaveAttribute("data-phase", "rest");
  // A hold; done before its time.
  await pressTo(player, "hold");
  await page.waitForTimeout(1200);
  await player.button("End set").click();
  await player.expectSaved(1);
  await expect.poll(() => words(player)).toBe("1 done");
  await expect(notices(page).filter({ hasText: "not saved for sure yet" })).toHaveCount(1);
  expect(countSets(await (await peek(app)).journal)).toEqual({ open000001: 2 });

  await page.evaluate(() => sessionStorage.removeItem("fault"));
  await open(page, `${server.origin}/`);
  await expect(trouble(page)).toHaveCount(0);
  await expect(new Today(page).resume).toContainText("1 of 4 sets done, all saved");
  await expect.poll(async () => countSets(await readJournal(page))).toEqual({ open000001: 3 });
});

/** The stores as a page sees them on which no fault is made. */
async function peek(app) {
  const page = await plainPage(app);
  const found = { keys: await readKeys(page), journal: await readJournal(page) };
  await page.close();
  return found;
}

test("R7: a session that ended while the journal could not be read is completed, and purged only then", async ({ app, server }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(unreadable);
  const page = await plainPage(app);
  const { keys, journal } = lived();
  keys["mainspring.at"] = JSON.stringify({ ...JSON.parse(keys["mainspring.at"]), sets: 2 });
  await writeStores(page, { keys, journal });
  await page.evaluate(() => sessionStorage.setItem("fault", "read"));
  await open(page, `${server.origin}/`);
  await new Today(page).resumeButton.click();
  const player = new Player(page);
  await pressTo(player, "hold");
  await page.waitForTimeout(1200);
  await player.button("End set").click();
  await player.expectSaved(1);
  await player.leaveButton.click();
  await new Today(page).endButton.click();
  const sets = async () => (await readLog(page)).find((session) => session.id === "open000001")?.sets.length;
  await expect.poll(sets).toBe(1);
  await page.evaluate(() => sessionStorage.removeItem("fault"));
  for (const start of ["first", "second"]) {
    await open(page, `${server.origin}/progress`);
    await expect.poll(sets, start).toBe(3);
    await expect(page.locator("[data-resume]")).toHaveCount(0);
  }
});

// R9, and what "saved" means ----------------------------------------------------------------------------------------

// Run before the app, each a way in which the journal fails from its first write on, or before.
const faults = {
  "there is no IndexedDB": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "opening is refused": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("on purpose", "SecurityError");
    };
  },
  "opening never answers": () => {
    IDBFactory.prototype.open = () => ({});
  },
  "reading never answers": () => {
    IDBObjectStore.prototype.getAll = () => ({});
  },
  "a transaction is refused": () => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
      if (mode === "readwrite") throw new DOMException("on purpose", "InvalidStateError");
      return transaction.call(this, stores, mode, ...rest);
    };
  },
  "a put is refused": () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("on purpose", "QuotaExceededError");
    };
  },
  "writing never answers": () => {
    const never = { set() {}, get: () => null };
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", never);
  },
};

// These to the end of a session; of the others the first set, and that it outlives its page: tests/state/journal.rs has the rest.
const TO_THE_END = ["there is no IndexedDB", "writing never answers"];

for (const [how, fault] of Object.entries(faults)) {
  test(`R9: where ${how}, training goes on in the stand-in and nothing is called saved`, async ({ app }) => {
    test.setTimeout(120_000);
    const context = await app.launch({ reducedMotion: "reduce" });
    const plain = await offered(app, routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 6], 30]));
    await context.addInitScript(fault);
    const page = await context.newPage();
    await page.goto(app.server.origin + PLAY);
    await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible({ timeout: 15_000 });
    const player = new Player(page);
    await player.button("Start").click();
    await player.expectPhase("ready");
    await pressTo(player, "reps");
    await pressTo(player, "rest");
    await expect(player.acknowledged).toHaveAttribute("data-saved", "1", { timeout: 15_000 });
    await expect(player.acknowledged).toHaveText("1 done");
    await expect(notices(page).filter({ hasText: "not saved for sure yet" })).toHaveCount(1);

    // A page that dies now has the set all the same.
    await page.reload();
    await expect(player.main).toHaveAttribute("data-phase", /./, { timeout: 20_000 });
    await expect(player.acknowledged).toHaveAttribute("data-saved", "1");
    if (!TO_THE_END.includes(how)) return;
    if ((await player.look()).paused) await player.resume();
    await pressTo(player, "reps");
    await pressTo(player, "finished");
    await expect(player.main).toContainText("Not saved for sure yet.", { timeout: 20_000 });
    await expect(player.main.locator(".player-phase")).toHaveText("Done");
    await expect.poll(async () => (await readLog(plain)).map((session) => session.sets.length), { timeout: 20_000 }).toEqual([2]);
    // The tab lets others play.
    const held = () => plain.evaluate(async () => (await navigator.locks.query()).held.some(({ name }) => name === "mainspring-session"));
    await expect.poll(held, { timeout: 20_000 }).toBe(false);
  });
}

test("R9: a write that completes after its time limit counts as saved then", async ({ app }) => {
  test.setTimeout(90_000);
  const context = await app.launch({ reducedMotion: "reduce" });
  await offered(app);
  await context.addInitScript(() => {
    const { set, get } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    window.slow = [];
    window.release = () => {
      window.isFast = true;
      for (const act of window.slow.splice(0)) act();
    };
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      get,
      set(listener) {
        set.call(this, (event) => (window.isFast ? listener(event) : window.slow.push(() => listener(event))));
      },
    });
  });
  const player = new Player(await app.open(PLAY));
  await player.button("Start").click();
  await player.expectPhase("ready");
  await pressTo(player, "reps");
  await pressTo(player, "rest");
  await expect(player.acknowledged).toHaveText("1 done", { timeout: 15_000 });
  await player.page.evaluate(() => window.release());
  await expect(player.acknowledged).toHaveText("1 saved");
  await player.expectSaved(1);
});
