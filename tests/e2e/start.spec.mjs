// A start that does not go as it should: parts of the program that are gone, changed, slow or never answer.
import { readFileSync } from "node:fs";
import { restamp } from "../../tools/restamp.mjs";
import { tryAgain, tryAgainButton } from "./pages/chunk.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { axe, expect, ready, test } from "./support/app.mjs";

const CHUNK = /_later\.wasm$/;
const STYLE = /_later\.css$/;
const NOISE = [/Failed to load resource/, /_later\.(wasm|css)/];
const own = routineOf("own0000001", "Hill squats", ["deep-squat", "base", [5], 0]);

const html = (answer) => {
  answer.body = Buffer.from("<!DOCTYPE html><title>Mainspring</title>");
  answer.headers["Content-Type"] = "text/html; charset=utf-8";
};
const isGone = (answer) => {
  answer.status = 404;
  answer.headers["Content-Type"] = "text/plain";
};

/** A page without a service worker: with one, the offline copy would have every part. */
async function uncontrolled(app, options = {}) {
  return (await app.launch({ serviceWorkers: "block", ...options })).newPage();
}

/** Spoils the chunk, or its style sheet; counts how often it and the page were asked for. */
function spoilChunk(server, spoil, part = CHUNK) {
  const asked = { page: 0, chunk: 0 };
  server.tamper((path, answer) => {
    if (path === "/") asked.page += 1;
    if (!part.test(path)) return undefined;
    asked.chunk += 1;
    answer.headers["Cache-Control"] = "no-store";
    return spoil(answer);
  });
  return asked;
}

