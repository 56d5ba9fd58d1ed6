// Two copies of everything: what is called saved outlives a kill, a cleared store, a lock that nobody lets go, and each
// way in which a browser's store can fail. Nothing is called saved before it is.
import { Builder } from "./pages/builder.mjs";
import { Player } from "./pages/player.mjs";
import { editCopy } from "./pages/routines.mjs";
import { Settings } from "./pages/settings.mjs";
import { lived, plainPage, readCopies, readKeys, readLog, readRecords, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

// A browser that is killed needs a profile.
const testAlone = test.extend({ ownProfile: true });

const hills = routineOf("hills00001", "Hills", ["deep-squat", "base", [10, 10], 30], ["lunge", "base", [8], 30]);
const SESSION = "q1w2e3r4t5";

/** Somebody with a routine, settings and two sessions, and no session open. */
function settled() {
  const { "mainspring.active": _, "mainspring.at": __, ...keys } = lived().keys;
  keys["mainspring.routines"] = JSON.stringify({ v: 1, routines: [hills] });
  return { keys };
}

/** The app at `path` on stores that hold exactly this. */
async function begin(app, path, stores = settled()) {
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + path);
}

const notices = (page) => page.locator("[data-notice]");
const revision = (text) => JSON.parse(text ?? "{}").rev ?? 0;

/** Every value has a copy of the same text. */
async function expectCopied(page) {
  await expect
    .poll(async () => {
      const [keys, copies] = [await readKeys(page), await readCopies(page)];
      const values = Object.entries(keys).filter(([key]) => /^mainspring\.(settings|routines|pain|log:.*)$/.test(key));
      return values.filter(([key, text]) => copies[key.replace("mainspring.", "")] !== text).map(([key]) => key);
    })
    .toEqual([]);
}

// What is changed: each with how it is read back on a fresh page, and the value that it has in the store.
const changes = {
  "a setting": {
    path: "/settings",
    make: (page) => new Settings(page).kit("BOSU").check(),
    name: "settings",
    holds: (text) => text?.includes("bosu"),
  },
  "a routine": {
    path: `/routines/${hills.id}`,
    make: (page) => new Builder(page).name.fill("Steep hills"),
    name: "routines",
    holds: (text) => text?.includes("Steep hills"),
  },
  "a note": {
    path: `/progress/${SESSION}`,
    make: async (page) => {
      await page.getByLabel("A note").fill("Left ankle stiff");
      await page.getByLabel("A note").blur();
    },
    name: "log:2026-11",
    holds: (text) => text?.includes("Left ankle stiff"),
  },
  "what hurts": {
    path: `/play/${hills.id}`,
    make: async (page) => {
      const player = new Player(page);
      await player.button("Start").click();
      await player.button("Something hurts").click();
      const dialog = page.getByRole("dialog", { name: "Something hurts" });
      await dialog.getByRole("button", { name: "Knee", exact: true }).click();
      await dialog.getByRole("button", { name: "3", exact: true }).click();
    },
    name: "pain",
    holds: (text) => text?.includes('"knee",3'),
  },
};

const stored = async (page, { name }) => (await readKeys(page))[`mainspring.${name}`];

