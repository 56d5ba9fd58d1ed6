// Installable, complete offline, all or nothing, and served under the rules the page itself states.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { files, precacheList } from "../../tools/stamp.mjs";
import { restamp } from "../../tools/restamp.mjs";
import { worker } from "./support/worker.mjs";
import { ROUTES, expect, offlineReady, open, ready, test } from "./support/app.mjs";
import { DIST } from "./support/server.mjs";

// A browser in which the app can be installed needs a profile.
const testAlone = test.extend({ ownProfile: true });

const manifest = () => JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));
const buildOf = (page) => page.locator('meta[name="build"]').getAttribute("content");
const ourCaches = (page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("mainspring-")));

test("the manifest names everything an installer asks for", () => {
  const { id, start_url, scope, name, short_name, description, display, icons, shortcuts, screenshots } = manifest();
  expect({ id, start_url, scope, display }).toEqual({ id: "/", start_url: "/", scope: "/", display: "standalone" });
  expect([name, short_name, description].every((text) => text.length > 0)).toBe(true);
  expect(icons.filter((icon) => icon.purpose === "any").map((icon) => icon.sizes)).toEqual(["192x192", "512x512", "any"]);
  expect(icons.filter((icon) => icon.purpose === "maskable").map((icon) => icon.sizes)).toEqual(["512x512"]);
  expect(shortcuts.map((shortcut) => shortcut.url)).toEqual(["/play/six-minutes", "/routines", "/progress"]);
  expect(screenshots.map((shot) => shot.form_factor)).toEqual(["narrow", "narrow", "wide"]);
});