for (const [how, spoil, part] of [["chunk is gone", isGone], ["chunk is a page", html], ["chunk's style sheet is gone", isGone, STYLE]]) {
  test(`fault F16: after a deploy the ${how}: the page is loaded anew once, then the new version is offered`, async ({ app, server }) => {
    app.allow(...NOISE);
    const asked = spoilChunk(server, spoil, part);
    const page = await uncontrolled(app);
    await page.goto(server.origin);
    const { trouble } = new Today(page);
    await expect(trouble).toContainText("A new version of Mainspring is out.", { timeout: 20_000 });
    // By itself once; a broken host does not have it load for ever.
    await page.waitForTimeout(1500);
    expect(asked.page).toBe(2);
    expect(asked.chunk).toBeLessThanOrEqual(12);

    await page.getByRole("link", { name: "Exercises" }).click();
    await expect(page.getByRole("heading", { name: "A new version is out" })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    server.tamper();
    await page.getByRole("main").getByRole("button", { name: "Load the new version" }).last().click();
    await expect(page.locator("h1#title")).toHaveText("Exercises", { timeout: 20_000 });
    await expect(trouble).toHaveCount(0);
  });
}

test("fault F16: the host of the next build has the old chunk no more: the page becomes the next build by itself", async ({ app, server }, info) => {
  app.allow(...NOISE);
  let deployed;
  const deploy = new Promise((done) => (deployed = done));
  let pages = 0;
  server.tamper(async (path, answer) => {
    if (path === "/") pages += 1;
    if (!CHUNK.test(path)) return;
    await deploy;
    // Asked for by the build that runs, it is gone; the page that takes its place gets its own.
    if (pages === 1) isGone(answer);
    answer.headers["Cache-Control"] = "no-store";
  });
  const page = await uncontrolled(app);
  await page.goto(server.origin);
  await expect(new Today(page).start).toBeVisible();
  const next = info.outputPath("next");
  const build = restamp(server.dir, next, "next");
  server.use(next);
  deployed();
  await expect(page.locator('meta[name="build"]')).toHaveAttribute("content", build, { timeout: 20_000 });
  expect(pages).toBe(2);
  await page.getByRole("link", { name: "Exercises" }).click();
  await expect(page.locator("h1#title")).toHaveText("Exercises", { timeout: 20_000 });
});

for (const [what, part] of [["chunk", CHUNK], ["chunk's style sheet", STYLE]]) {
  test(`fault R11: the ${what} fails once and is tried again by itself`, async ({ app, server }) => {
    app.allow(...NOISE);
    const asked = spoilChunk(server, (answer) => void (asked.chunk === 1 && (answer.status = 503)), part);
    const page = await uncontrolled(app);
    await page.goto(`${server.origin}/exercises`);
    await expect(page.locator("h1#title")).toHaveText("Exercises");
    expect(asked.chunk).toBe(2);
    await expect(new Today(page).notices).toHaveCount(0);
  });
}

test("fault R11: no page of the chunk is shown before its style sheet is there", async ({ app, server }) => {
  let come;
  const held = new Promise((done) => (come = done));
  server.tamper((path) => STYLE.test(path) && held);
  const page = await uncontrolled(app);
  await page.goto(`${server.origin}/exercises`);
  const title = page.locator("h1#title");
  await expect(title).toHaveText("Opening…");
  await page.waitForTimeout(1500);
  await expect(title).toHaveText("Opening…");
  come();
  await expect(title).toHaveText("Exercises");
  // As small as its words without a style sheet.
  const search = await page.getByRole("searchbox").boundingBox();
  expect(search.height).toBeGreaterThanOrEqual(44);
});

test("fault R11: a kept chunk that is cut short is fetched anew from the host", async ({ app, server }) => {
  app.allow(...NOISE);
  const asked = spoilChunk(server, (answer) => {
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable";
    if (asked.chunk === 1) answer.body = answer.body.subarray(0, answer.body.length / 2);
  });
  const page = await uncontrolled(app);
  await page.goto(`${server.origin}/exercises`);
  // The first try may last to its time limit.
  await expect(page.locator("h1#title")).toHaveText("Exercises", { timeout: 25_000 });
});

test("fault R11: without a connection the notice says so, and goes once it works", async ({ app, server }) => {
  app.allow(...NOISE);
  spoilChunk(server, () => new Promise(() => {}));
  const context = await app.launch({ serviceWorkers: "block" });
  await context.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => window.online ?? false }));
  const page = await context.newPage();
  await page.route(CHUNK, (route) => route.abort("internetdisconnected"));
  await page.goto(server.origin);
  const today = new Today(page);
  await expect(today.trouble).toContainText("No connection.");
  await page.getByRole("link", { name: "Exercises" }).click();
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(tryAgainButton(page)).toBeVisible();
  server.tamper();
  await page.unroute(CHUNK);
  await tryAgain(page, page.getByRole("heading", { level: 1, name: "Exercises" }));
  await expect(today.trouble).toHaveCount(0);
});

test("fault R11: while the chunk is on its way Start says so; a chunk that never comes is told in the end", async ({ app, server }) => {
  app.allow(...NOISE);
  spoilChunk(server, () => new Promise(() => {}));
  const context = await app.launch({ serviceWorkers: "block" });
  await stopClock(context);
  const page = await context.newPage();
  await page.goto(server.origin);
  const today = new Today(page);
  await today.start.click();
  const opening = page.getByRole("button", { name: "Opening…" });
  await expect(opening).toHaveAttribute("aria-busy", "true");
  await expect(page.getByText("This is taking a while.")).toHaveCount(0);
  await page.clock.runFor(7_000);
  await expect(page.getByText("This is taking a while. Mainspring is still trying.")).toBeVisible();
  await page.clock.runFor(30_000);
  await page.waitForTimeout(500);
  await page.clock.runFor(61_000);
  await expect(today.trouble).toContainText("took too long");
  await expect(today.start).toBeVisible();
  await expect(page.getByText("This is taking a while.")).toHaveCount(0);
  server.tamper();
  await today.start.click();
  await expect(new Player(page).main).toHaveAttribute("data-phase", "ready");
  await expect(today.trouble).toHaveCount(0);
});