test.describe("a kill", () => {
  // The routine is killed below; tests/state/copies.rs has every change, with the store as it was before it.
  testAlone("a setting and what hurts are there after a kill as soon as their copies are", async ({ app }) => {
    const made = [changes["a setting"], changes["what hurts"]];
    const page = await begin(app, "/");
    await expectCopied(page);
    for (const change of made) {
      await open(page, app.server.origin + change.path);
      await change.make(page);
      await expect.poll(async () => change.holds((await readCopies(page))[change.name])).toBe(true);
    }
    await app.kill();
    const again = await app.open("/");
    for (const change of made) await expect.poll(async () => change.holds(await stored(again, change))).toBe(true);
    await expectCopied(again);
    await expect(notices(again).filter({ hasText: /gone|could not/ })).toHaveCount(0);
  });

  testAlone("whatever the builder calls saved is there, killed at any moment", async ({ app }) => {
    test.setTimeout(180_000);
    let page = await begin(app, `/routines/${hills.id}`, withRoutine(hills));
    for (let trial = 0; trial < 3; trial += 1) {
      const builder = new Builder(page);
      await builder.name.fill(`Trial ${trial}`);
      await builder.step("lunge", "Rest after a set of", trial % 2 ? 1 : -1);
      const facts = await builder.facts();
      await expect(builder.kept).toHaveText("Saved");
      if (trial % 3) await page.waitForTimeout(trial * 150);
      await app.kill();
      page = await app.open(`/routines/${hills.id}`);
      await expect(new Builder(page).name).toHaveValue(`Trial ${trial}`);
      await expect.poll(() => new Builder(page).facts()).toEqual(facts);
    }
  });

  testAlone("a finished session with a correction, its effort and a note are there after a kill", async ({ app }) => {
    const player = await Player.begin(app, routineOf("short00001", "Short", ["deep-squat", "base", [5], 30]));
    const { page } = player;
    await page.waitForTimeout(600);
    await player.primary.click();
    await player.expectPhase("reps");
    await page.waitForTimeout(600);
    await player.primary.click();
    await player.expectPhase("finished");
    await player.button("Hard").click();
    await page.getByLabel("A note").fill("Windy");
    await page.getByLabel("A note").blur();
    await expect.poll(async () => JSON.stringify(await readCopies(page))).toContain("Windy");
    await app.kill();
    const again = await app.open("/progress");
    const [session, ...others] = await readLog(again);
    expect([session.name, session.effort, others.length]).toEqual(["Short", "hard", 0]);
    await expect(again.locator("[data-session]")).toHaveCount(1);
  });
});

test.describe("the start", () => {
  test("fills in the copies of somebody who has none, once, and changes nothing else", async ({ app }) => {
    const { keys } = settled();
    const page = await begin(app, "/");
    await expectCopied(page);
    const records = await readRecords(page);
    await expect.poll(() => readKeys(page)).toEqual(keys);
    await page.reload();
    await ready(page);
    await expect.poll(() => readKeys(page)).toEqual(keys);
    await expect.poll(() => readRecords(page)).toEqual(records);
    await expect(notices(page)).toHaveCount(0);
  });

  // tests/state/copies.rs has every value that is missing, unreadable or older in either.
  test("a routine that is unreadable in one store is taken from the other", async ({ app }) => {
    const change = changes["a routine"];
    const page = await begin(app, change.path);
    await change.make(page);
    await expect.poll(async () => change.holds((await readCopies(page))[change.name])).toBe(true);
    const [keys, copies] = [await readKeys(page), await readRecords(page)];
    const plain = await plainPage(app);
    for (const [where, broken] of [
      ["the store", { keys: { ...keys, "mainspring.routines": "{{{" }, journal: copies }],
      ["the copies", { keys, journal: { ...copies, "store/routines": "{{{" } }],
    ]) {
      await page.goto(plain.url());
      await writeStores(plain, broken);
      await open(page, `${app.server.origin}/`);
      await expect.poll(() => stored(page, change), { message: where }).toBe(keys["mainspring.routines"]);
      await expectCopied(page);
      await expect(notices(page).filter({ hasText: /gone/ })).toHaveCount(0);
      const told = notices(page).filter({ hasText: "A second copy is in its place." });
      await expect(told, where).toHaveCount(where === "the store" ? 1 : 0);
      const aside = Object.entries(await readKeys(page)).filter(([name]) => name.startsWith("mainspring.quarantine."));
      expect(aside.map(([, text]) => text), where).toEqual(["{{{"]);
    }
  });
});

