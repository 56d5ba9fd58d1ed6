// Two tabs of one runner: what both write is kept, and one session is played in one of them.
// The numbers are those of the fault table that the app is built against.
import { stopClock } from "./pages/clock.mjs";
import { hide, setClock, show } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { Settings } from "./pages/settings.mjs";
import { countSets, plainPage, readJournal, readKeys, readLog, routineOf, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { Watch } from "./pages/watch.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 6, 7], 30]);
const PLAY = "/play/squats0001";

/** Trains the first set of squats in a new tab, and goes on for some seconds of the rest. */
async function train(app) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, squats);
  await player.press();
  await player.expectPhase("reps");
  await player.next();
  await player.expectSaved(1);
  await player.pass(4);
  return player;
}

/** One session of three sets is in the log, none of them twice. */
async function expectOneSession(page) {
  await expect.poll(async () => (await readLog(page)).length).toBe(1);
  const [session] = await readLog(page);
  expect(session.sets.map((set) => set.done)).toEqual([5, 6, 7]);
  await expect.poll(async () => countSets(await readJournal(page))).toEqual({ [session.id]: 3 });
}

const running = async (page) => {
  const keys = await readKeys(page);
  return [keys["mainspring.active"], keys["mainspring.at"]];
};

test("fault 13: a second tab watches, takes over, and the first one watches it", async ({ app }) => {
  const first = await train(app);
  const second = new Player(await app.open(PLAY));
  const watch = new Watch(second.page);
  await watch.expectRunning();
  await expect(watch.phase).toHaveText("Rest");
  const before = await running(second.page);
  await first.pass(6);
  await expect(watch.digits).toHaveText(String((await first.look()).digits));
  await expect.poll(async () => (await first.look()).digits).toBe(20);
  await expect.poll(() => running(second.page), { message: "who watches writes nothing" }).toEqual(before);
  await first.pass(20);
  await expect(watch.phase).toHaveText("Work");
  await first.expectPhase("reps");

  await watch.takeOver.click();
  await second.expectPhase("reps");
  await second.expectSaved(1);
  await new Watch(first.page).expectRunning();
  await second.next();
  await second.expectPhase("rest");
  await expect(new Watch(first.page).phase).toHaveText("Rest");

  await new Watch(first.page).takeOver.click();
  await first.expectPhase("rest");
  await first.expectSaved(2);
  await watch.expectRunning();
  await first.finish();
  await expect(first.main).toContainText("Done and saved");
  await expect(watch.main).toHaveCount(0);
  await expectOneSession(first.page);
  for (const { page } of [first, second]) {
    await open(page, `${app.server.origin}/`);
    await expect(new Today(page).resume).toHaveCount(0);
  }
  await expectOneSession(first.page);
});

test("fault 13: when the tab that plays is closed, the other goes on from where it was left", async ({ app }) => {
  const first = await train(app);
  const second = new Player(await app.open(PLAY));
  const watch = new Watch(second.page);
  await watch.expectRunning();
  await first.page.close();
  await watch.expectLeft();
  await expect(watch.main).toContainText("It was left at set 2 of 3.");
  await watch.goOn.click();
  await second.expectPhase("rest");
  await second.expectSaved(1);
  await second.finish();
  await expect(second.main).toContainText("Done and saved");
  await expectOneSession(second.page);
});

test("fault 13: a tab that is loaded anew plays on, and who watched still watches", async ({ app }) => {
  const first = await train(app);
  const watch = new Watch(await app.open(PLAY));
  await watch.expectRunning();
  await first.page.reload();
  await ready(first.page);
  await first.expectPhase("rest");
  await first.pass(1);
  await watch.expectRunning();
});

test("starting in a second tab shows what runs in the first, and ends nothing", async ({ app }) => {
  const idle = await app.open("/");
  await idle.close();
  const first = await train(app);
  const page = await app.open("/");
  const today = new Today(page);
  await expect(today.resume).toContainText("1 of 3 sets done");
  await expect(today.endButton).toBeHidden();
  await page.locator("[data-suggestion]").getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`${PLAY}$`));
  await new Watch(page).expectRunning();
  await expect.poll(() => readLog(page)).toEqual([]);
  await first.expectPhase("rest");
  await open(page, `${app.server.origin}/`);
  await today.resume.getByRole("button", { name: "Running in another tab" }).click();
  await new Watch(page).takeOver.click();
  await new Player(page).expectPhase("rest");
  await new Watch(first.page).expectRunning();
});