test("fault R11: started while the chunk is on its way, the session begins when it comes", async ({ app, server }) => {
  let come;
  const coming = new Promise((done) => (come = done));
  spoilChunk(server, () => coming);
  const page = await uncontrolled(app);
  await page.goto(server.origin);
  await new Today(page).start.click();
  await expect(page.getByRole("button", { name: "Opening…" })).toBeVisible();
  come();
  await expect(new Player(page).main).toHaveAttribute("data-phase", "ready");
});

test("fault R11: with something stored and no chunk Today shows nothing as hers, and says why", async ({ app, server }) => {
  app.allow(...NOISE);
  const context = await app.launch({ serviceWorkers: "block" });
  const plain = await plainPage(app);
  await writeStores(plain, withRoutine(own));
  spoilChunk(server, (answer) => (answer.status = 503));
  const page = await context.newPage();
  await page.goto(server.origin);
  await expect(page.getByRole("heading", { name: "This page did not load" })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("[data-suggestion]")).toHaveCount(0);
  await expect(page.getByText("Your data is safe on this device.")).toBeVisible();
  await expect(tryAgainButton(page)).toBeVisible();
  server.tamper();
  await tryAgain(page, page.locator("[data-suggestion]"));
  await ready(page);
  await expect(new Today(page).trouble).toHaveCount(0);
  await page.getByRole("link", { name: "Routines" }).first().click();
  await expect(page.getByRole("link", { name: "Hill squats", exact: true })).toBeVisible();
});

test("fault R11: with something stored and a chunk that hangs the page says what it waits for", async ({ app, server }) => {
  const context = await app.launch({ serviceWorkers: "block" });
  const plain = await plainPage(app);
  await writeStores(plain, withRoutine(own));
  let come;
  const coming = new Promise((done) => (come = done));
  spoilChunk(server, () => coming);
  const page = await context.newPage();
  await page.goto(server.origin);
  await expect(page.locator("h1#title")).toHaveText("Opening…");
  await expect(page.locator("[data-suggestion]")).toHaveCount(0);
  await expect(page.getByText("This is taking a while.")).toBeVisible();
  come();
  await ready(page);
  await expect(page.locator("[data-suggestion]")).toBeVisible();
});

// Whichever file is missing or never answers, there is a sentence with a way out.
const files = {
  "boot.js": /^\/boot\.js$/,
  "the glue": /^\/mainspring-[0-9a-f]+\.js$/,
  "the program": /_bg\.wasm$/,
  "the style sheet and boot.js": /^\/(app\.css|boot\.js)$/,
};
const ways = { missing: isGone, "without an end": () => new Promise(() => {}), "a page": html };

for (const [what, pattern] of Object.entries(files)) {
  for (const [how, spoil] of Object.entries(ways)) {
    test(`fault R11: ${what} ${how}: never blank for good`, async ({ app, server }) => {
      app.allow(/./);
      const context = await app.launch({ serviceWorkers: "block" });
      const plain = await plainPage(app);
      await writeStores(plain, withRoutine(own));
      server.tamper((path, answer) => (pattern.test(path) ? spoil(answer) : undefined));
      const page = await context.newPage();
      await page.goto(server.origin, { waitUntil: "commit" });
      // A style sheet that never comes holds up every paint: nothing of ours can be seen then.
      if (what.includes("style") && how === "without an end") return;
      const said = page.getByText(/Your training data is still on this device\./);
      await expect(said).toBeVisible({ timeout: 25_000 });
      await expect(page.getByRole(/^(boot|the style)/.test(what) ? "link" : "button", { name: /^Reload/ }).or(page.getByRole("link", { name: "Reload this page" })).first()).toBeVisible({ timeout: 25_000 });
      const way = page.getByRole("link", { name: "Get my data as a file" });
      const get = page.getByRole("button", { name: "Download my data" });
      // The boot script may put its own screen in place of the page's link at any moment.
      await expect(async () => {
        if (await way.isVisible()) await way.click({ timeout: 2000 });
        await expect(get).toBeVisible({ timeout: 2000 });
      }).toPass();
      const [file] = await Promise.all([page.waitForEvent("download"), get.click()]);
      expect(readFileSync(await file.path(), "utf8")).toContain("Hill squats");
      server.tamper();
      const again = /rescue/.test(page.url()) ? page.getByRole("link", { name: "Open Mainspring" }) : page.getByRole("button", { name: "Reload" });
      await Promise.all([page.waitForEvent("load"), again.click()]);
      await ready(page);
    });
  }
}

