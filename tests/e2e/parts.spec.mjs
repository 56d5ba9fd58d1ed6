// The program in two parts: what the first page takes, and what happens while the second part is missing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { tryAgain, tryAgainButton } from "./pages/chunk.mjs";
import { Player } from "./pages/player.mjs";
import { Today } from "./pages/today.mjs";
import { ROUTES, expect, open, test } from "./support/app.mjs";

const FIRST_LOAD = { bytes: 110_000, requests: 6 };
const LATER = /_later\.wasm$/;

function missing(path, answer) {
  if (!LATER.test(path)) return;
  answer.status = 503;
  answer.headers["Cache-Control"] = "no-store";
}

/** What the page had asked for when it said that it was ready: paths, the page's own first. */
async function askedForUntilReady(page, url) {
  await page.addInitScript(() => {
    const watch = { subtree: true, attributeFilter: ["data-ready"] };
    new MutationObserver(() => (window.readyAt ??= performance.now())).observe(document, watch);
  });
  await open(page, url);
  return page.evaluate(() => {
    const asked = performance.getEntriesByType("resource").filter((entry) => entry.startTime < window.readyAt);
    return [location.pathname, ...asked.map((entry) => new URL(entry.name).pathname)];
  });
}

function compressed(dir, path) {
  const body = readFileSync(join(dir, path === "/" ? "index.html" : path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params }).length;
}

test("the first open answers within 110,000 bytes and six requests", async ({ app, server }) => {
  const page = await (await app.launch()).newPage();
  const asked = await askedForUntilReady(page, `${server.origin}/`);
  expect(asked.filter((path) => LATER.test(path))).toEqual([]);
  expect(asked.length, asked.join(" ")).toBeLessThanOrEqual(FIRST_LOAD.requests);
  const bytes = asked.reduce((sum, path) => sum + compressed(server.dir, path), 0);
  expect(bytes).toBeGreaterThan(FIRST_LOAD.bytes / 4);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD.bytes);
});

test("every other page asks for both parts at once", async ({ app, server }) => {
  for (const route of ROUTES.filter((route) => route !== "/")) {
    const page = await (await app.launch()).newPage();
    const asked = await askedForUntilReady(page, server.origin + route);
    expect(asked.filter((path) => LATER.test(path)).length, route).toBeGreaterThan(0);
    await expect(page.locator("h1#title"), route).not.toHaveText("Opening…");
    await page.close();
  }
});

test("without the second part Today stands, says so, and everything goes on when it comes", async ({ app, server }) => {
  app.allow(/Failed to load resource/, /_later\.wasm/, /WebAssembly/, /HTTP status code/);
  server.tamper(missing);
  const page = await app.open("/");
  const today = new Today(page);
  await expect(today.start).toBeVisible();
  await expect(today.trouble).toContainText("A part of Mainspring did not load.");

  await page.getByRole("link", { name: "Exercises" }).click();
  await expect(page.getByRole("heading", { name: "This page did not load" })).toBeFocused();
  await expect(tryAgainButton(page)).toBeVisible();
  server.tamper();
  await tryAgain(page, page.getByRole("heading", { level: 1, name: "Exercises" }));

  await page.getByRole("link", { name: "Today" }).click();
  await today.start.click();
  await expect(page).toHaveURL(/\/play\/six-minutes$/);
  await expect(new Player(page).main).toHaveAttribute("data-phase", "ready");
});

test("what is stored is not touched before it has been read", async ({ app, server }) => {
  app.allow(/Failed to load resource/, /_later\.wasm/, /WebAssembly/, /HTTP status code/);
  const page = await app.open("/settings");
  await page.getByLabel("Dowel or broom").check();
  await page.goto("about:blank");
  // The offline copy would have the second part.
  const plain = await (await app.launch()).newPage();
  await plain.goto(`${server.origin}/icons/icon.svg`);
  await plain.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const kept = await plain.evaluate(() => localStorage.getItem("mainspring.settings"));
  expect(kept).toContain("dowel");

  // The browser's own copy of the second part must not answer either.
  await plain.route(LATER, (route) => route.fulfill({ status: 503 }));
  await plain.goto(`${server.origin}/`);
  const today = new Today(plain);
  await expect(today.trouble).toContainText("did not load");
  // Nothing can be chosen over choices that have not been read.
  await expect(plain.getByRole("heading", { name: "This page did not load" })).toBeVisible();
  await expect(today.order).toHaveCount(0);
  await expect.poll(() => plain.evaluate(() => localStorage.getItem("mainspring.settings"))).toBe(kept);

  await plain.unroute(LATER);
  await plain.getByRole("link", { name: "Settings" }).first().click();
  await expect(plain.getByLabel("Dowel or broom")).toBeChecked();
  await expect.poll(() => plain.evaluate(() => localStorage.getItem("mainspring.settings"))).toContain("dowel");
});