test.describe("a store cleared under the open app", () => {
  for (const [how, clear] of Object.entries({
    "all of it, in another tab": (plain) => plain.evaluate(() => localStorage.clear()),
    "one key": (plain) => plain.evaluate(() => localStorage.removeItem("mainspring.routines")),
    "by the browser": async (plain) => {
      const session = await plain.context().newCDPSession(plain);
      await session.send("Storage.clearDataForOrigin", { origin: new URL(plain.url()).origin, storageTypes: "local_storage" });
    },
    "both stores, by the browser": async (plain) => {
      const session = await plain.context().newCDPSession(plain);
      const storageTypes = "local_storage,indexeddb";
      await session.send("Storage.clearDataForOrigin", { origin: new URL(plain.url()).origin, storageTypes });
    },
  })) {
    test(`${how}: everything is put back, and it is told`, async ({ app }) => {
      const page = await begin(app, "/routines");
      await expectCopied(page);
      const keys = await readKeys(page);
      const plain = await plainPage(app);
      await clear(plain);
      // Where the browser tells no tab of it, the next change finds out.
      await editCopy(page, "Body weight");
      await expect(notices(page).filter({ hasText: "Something cleared this browser's storage. Mainspring has put your data back." })).toHaveCount(1);
      await expect.poll(async () => Object.keys(await readKeys(page)).sort()).toEqual(Object.keys(keys).sort());
      const after = await readKeys(page);
      expect(after["mainspring.settings"]).toBe(keys["mainspring.settings"]);
      expect(after["mainspring.log:2026-11"]).toBe(keys["mainspring.log:2026-11"]);
      const names = JSON.parse(after["mainspring.routines"]).routines.map(({ name }) => name);
      expect(names).toEqual(["Hills", "Body weight"]);
      await expectCopied(page);
    });
  }

  test("the copies alone: they are made again by the next start", async ({ app }) => {
    const page = await begin(app, "/");
    await expectCopied(page);
    await page.evaluate(clearRecords);
    await expect.poll(() => readRecords(page)).toEqual({});
    await page.reload();
    await ready(page);
    await expectCopied(page);
    await expect(notices(page)).toHaveCount(0);
  });

  test("erasing in one tab stays an erasing, whatever another has in memory", async ({ app }) => {
    const other = await begin(app, "/routines");
    await expectCopied(other);
    const page = await app.open("/settings");
    const settings = new Settings(page);
    await settings.erase.click();
    await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
    await expect(notices(page)).toContainText("Everything is erased.");
    await expect(notices(other)).toContainText("You erased everything in another tab.");
    await other.bringToFront();
    await other.waitForTimeout(500);
    await expect.poll(() => readKeys(other)).toEqual({});
    await expect.poll(() => readRecords(other)).toEqual({});
    // What begins anew is kept.
    await editCopy(other, "Body weight");
    await expectCopied(other);
    await expect(other.locator("[data-notice]").filter({ hasText: "put your data back" })).toHaveCount(0);
  });
});

function clearRecords() {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("mainspring");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction("journal", "readwrite");
      writing.objectStore("journal").clear();
      writing.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });
}