test("a tab that is open already hears of a session and of its end", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, squats);
  await player.leaveButton.click();
  await new Today(player.page).endButton.click();
  const page = await app.open("/");
  const today = new Today(page);
  await expect(today.resume).toHaveCount(0);
  await open(player.page, app.server.origin + PLAY);
  await player.button("Start").click();
  await player.expectPhase("ready");
  await expect(today.resume).toContainText("Running in another tab");
  await player.press();
  await player.expectPhase("reps");
  await player.finish();
  await expect(today.resume).toHaveCount(0);
  await expect(page.locator(".this-week")).toContainText("Squats");
});

test("without locks one tab trains as ever, and a second breaks nothing", async ({ app }) => {
  const context = await app.launch({ reducedMotion: "reduce" });
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  const first = await train(app);
  const page = await app.open("/settings");
  await page.locator('label:has(input[value="dark"])').click();
  await expect.poll(async () => (await readKeys(page))["mainspring.settings"]).toContain("dark");
  await first.finish();
  await expect(first.main).toContainText("Done and saved");
  await expectOneSession(first.page);
});

test("fault 12: two tabs that put 200 sessions each into the log at once keep 400 of 400", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("squats0001", "Squats", ["deep-squat", "base", [5], 30]));
  await player.press();
  await player.expectPhase("reps");
  await player.finish();
  await expect(player.main).toContainText("Done and saved");
  const [head, set] = await patterns(player.page);
  await player.page.close();

  const journal = {};
  for (const letter of ["a", "b"]) {
    for (let number = 0; number < 200; number += 1) {
      const id = `${letter}${String(number).padStart(9, "0")}`;
      journal[`${id}/head`] = head.replaceAll("THE-ID", id);
      journal[`${id}/set/00000`] = set;
    }
  }
  const plain = await plainPage(app);
  await writeStores(plain, { journal });
  const tabs = await Promise.all(["a", "b"].map((letter) => tabOf(app, letter)));
  await Promise.all(tabs.map((page) => open(page, `${app.server.origin}/`)));
  await expect.poll(async () => (await readLog(plain)).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(400);
  const ids = (await readLog(plain)).map((session) => session.id);
  expect(new Set(ids).size).toBe(400);
  expect(ids).toHaveLength(400);
});

/** The records of the session just finished, with `THE-ID` in the place of its id. */
async function patterns(page) {
  await expect.poll(async () => Object.values(await readJournal(page)).some((value) => value.includes('"ended":true'))).toBe(true);
  const records = Object.entries(await readJournal(page));
  const [key, head] = records.find(([name]) => name.endsWith("/head"));
  const [, set] = records.find(([name]) => name.includes("/set/"));
  return [head.replaceAll(key.split("/")[0], "THE-ID"), set];
}

/** A tab that sees only the sessions of its own in the journal, as if it alone had trained them. */
async function tabOf(app, letter) {
  const page = await (await app.launch()).newPage();
  await page.addInitScript((letter) => {
    for (const name of ["getAll", "getAllKeys"]) {
      const whole = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function () {
        return whole.call(this, IDBKeyRange.bound(letter, `${letter}\uffff`));
      };
    }
  }, letter);
  return page;
}

test("fault 12: settings that two tabs change at once are all kept", async ({ app }) => {
  const tabs = [await app.open("/settings"), await app.open("/settings")];
  const half = (page, which, on) =>
    page.evaluate(([which, on]) => {
      const ticks = [...document.querySelectorAll('ul[aria-labelledby="kit"] input')].filter((_, at) => at % 2 === which);
      for (const tick of ticks) if (tick.checked !== on) tick.click();
    }, [which, on]);
  const odd = (page, on) => page.locator(`ul[aria-labelledby="kit"] input${on ? ":not(:checked)" : ":checked"}`);
  for (const on of [true, false, true, false, true]) {
    await Promise.all(tabs.map((page, which) => half(page, which, on)));
    for (const page of tabs) await expect(odd(page, on)).toHaveCount(0);
  }
  for (const page of tabs) {
    await page.reload();
    await ready(page);
    await expect(odd(page, true)).toHaveCount(0);
  }
});

/** Erases everything on `page`, which shows the settings. */
async function erase(page) {
  const settings = new Settings(page);
  await settings.erase.click();
  await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
  await expect(page.locator("[data-notice]")).toContainText("Everything is erased.");
}

/** `page` shows what a first start shows, and nothing of ours is stored. */
async function expectFirstRun(page) {
  await expect(page.locator("#title")).toHaveText("Today");
  await expect(new Today(page).start).toHaveText("Start · 6 min · no kit");
  await expect(new Today(page).resume).toHaveCount(0);
  await expect(page.locator("[data-session]")).toHaveCount(0);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
  await expect.poll(() => readKeys(page)).toEqual({});
  await expect.poll(() => readJournal(page)).toEqual({});
}