test("every picture has the size the manifest states", () => {
  const { icons, screenshots, shortcuts } = manifest();
  const pictures = [...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
  for (const { src, sizes, type } of pictures.filter((picture) => picture.type === "image/png")) {
    const png = readFileSync(join(DIST, src));
    expect(png.subarray(1, 4).toString(), src).toBe("PNG");
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)} ${type}`, src).toBe(`${sizes} image/png`);
  }
  const touch = readFileSync(join(DIST, "icons/touch-180.png"));
  expect([touch.readUInt32BE(16), touch.readUInt32BE(20)]).toEqual([180, 180]);
});

testAlone("Chromium finds nothing in the way of installing", async ({ app }) => {
  const page = await app.open("/");
  await offlineReady(page);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map((error) => error.errorId)).toEqual([]);
});

test("the offline copy holds exactly the precache list, under the build's name", async ({ app, server }) => {
  const page = await app.open("/");
  await offlineReady(page);
  await expect.poll(() => ourCaches(page)).toEqual([`mainspring-${await buildOf(page)}`]);
  const kept = await page.evaluate(async () => {
    const [name] = (await caches.keys()).filter((key) => key.startsWith("mainspring-"));
    const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const cache = await caches.open(name);
    const entries = (await cache.keys()).map(async (request) => {
      const body = await (await cache.match(request)).arrayBuffer();
      return [new URL(request.url).pathname, hex(await crypto.subtle.digest("SHA-256", body))];
    });
    return Promise.all(entries);
  });
  expect(kept.sort()).toEqual(precacheList(server.dir).sort());
});

// The page's own requests stay whole (they carry a destination or a route); only the worker's copy is broken.
const breakages = {
  "one byte changed": (answer) => (answer.body = Buffer.concat([answer.body.subarray(0, -1), Buffer.from("?")])),
  "cut short": (answer) => (answer.body = answer.body.subarray(0, Math.floor(answer.body.length / 2))),
  "answered with a page": (answer) => {
    answer.body = Buffer.from("<!DOCTYPE html><title>Sign in to this network</title>");
    answer.headers["Content-Type"] = "text/html; charset=utf-8";
  },
  missing: (answer) => (answer.status = 404),
};

for (const [how, spoil] of Object.entries(breakages)) {
  test(`an install with any one file ${how} is refused and keeps nothing`, async ({ app, server }) => {
    app.allow(/Failed to load resource/, /not the bytes of build/, /answered/);
    const context = await app.launch();
    const page = await context.newPage();
    // What the browser has of an install before would be taken, being whole: here it has nothing.
    const serve = (spoil) =>
      server.tamper((path, answer) => {
        answer.headers["Cache-Control"] = "no-store";
        spoil?.(path, answer);
      });
    serve();
    // A plain file of ours: the worker can be registered here without the app's own registration in between.
    await page.goto(`${server.origin}/icons/icon.svg`);
    for (const [spoiled] of precacheList(server.dir)) {
      serve((path, answer) => void (path === spoiled && spoil(answer)));
      const state = await page.evaluate(registerAndWait);
      expect(`${spoiled}: ${state}`).toBe(`${spoiled}: redundant`);
      await expect.poll(() => ourCaches(page), { message: spoiled }).toEqual([]);
    }
    serve();
    await expect.poll(() => page.evaluate(registerAndWait)).toBe("activated");
    await expect.poll(() => ourCaches(page)).toHaveLength(1);
  });
}

// Runs in the page: how a fresh registration ends, `activated` or `redundant`.
async function registerAndWait() {
  for (const old of await navigator.serviceWorker.getRegistrations()) await old.unregister();
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  while (!["activated", "redundant"].includes(worker.state)) {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
  return worker.state;
}

test("a new build waits, comes in when told, and takes the old one's copy with it", async ({ app, server }, info) => {
  test.setTimeout(120_000);
  const page = await app.open("/");
  await offlineReady(page);
  const first = await buildOf(page);

  const next = info.outputPath("next");
  const second = restamp(server.dir, next, "next");
  server.use(next);
  const waits = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker.state === "installing") {
      await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    }
    return worker.state;
  });
  expect(waits).toBe("installed");
  await page.reload();
  await ready(page);
  await expect.poll(() => buildOf(page)).toBe(first);
  await expect.poll(async () => (await ourCaches(page)).sort()).toEqual([`mainspring-${first}`, `mainspring-${second}`].sort());

  const came = page.evaluate(async () => {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    (await navigator.serviceWorker.ready).waiting.postMessage({ type: "skip-waiting" });
    await changed;
  });
  // The app may answer the change with a reload of its own, which ends the wait above.
  await came.catch(() => {});
  const inOldCopy = (path) => page.evaluate(([path, cacheName]) => caches.match(path, { cacheName }).then(Boolean), [path, `mainspring-${first}`]);
  await expect.poll(() => inOldCopy("/").catch(() => true)).toBe(false);
  await open(page, `${server.origin}/`);
  await expect.poll(() => buildOf(page)).toBe(second);
  // Chromium can make the old cache anew, empty, seconds later: then it goes when a page is opened next.
  await expect(async () => {
    await open(page, `${server.origin}/`);
    await expect.poll(() => ourCaches(page), { timeout: 2000 }).toEqual([`mainspring-${second}`]);
  }).toPass({ timeout: 30_000 });
});

test("fault F26: an empty cache that another build has left goes at the next open; a copy that waits or fills stays", async ({ app, server }) => {
  const opened = async (caches, installing) => {
    const one = await worker();
    one.leave(caches, installing);
    await one.answer({ url: "/", mode: "navigate" });
    return (await one.names()).sort();
  };
  expect(await opened({ "mainspring-older": 0, "someone-else": 0 })).toEqual(["mainspring-old", "someone-else"]);
  expect(await opened({ "mainspring-next": 3 })).toEqual(["mainspring-next", "mainspring-old"]);
  expect(await opened({ "mainspring-next": 0 }, true)).toEqual(["mainspring-next", "mainspring-old"]);

  const page = await app.open("/");
  await offlineReady(page);
  await page.evaluate(() => caches.open("mainspring-0123456789abcdef"));
  await open(page, `${server.origin}/`);
  await expect.poll(() => ourCaches(page)).toEqual([`mainspring-${await buildOf(page)}`]);
});

// The next build can delete this build's copy between any two steps of this build's worker. Every such moment is tried, on
// the worker's own code over caches that do as the browser's do.
test("fault F26: whenever the next build deletes the old one's copy, the old worker does not make it anew", async () => {
  const requests = [
    { url: "/", mode: "navigate" },
    { url: "/routines/a.b", mode: "navigate" },
    { url: "/app.js", mode: "cors" },
    { url: "/none.js", mode: "cors" },
  ];
  for (const request of requests) {
    const { steps } = await worker().then((old) => old.answer(request));
    expect(steps).toBeGreaterThan(0);
    for (let at = 0; at <= steps; at += 1) {
      const old = await worker();
      await old.answer(request, { before: at, act: () => old.replaced() });
      expect(await old.names(), `${request.url}, deleted before step ${at} of ${steps}`).toEqual([]);
    }
  }
});

test("a worker whose copy was evicted makes it anew, unless the next build has taken over", async () => {
  const evicted = await worker();
  await evicted.evict();
  await evicted.answer({ url: "/", mode: "navigate" });
  expect(await evicted.names()).toHaveLength(1);
  const replaced = await worker();
  await replaced.replaced();
  await replaced.answer({ url: "/", mode: "navigate" });
  expect(await replaced.names()).toEqual([]);
});

test("fault F26: the old worker in a real browser answers on while its copy goes, and leaves no empty one", async ({ app, server }) => {
  const page = await app.open("/");
  await offlineReady(page);
  const [old] = page.context().serviceWorkers();
  const [name] = await ourCaches(page);
  // Whatever the worker asks of its caches, the copy is gone right after the answer.
  await old.evaluate((name) => {
    for (const ask of ["has", "match", "keys"]) {
      const asked = CacheStorage.prototype[ask];
      CacheStorage.prototype[ask] = async function (...words) {
        const answer = await asked.apply(this, words);
        await this.delete(name);
        return answer;
      };
    }
  }, name);
  const glue = await page.evaluate(() => document.querySelector("script[data-js]").dataset.js);
  expect(await page.evaluate(async (url) => (await fetch(url)).status, glue)).toBe(200);
  expect(await page.evaluate(async () => (await fetch("/app.css")).status)).toBe(200);
  await expect.poll(() => ourCaches(page)).toEqual([]);
  expect((await fetch(server.origin)).status).toBe(200);
});

test("fault R13: with the host gone every address of the app is answered, a dot in it or not", async ({ app, server }) => {
  const page = await app.open("/");
  await offlineReady(page);
  await server.stop();
  app.allow(/sw\.js/);
  for (const [address, heading] of [["/index.html", "Today"], ["/routines/a.b", "This routine is not here"], ["/progress/2026.11", "This session is not here"], ["/none.html", /./]]) {
    await open(page, server.origin + address);
    await expect(page.locator("h1#title"), address).toHaveText(heading);
  }
  expect((await page.goto(`${server.origin}/icons/icon.svg`).catch((error) => error)).message ?? "").toContain("ERR_");
});

test("fault F24: no page warns of anything", async ({ app, server }) => {
  const warnings = [];
  const context = await app.launch();
  context.on("console", (message) => {
    // Where a preloaded part is not yet used is the browser's guess, and it depends on how busy the machine is.
    if (message.type() === "warning" && !/preloaded using link preload/.test(message.text())) warnings.push(message.text());
  });
  for (const route of [...ROUTES, "/rescue.html"]) {
    const page = await context.newPage();
    await page.goto(server.origin + route);
    if (route !== "/rescue.html") await ready(page);
    await page.close();
  }
  expect(warnings).toEqual([]);
});

test("stamping the same app twice gives the same bytes", async ({}, info) => {
  const copies = ["one", "two"].map((name) => info.outputPath(name));
  const ids = copies.map((copy) => restamp(DIST, copy, "same"));
  expect(ids[0]).toBe(ids[1]);
  for (const path of files(copies[0])) {
    expect(readFileSync(join(copies[0], path)).equals(readFileSync(join(copies[1], path))), path).toBe(true);
  }
});

test("every file comes with its own type and the rules of _headers", async ({ server }) => {
  const types = [
    [/\.wasm$/, "application/wasm"],
    [/\.js$/, "text/javascript; charset=utf-8"],
    [/\.css$/, "text/css; charset=utf-8"],
    [/\.html$/, "text/html; charset=utf-8"],
    [/\.svg$/, "image/svg+xml"],
    [/\.png$/, "image/png"],
    [/\.webmanifest$/, "application/manifest+json"],
  ];
  for (const path of files(server.dir).filter((name) => name !== "_headers")) {
    const { status, headers } = await fetch(`${server.origin}/${path}`);
    expect(status, path).toBe(200);
    expect(headers.get("content-type"), path).toBe(types.find(([pattern]) => pattern.test(path))?.[1]);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    const named = /^mainspring-[0-9a-f]{16}/.test(path);
    expect(headers.get("cache-control"), path).toBe(named ? "public, max-age=31536000, immutable" : "no-cache");
  }
});

test("the headers' policy is the page's own, and frames are refused", async ({ server }) => {
  const response = await fetch(`${server.origin}/`);
  const meta = (await response.text()).match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  expect(response.headers.get("content-security-policy")).toBe(`${meta}; frame-ancestors 'none'`);
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("permissions-policy")).toContain("screen-wake-lock=(self)");
});

test("what is not there is not found, and nothing outside the directory is", async ({ server }) => {
  const html = { headers: { accept: "text/html" } };
  expect((await fetch(`${server.origin}/progress/2026-11-22`, html)).status).toBe(200);
  for (const path of ["/no.js", "/_headers", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/icons/%2e%2e%2f%2e%2e%2fCargo.toml", "/%00", "/%"]) {
    expect((await fetch(server.origin + path, html)).status, path).toBeGreaterThanOrEqual(400);
  }
  expect((await fetch(`${server.origin}/routines`, { headers: { accept: "*/*" } })).status).toBe(200);
  expect((await fetch(`${server.origin}/routines`, { headers: { accept: "image/png" } })).status).toBe(404);
});

// Whatever keeps the app from starting, the person gets a page that says so, and their data.
const failures = {
  "the wasm cut short": (path, answer) => path.endsWith(".wasm") && (answer.body = answer.body.subarray(0, 1000)),
  "the wasm answered with a page": (path, answer) => {
    if (!path.endsWith(".wasm")) return;
    answer.body = Buffer.from("<!DOCTYPE html><title>Sign in</title>");
    answer.headers["Content-Type"] = "text/html; charset=utf-8";
  },
  "the glue missing": (path, answer) => /^\/mainspring-.*\.js$/.test(path) && (answer.status = 404),
  "a policy without wasm-unsafe-eval": (path, answer) => {
    if (path === "/") answer.headers["Content-Security-Policy"] = "script-src 'self'";
  },
};

for (const [what, spoil] of Object.entries(failures)) {
  test(`with ${what} a plain page offers the data`, async ({ app, server }) => {
    app.allow(/./);
    const context = await app.launch();
    const page = await context.newPage();
    await page.goto(`${server.origin}/icons/icon.svg`);
    await page.evaluate(fillStores);
    server.tamper((...answer) => void spoil(...answer));
    await expectRecovery(page, server);
  });
}

test("without WebAssembly a plain page offers the data", async ({ app, server }) => {
  app.allow(/./);
  const context = await app.launch();
  await context.addInitScript(() => delete window.WebAssembly);
  const page = await context.newPage();
  await page.goto(`${server.origin}/icons/icon.svg`);
  await page.evaluate(fillStores);
  await expectRecovery(page, server);
});

async function expectRecovery(page, server) {
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole("heading", { name: "Mainspring could not start" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download my data" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^mainspring-rescue-\d{4}-\d\d-\d\d\.json$/);
  const saved = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(saved.localStorage).toEqual({ "mainspring.settings": '{"theme":"dark"}' });
  expect(saved.journal).toEqual([{ key: 1, value: { id: 1, bytes: [7, 8], note: "a set" } }]);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
}

// Runs in the page: one key of ours, one that is not, and one journal record.
async function fillStores() {
  localStorage.setItem("mainspring.settings", '{"theme":"dark"}');
  localStorage.setItem("another app", "not ours");
  const database = await new Promise((done, failed) => {
    const opening = indexedDB.open("mainspring", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("journal", { keyPath: "id" });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  await new Promise((done) => {
    const writing = database.transaction("journal", "readwrite");
    writing.objectStore("journal").put({ id: 1, bytes: new Uint8Array([7, 8]), note: "a set" });
    writing.oncomplete = done;
  });
  database.close();
}