test.describe("a lock that nobody lets go", () => {
  /** A tab that holds the store's lock for ever. */
  async function frozen(app) {
    const plain = await plainPage(app);
    await plain.evaluate(() => {
      navigator.locks.request("mainspring-store", () => new Promise(() => {})).catch(() => {});
    });
    return plain;
  }

  testAlone("a change is saved after some seconds all the same, and is not called saved before", async ({ app }) => {
    const page = await begin(app, `/routines/${hills.id}`);
    await expectCopied(page);
    const plain = await frozen(app);
    const builder = new Builder(page);
    await builder.name.fill("Hill day");
    await expect(builder.kept).toHaveText("Saving…");
    await page.waitForTimeout(1_000);
    await expect(builder.kept).toHaveText("Saving…");
    await expect.poll(() => stored(plain, changes["a routine"])).not.toContain("Hill day");
    await expect(builder.kept).toHaveText("Saved");
    await expect.poll(() => stored(plain, changes["a routine"])).toContain("Hill day");
    await builder.name.fill("Hill night");
    await expect(builder.kept).toHaveText("Saved", { timeout: 2_000 });
    await app.kill();
    await expect(new Builder(await app.open(`/routines/${hills.id}`)).name).toHaveValue("Hill night");
  });

  test("a tab that stood still in its turn takes another one, and overwrites nothing", async ({ app }) => {
    test.setTimeout(90_000);
    const page = await begin(app, `/routines/${hills.id}`);
    await expectCopied(page);
    const other = await app.open(`/routines/${hills.id}`);
    // The first tab has the lock and stands still before its turn goes on.
    await page.evaluate(() => {
      const { query } = LockManager.prototype;
      LockManager.prototype.query = async function () {
        const known = await query.call(this);
        await new Promise((done) => (window.goOn = done));
        LockManager.prototype.query = query;
        return known;
      };
    });
    await new Builder(page).name.fill("Late");
    await page.waitForFunction(() => window.goOn);
    await new Builder(other).step("lunge", "Rest after a set of", 2);
    await expect(new Builder(other).kept).toHaveText("Saved");
    await page.evaluate(() => window.goOn());
    await expect(new Builder(page).kept).toHaveText("Saved");
    await expect.poll(async () => JSON.parse(await stored(other, changes["a routine"])).routines[0].name).toBe("Late");
    const [routine] = JSON.parse(await stored(other, changes["a routine"])).routines;
    expect(routine.items[1].rest).toBeGreaterThan(30);
    await expectCopied(other);
  });

  test("a request for a lock that is never answered holds nothing up for long", async ({ app }) => {
    test.setTimeout(90_000);
    const page = await begin(app, `/routines/${hills.id}`);
    await expectCopied(page);
    await page.evaluate(() => {
      LockManager.prototype.request = () => new Promise(() => {});
      LockManager.prototype.query = () => new Promise(() => {});
    });
    await new Builder(page).name.fill("Unanswered");
    await expect(new Builder(page).kept).toHaveText("Saved", { timeout: 20_000 });
    await expect.poll(() => stored(page, changes["a routine"])).toContain("Unanswered");
  });

  testAlone("everything is erased although another tab sits on the lock, and a kill brings nothing back", async ({ app }) => {
    const page = await begin(app, "/settings");
    await expectCopied(page);
    // What was stored lies on disk, as after a day.
    await app.close();
    const again = await app.open("/settings");
    await frozen(app);
    const settings = new Settings(again);
    await settings.erase.click();
    await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
    await expect(notices(again)).toContainText("Erasing everything");
    await expect(notices(again)).toContainText("Everything is erased. You can begin anew.");
    await expect.poll(() => readKeys(again)).toEqual({});
    await expect.poll(() => readRecords(again)).toEqual({});
    await app.kill();
    const last = await app.open("/progress");
    await expect(last.locator("[data-session]")).toHaveCount(0);
    await expect.poll(() => readLog(last)).toEqual([]);
    await expect.poll(async () => Object.keys(await readKeys(last)).filter((key) => key !== "mainspring.index")).toEqual([]);
    await expect(notices(last)).toHaveCount(0);
  });
});

test("erasing that a store refuses is not called done, and what is left is shown", async ({ app }) => {
  const page = await begin(app, "/settings");
  await expectCopied(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.clear = function () {
      throw new DOMException("on purpose", "InvalidStateError");
    };
  });
  const settings = new Settings(page);
  await settings.erase.click();
  await settings.dialog.getByRole("button", { name: "Erase everything" }).click();
  await expect(notices(page)).toContainText("Not everything is erased.");
});

// Every way in which a store can fail ----------------------------------------------------------------------------------

// Run in the page, after its start. tests/state/copies.rs has each with every change.
const faults = {
  "localStorage refuses": () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (this === localStorage && key.startsWith("mainspring.")) throw new DOMException("on purpose", "SecurityError");
      return setItem.call(this, key, value);
    };
  },
  "localStorage is full": () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (this === localStorage && key.startsWith("mainspring.")) throw new DOMException("on purpose", "QuotaExceededError");
      return setItem.call(this, key, value);
    };
  },
  "localStorage keeps nothing and says nothing": () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (this !== localStorage || !key.startsWith("mainspring.")) setItem.call(this, key, value);
    };
  },
  "IndexedDB refuses": () => {
    IDBDatabase.prototype.transaction = function () {
      throw new DOMException("on purpose", "InvalidStateError");
    };
  },
  "IndexedDB is full": () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      this.transaction.abort();
      return request;
    };
  },
  "IndexedDB never answers": () => {
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set() {}, configurable: true });
  },
};