for (const where of ["the tab that watches", "the tab that plays"]) {
  test(`erasing everything in ${where} ends the session and empties every other tab`, async ({ app }) => {
    const player = await train(app);
    const settings = await app.open("/settings");
    await settings.locator('label:has(input[value="dark"])').click();
    await expect(player.page.locator("html")).toHaveAttribute("data-theme", "dark");
    const others = [await app.open("/"), await app.open("/progress")];
    await expect(new Today(others[0]).resume).toContainText("Running in another tab");
    const watch = new Watch(await app.open(PLAY));
    await watch.expectRunning();
    const tabs = [player.page, settings, ...others, watch.page];
    if (where === "the tab that watches") {
      await erase(settings);
    } else {
      await player.leaveButton.click();
      await player.page.getByRole("link", { name: "Settings" }).first().click();
      await erase(player.page);
    }
    await expect(player.main).toHaveCount(0);
    for (const page of tabs) await expect(page.locator("[data-notice]")).toContainText(/You can begin anew\.$/);
    await (await app.launch()).clock.runFor(60_000);
    for (const page of tabs) {
      const today = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" });
      if ((await page.locator("#title").textContent()) !== "Today") await today.click();
      await expectFirstRun(page);
    }
    // What begins anew is kept as ever.
    await new Today(player.page).start.click();
    await player.expectPhase("ready");
    await expect.poll(async () => Object.keys(await readKeys(player.page))).toContain("mainspring.active");
    await open(others[0], `${app.server.origin}/`);
    await expect(new Today(others[0]).resume).toContainText("Running in another tab");
  });
}

test("a page that slept through an erasing harms nothing that was begun since", async ({ app }) => {
  const context = await app.launch();
  const [asleep, awake] = [await app.open("/"), await app.open("/settings")];
  await new Settings(awake).kit("BOSU").check();
  await expect.poll(async () => (await readKeys(asleep))["mainspring.settings"]).toContain("bosu");
  await asleep.evaluate(() => {
    window.late = [];
    // What it would hear, it hears later.
    const hold = (event) => {
      event.stopImmediatePropagation();
      window.late.push({ key: event.key });
    };
    addEventListener("storage", hold, true);
    window.wakeUp = () => {
      removeEventListener("storage", hold, true);
      for (const event of window.late) dispatchEvent(new StorageEvent("storage", event));
    };
  });
  await erase(awake);
  await expect.poll(() => asleep.evaluate(() => window.late.some((event) => event.key === "mainspring.erased"))).toBe(true);
  await awake.getByRole("link", { name: "Settings" }).first().click();
  await new Settings(awake).kit("BOSU").check();
  await expect.poll(async () => (await readKeys(awake))["mainspring.settings"]).toContain("bosu");
  const kept = await readKeys(awake);
  await asleep.evaluate(() => window.wakeUp());
  await expect(asleep.locator("[data-notice]")).toContainText("You erased everything in another tab.");
  await expect.poll(() => readKeys(awake)).toEqual(kept);
  await asleep.getByRole("link", { name: "Settings" }).first().click();
  await expect(new Settings(asleep).kit("BOSU")).toBeChecked();
  await context.close();
});

test("who watches is told nothing of another tab's session when the page is seen again", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routineOf("balance001", "Balance", ["single-leg-balance", "base", [20, 20], 30]));
  await player.goOn((look) => look.phase === "hold");
  await player.pass(3);
  const watch = new Watch(await app.open("/play/balance001"));
  await watch.expectRunning();
  await expect(watch.phase).toHaveText("Hold");
  await hide(watch.page);
  // The hold ends with nobody looking: to the tab that plays this would be worth a word.
  await setClock(watch.page, 20_000);
  await show(watch.page);
  await player.pass(1);
  await expect(watch.phase).not.toHaveText("Hold");
  await expect(watch.page.locator("[data-notice]")).toHaveCount(0);
});

test("who watches shows the clock of the tab that plays, were its own behind for a moment", async ({ app }) => {
  const player = await train(app);
  await player.pass(26);
  await player.expectPhase("reps");
  const watch = new Watch(await app.open(PLAY));
  await watch.expectRunning();
  await watch.page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() - (window.behind ?? 20_000);
  });
  await player.next();
  await player.expectPhase("rest");
  await expect(watch.phase).toHaveText("Rest");
  await expect(watch.digits).toHaveText("30");
  await watch.page.evaluate(() => (window.behind = 0));
  await player.pass(4);
  await expect.poll(async () => (await player.look()).digits).toBe(26);
  await expect(watch.digits).toHaveText("26");
});
