// What crosses the network: each byte once, at the first visit and at an update; and nothing is kept that is not the build's.
import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { copyUnder } from "../../tools/base.mjs";
import { baseOf, precacheList, stamp } from "../../tools/stamp.mjs";
import { expect, offlineReady, test } from "./support/app.mjs";
import { DIST } from "./support/server.mjs";

/** The bytes that were sent in all, and of each file once. */
function weigh(server) {
  const total = server.sent.reduce((sum, [, , bytes]) => sum + bytes, 0);
  const once = new Map(server.sent.filter(([, status]) => status === 200).map(([path, , bytes]) => [path, bytes]));
  const wanted = [...precacheList(server.dir).map(([url]) => url), `${baseOf(server.dir)}sw.js`];
  expect(wanted.filter((url) => !once.has(url)), "never sent").toEqual([]);
  return { total, app: wanted.reduce((sum, url) => sum + once.get(url), 0) };
}

/** The present app with another style sheet. */
function restyled(from, to) {
  cpSync(from, to, { recursive: true });
  appendFileSync(join(to, "app.css"), "\n.next { color: red }\n");
  stamp(to);
  return to;
}

/** Waits until the build that is served now stands ready behind the one that runs. */
async function waits(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => void registration.update()));
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
}

/** What the newest copy holds, as `[url, sha256]`. */
function newestCopy(page) {
  return page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).filter((name) => name.startsWith("mainspring")).at(-1));
    const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const entry = async (request) => {
      const body = await (await cache.match(request)).arrayBuffer();
      return [new URL(request.url).pathname, hex(await crypto.subtle.digest("SHA-256", body))];
    };
    return Promise.all((await cache.keys()).map(entry));
  });
}

const fetched = (server) => server.sent.filter(([, status]) => status === 200).map(([path]) => path);

for (const base of ["/", "/mainspring/"]) {
  test(`fault F25: a first visit at ${base} sends each byte once`, async ({ app, server }, info) => {
    if (base !== "/") {
      const dir = info.outputPath("site");
      copyUnder(DIST, dir, base);
      server.use(dir);
    }
    const page = await app.open("/");
    await offlineReady(page);
    await page.waitForLoadState("networkidle");
    const { total, app: once } = weigh(server);
    expect(total / once, `${total} bytes for an app of ${once}: ${fetched(server).join(" ")}`).toBeLessThanOrEqual(1.05);
    expect(await newestCopy(page).then((kept) => kept.sort())).toEqual(precacheList(server.dir).sort());
  });
}

test("fault F25: an update that changed one file fetches that file, the page and the worker", async ({ app, server }, info) => {
  const page = await app.open("/");
  await offlineReady(page);
  server.use(restyled(DIST, info.outputPath("next")));
  server.sent = [];
  await waits(page);
  expect([...new Set(fetched(server))].sort()).toEqual(["/", "/app.css", "/sw.js"]);
  expect(fetched(server).filter((path) => path === "/app.css")).toHaveLength(1);
  expect(await newestCopy(page).then((kept) => kept.sort())).toEqual(precacheList(server.dir).sort());
});

test("fault F25: what the browser or the older copy has is taken only if it has the hash of the list", async ({ app, server }, info) => {
  // The page itself gets a style sheet that is not the build's, to be kept for a year.
  let answers = 0;
  server.tamper((path, answer) => {
    if (path !== "/app.css" || (answers += 1) > 1) return;
    answer.body = Buffer.concat([answer.body, Buffer.from("\n.spoiled { color: red }\n")]);
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable";
  });
  const page = await app.open("/");
  await offlineReady(page);
  expect(answers).toBe(2);
  expect(await newestCopy(page).then((kept) => kept.sort())).toEqual(precacheList(server.dir).sort());

  const spoiled = precacheList(server.dir).map(([url]) => url).filter((url) => url.endsWith(".wasm") || url === "/boot.js");
  await page.evaluate(async (urls) => {
    const cache = await caches.open((await caches.keys()).at(-1));
    for (const url of urls) {
      const { headers } = await cache.match(url);
      await cache.put(url, new Response("spoiled", { headers }));
    }
  }, spoiled);
  server.use(restyled(DIST, info.outputPath("next")));
  await waits(page);
  expect(await newestCopy(page).then((kept) => kept.sort())).toEqual(precacheList(server.dir).sort());
});