for (const [fault, inject] of Object.entries(faults)) {
  const isStore = fault.startsWith("localStorage");
  test(`${fault}: a routine is called what it is, and the app goes on`, async ({ app }) => {
    const change = changes["a routine"];
    const page = await begin(app, change.path);
    await expectCopied(page);
    await page.evaluate(inject);
    await change.make(page);
    const builder = new Builder(page);
    if (isStore) {
      await expect(notices(page).filter({ hasText: "Not saved." }).first()).toBeVisible();
      await expect(builder.kept).toHaveText("Not saved");
      await expect.poll(async () => change.holds(await stored(page, change))).toBeFalsy();
    } else {
      await expect.poll(async () => change.holds(await stored(page, change))).toBe(true);
      await expect(builder.kept).toHaveText("Kept in this browser");
    }
    // What is on screen stays, and goes with the next change where there is room again.
    await expect(builder.name).toHaveValue("Steep hills");
    await page.close();
    const again = await app.open("/");
    await expect.poll(async () => change.holds(await stored(again, change)) ?? false).toBe(!isStore);
    await expectCopied(again);
    await expect(notices(again).filter({ hasText: /gone|could not be read/ })).toHaveCount(0);
  });
}

test("localStorage is full: a setting, a note and what hurts are called not saved", async ({ app }) => {
  const page = await begin(app, "/");
  for (const change of [changes["a setting"], changes["a note"], changes["what hurts"]]) {
    await open(page, app.server.origin + change.path);
    await page.evaluate(faults["localStorage is full"]);
    await change.make(page);
    await expect(notices(page).filter({ hasText: "Not saved." }).first()).toBeVisible();
    if (change.name === "settings") await expect(new Settings(page).kit("BOSU")).toBeChecked();
    await expect.poll(async () => change.holds(await stored(page, change))).toBeFalsy();
  }
});

test("what the store refused is written with the next change, in its order", async ({ app }) => {
  const page = await begin(app, `/routines/${hills.id}`);
  await expectCopied(page);
  await page.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith("mainspring.")) throw new DOMException("on purpose", "QuotaExceededError");
      return window.setItem.call(this, key, value);
    };
  });
  const builder = new Builder(page);
  await builder.step("lunge", "Rest after a set of", 1);
  await builder.step("deep-squat", "Reps", 2);
  await expect(builder.kept).toHaveText("Not saved");
  const facts = await builder.facts();
  await page.evaluate(() => (Storage.prototype.setItem = window.setItem));
  await builder.name.fill("Room again");
  await expect(builder.kept).toHaveText("Saved");
  await expect.poll(() => builder.facts()).toEqual(facts);
  await page.reload();
  await ready(page);
  await expect(builder.name).toHaveValue("Room again");
  await expect.poll(() => builder.facts()).toEqual(facts);
});

for (const name of ["getAll", "open"]) {
  test(`where reading the copies fails once (${name}), nothing is lost and nothing is called gone`, async ({ app }) => {
    const page = await begin(app, "/");
    await expectCopied(page);
    const [keys, copies] = [await readKeys(page), await readCopies(page)];
    await page.addInitScript((name) => {
      if (window.sessionStorage.getItem("failed")) return;
      sessionStorage.setItem("failed", "yes");
      const of = name === "open" ? IDBFactory.prototype : IDBObjectStore.prototype;
      const real = of[name];
      of[name] = function () {
        of[name] = real;
        throw new DOMException("on purpose", "UnknownError");
      };
    }, name);
    await page.reload();
    await ready(page);
    await expect.poll(() => readKeys(page)).toEqual(keys);
    await expect(notices(page).filter({ hasText: /gone|put your data back/ })).toHaveCount(0);
    await page.goto(`${app.server.origin}/settings`);
    await ready(page);
    await new Settings(page).kit("BOSU").check();
    await expect.poll(async () => revision((await readCopies(page)).settings)).toBeGreaterThan(revision(copies.settings));
    await expectCopied(page);
  });
}