test("fault R11: a start that goes well shows nothing of it, and moves nothing", async ({ app, server }) => {
  const context = await app.launch({ serviceWorkers: "block" });
  await context.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  let come;
  const coming = new Promise((done) => (come = done));
  server.tamper((path) => (/^\/boot\.js$/.test(path) ? coming : undefined));
  const page = await context.newPage();
  await page.goto(server.origin, { waitUntil: "commit" });
  const late = page.locator(".shell-late");
  setTimeout(come, 300);
  await ready(page);
  await expect(late).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.shift)).toBeLessThan(0.1);
});

test("fault R11: the waiting sentence and the rescue page hold no barrier", async ({ app, server }) => {
  app.allow(/./);
  server.tamper((path, answer) => (/^\/boot\.js$/.test(path) ? isGone(answer) : undefined));
  const page = await uncontrolled(app);
  await page.goto(server.origin);
  await expect(page.getByRole("heading", { name: "Mainspring is still loading" })).toBeVisible({ timeout: 15_000 });
  expect(await axe(page)).toEqual([]);
  await page.goto(`${server.origin}/rescue.html`);
  expect(await axe(page)).toEqual([]);
});

test("fault R12: far more stored than anybody has is open in time, and no list holds up the page", async ({ app, server }) => {
  test.setTimeout(180_000);
  const plain = await plainPage(app);
  await writeStores(plain, withRoutine(own));
  await plain.evaluate(async (item) => {
    const month = (at) => `log:${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    const routines = Array.from({ length: 10_000 }, (_, at) => ({ id: `r${String(at).padStart(9, "0")}`, name: `Number ${at}`, items: [item] }));
    localStorage.setItem("mainspring.routines", JSON.stringify({ v: 1, routines }));
    const keys = ["routines", ...Array.from({ length: 99_999 }, (_, at) => month(at))];
    for (let at = 0; at < 600; at += 1) localStorage.setItem(`mainspring.${month(at)}`, '{"v":1,"x":[],"s":[]}');
    localStorage.setItem("mainspring.index", JSON.stringify({ v: 1, keys }));
    const database = await new Promise((done) => {
      const opening = indexedDB.open("mainspring", 1);
      opening.onsuccess = () => done(opening.result);
    });
    const writing = database.transaction("journal", "readwrite");
    for (let at = 0; at < 20_000; at += 1) {
      writing.objectStore("journal").put('{"v":1,"step":0,"done":5,"at":1000}', `gone${String(at).padStart(6, "0")}/set/00000`);
    }
    await new Promise((done) => (writing.oncomplete = done));
    database.close();
  }, own.items[0]);
  const page = await (await app.launch()).newPage();
  await page.goto(server.origin);
  await ready(page);
  await expect(page.getByText("99399 months of your log are gone")).toHaveCount(1);
  await expect(page.getByText("A part of an open session could not be read.")).toHaveCount(1);
  await page.getByRole("link", { name: "Routines" }).first().click();
  const rows = page.locator("ul[aria-labelledby=own] > li");
  await expect(rows).toHaveCount(51);
  await page.getByRole("button", { name: "Show 50 more" }).click();
  await expect(rows).toHaveCount(101);
  // All of it is still there.
  await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("mainspring.routines")).routines.length)).toBe(10_000);
  await new Today(page).notices.first().waitFor();
  expect(await new Today(page).notices.count()).toBeLessThan(6);
});