// Two tabs, one routine ------------------------------------------------------------------------------------------------

test("forty rows that two tabs add to one routine at once are all there", async ({ app }) => {
  test.setTimeout(120_000);
  await app.launch({ viewport: { width: 1280, height: 800 } });
  const page = await begin(app, `/routines/${hills.id}`, withRoutine(hills));
  const tabs = [page, await app.open(`/routines/${hills.id}`)];
  const names = ["Deep squat", "Lunge"];
  await Promise.all(
    tabs.map((tab, which) =>
      tab.evaluate(async (name) => {
        const button = document.querySelector(`.builder-catalogue [aria-label="Add ${name}"], .builder-catalogue button[data-add="${name}"]`)
          ?? [...document.querySelectorAll(".builder-catalogue button")].find((one) => (one.getAttribute("aria-label") ?? one.textContent).includes(name));
        for (let count = 0; count < 20; count += 1) {
          button.click();
          await new Promise((done) => setTimeout(done, count % 3));
        }
      }, names[which]),
    ),
  );
  for (const tab of tabs) await expect(new Builder(tab).rows).toHaveCount(42);
  const order = await new Builder(tabs[0]).order();
  expect(order.filter((slug) => slug === "deep-squat")).toHaveLength(21);
  expect(order.filter((slug) => slug === "lunge")).toHaveLength(21);
  await expect.poll(() => new Builder(tabs[1]).order()).toEqual(order);
  for (const tab of tabs) await expect(new Builder(tab).kept).toHaveText("Saved");
  await expectCopied(page);
  // A step back takes back a row of this tab's own.
  await new Builder(tabs[0]).undoButton.click();
  await expect(new Builder(tabs[1]).rows).toHaveCount(41);
  await expect.poll(async () => (await new Builder(tabs[1]).order()).filter((slug) => slug === "lunge")).toHaveLength(21);
});

test("forty steps of one amount by two tabs are forty", async ({ app }) => {
  test.setTimeout(120_000);
  await app.launch({ viewport: { width: 1280, height: 800 } });
  const page = await begin(app, `/routines/${hills.id}`, withRoutine(hills));
  const tabs = [page, await app.open(`/routines/${hills.id}`)];
  await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(async () => {
        const row = document.querySelector('li.build-row[data-exercise="lunge"]');
        const button = [...row.querySelectorAll("button")].find((one) => /^More: Reps/.test(one.getAttribute("aria-label") ?? ""));
        for (let count = 0; count < 20; count += 1) {
          button.click();
          await new Promise((done) => setTimeout(done, count % 3));
        }
      }),
    ),
  );
  const amount = async () => JSON.parse(await stored(page, changes["a routine"])).routines[0].items[1].targets[0];
  await expect.poll(amount).toBe(48);
  for (const tab of tabs) await expect(new Builder(tab).row("lunge").locator("[data-dose]")).toContainText("48");
});

// Words ----------------------------------------------------------------------------------------------------------------

for (const [where, act, words] of [
  ["a shared routine", (page) => page.getByRole("button", { name: "Save to my routines" }).click(), "Saved to your routines."],
  ["an exercise", (page) => page.getByRole("button", { name: "Add", exact: true }).click(), /Added to /],
]) {
  test(`${where} is not called saved where the store refuses`, async ({ app }) => {
    await begin(app, `/routines/${hills.id}`, withRoutine(hills));
    for (const refuses of [false, true]) {
      // A routine that she has is not saved again.
      const page = await app.open(where === "an exercise" ? "/exercises/deep-squat" : `/r#1~Linked%20${refuses}~deep-squat.b.60.8`);
      if (refuses) await page.evaluate(faults["localStorage is full"]);
      await act(page);
      const status = page.locator("p[role=status].visually-hidden");
      if (refuses) {
        await expect(notices(page).filter({ hasText: "Not saved." })).toBeVisible();
        await expect(status).not.toHaveText(words);
        await expect(notices(page).filter({ hasText: words })).toHaveCount(0);
      } else {
        await expect(status).toHaveText(words);
      }
      await page.close();
    }
  });
}
