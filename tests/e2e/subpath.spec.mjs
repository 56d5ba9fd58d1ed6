// The app under a path of its host, as most free hosts give a project: everything works there, and nothing is asked of the
// host outside that path.
import { copyUnder } from "../../tools/base.mjs";
import { restamp } from "../../tools/restamp.mjs";
import { answerTo } from "../../tools/serve.mjs";
import { baseOf, precacheList } from "../../tools/stamp.mjs";
import { stopClock } from "./pages/clock.mjs";
import { HEADINGS } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { Today } from "./pages/today.mjs";
import { test as base, expect, offlineReady, open, ready } from "./support/app.mjs";
import { DIST, Server } from "./support/server.mjs";

const BASE = "/mainspring/";

const test = base.extend({
  server: async ({}, use, info) => {
    const dir = info.outputPath("site");
    copyUnder(DIST, dir, BASE);
    const server = await Server.start(dir);
    await use(server);
    const outside = server.sent.map(([path]) => path).filter((path) => !path.startsWith(BASE));
    await server.stop();
    expect(outside, "requests outside the base").toEqual([]);
  },
});

// A browser that is started again needs a profile.
const testAlone = test.extend({ ownProfile: true });

const addressOf = (page) => page.evaluate(() => location.href.slice(location.origin.length));
const buildOf = (page) => page.locator('meta[name="build"]').getAttribute("content");
const cachesOf = (page) => page.evaluate(() => caches.keys());
const nav = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

/** Every link of the page leads below the base. */
async function expectLinksInside(page) {
  const paths = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !path.startsWith(BASE))).toEqual([]);
}

/** Waits until the build that is served now stands ready behind the one that runs. */
async function waits(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => void registration.update()));
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe("installed");
}

testAlone("under a path: first visit, every page, a session, a link, offline, an update", async ({ app, server }, info) => {
  test.setTimeout(120_000);
  const context = await app.launch({ reducedMotion: "reduce" });
  await stopClock(context);
  const warnings = [];
  // Whether a preloaded part is used soon enough, and whether a page loaded anew may sound without a tap, is the browser's own
  // decision: it depends on how soon the page asks.
  const decided = /preloaded using link preload|AudioContext was not allowed to start/;
  context.on("console", (message) => {
    if (message.type() === "warning" && !decided.test(message.text())) warnings.push(message.text());
  });
  const page = await app.open("/");
  const [today, player] = [new Today(page), new Player(page)];
  expect(await addressOf(page)).toBe(BASE);
  await expectLinksInside(page);
  await offlineReady(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${server.origin}/`);
  expect(await cachesOf(page)).toEqual([`mainspring ${BASE} ${await buildOf(page)}`]);

  // Within the app, there and back, without a load.
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  for (const [name, path] of [["Exercises", "exercises"], ["Routines", "routines"], ["Plan", "plan"], ["Progress", "progress"]]) {
    await nav(page, name).click();
    await expect(page.locator("h1#title"), name).toHaveText(HEADINGS[`/${path}`]);
    expect(await addressOf(page)).toBe(BASE + path);
    await expectLinksInside(page);
  }
  await page.goBack();
  await page.goBack();
  await expect(page.locator("h1#title")).toHaveText("Routines");
  await page.getByRole("link", { name: "Six minutes, no kit" }).first().click();
  await expect(page.locator("h1#title")).toHaveText("Six minutes, no kit");
  expect(await addressOf(page)).toBe(`${BASE}routines/six-minutes`);
  expect(loads).toEqual([]);

  // A link that is handed on opens what was shared.
  const link = await page.locator("#share-link").inputValue();
  expect(link).toMatch(new RegExp(`^${server.origin}/r#`));
  const received = await open(await page.context().newPage(), link);
  await expect(received.locator("[data-routine=shared]")).toBeVisible();
  await expect(received.locator("h1#title")).toHaveText("Six minutes, no kit");
  await received.getByRole("button", { name: "Save to my routines" }).click();
  await expect(received.locator("h1#title")).toHaveText("Six minutes, no kit");
  expect(await addressOf(received)).toMatch(/^\/mainspring\/routines\/[a-z0-9]+$/);
  await received.close();

  // A deep page loaded anew, and a session that outlives a load.
  for (const route of Object.keys(HEADINGS)) {
    await open(page, server.origin + route);
    await expect(page.locator("#title"), route).toHaveText(HEADINGS[route]);
  }
  await open(page, `${server.origin}/`);
  await today.start.click();
  await player.expectPhase("ready");
  expect(await addressOf(page)).toMatch(/^\/mainspring\/play\//);
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(2);
  await page.reload();
  await ready(page);
  await player.expectSaved(2);

  expect(warnings).toEqual([]);

  // Offline, the browser restarted.
  await app.close();
  await server.stop();
  app.allow(/sw\.js/);
  const again = await app.open("/exercises/banded-glute-bridge?level=hard");
  await expect(again.locator("h1#title")).toHaveText("Banded glute bridge");
  await open(again, `${server.origin}/`);
  await expect(new Today(again).resume).toBeVisible();

  // An update: not while the session is open; then on a yes.
  const next = info.outputPath("next");
  const build = restamp(server.dir, next, "next");
  server.use(next);
  await server.start();
  await waits(again);
  await expect(new Today(again).update).toHaveCount(0);
  await new Today(again).endButton.click();
  await expect(new Today(again).update).toBeVisible();
  await Promise.all([again.waitForEvent("load"), new Today(again).update.getByRole("button", { name: "Reload" }).click()]);
  await ready(again);
  expect(await buildOf(again)).toBe(build);
  await open(again, `${server.origin}/progress`);
  await expect(again.locator("ol.rows > li[data-session]")).toHaveCount(1);
  await expect.poll(() => cachesOf(again)).toContain(`mainspring ${BASE} ${build}`);
});

// A host without a rule for routes: whatever is no file is answered by 404.html, with that status.
test("under a path, on a host that answers routes with 404.html: a first visit deep inside, then offline", async ({ app, server }) => {
  app.allow(/status of 404/);
  server.tamper((path, answer) => {
    if (answer.status === 200 && answer.headers["Content-Type"].startsWith("text/html") && ![BASE, `${BASE}index.html`, `${BASE}rescue.html`].includes(path)) answer.status = 404;
  });
  const page = await app.open("/exercises/lunge?level=hard");
  await expect(page.locator("h1#title")).toHaveText("Lunge");
  await offlineReady(page);
  await page.goto(`${server.origin}/rescue.html`);
  await expect(page.getByRole("button", { name: "Download my data" })).toBeVisible();
  await page.getByRole("link", { name: "Open Mainspring" }).click();
  await ready(page);
  expect(await addressOf(page)).toBe(BASE);
  await server.stop();
  app.allow(/sw\.js/);
  await open(page, `${server.origin}/routines/six-minutes`);
  await expect(page.locator("h1#title")).toHaveText("Six minutes, no kit");
});

test("under a path, every odd address is answered, online and offline", async ({ app, server }) => {
  test.setTimeout(120_000);
  const page = await app.open("/");
  await offlineReady(page);
  const addresses = [
    ["", "Today"],
    ["index.html", "Today"],
    ["routines/", "Routines"],
    ["/routines", "Routines"],
    ["routines//six-minutes/", "Six minutes, no kit"],
    ["routines/a.b", "This routine is not here"],
    ["routines/a%20b", "This routine is not here"],
    ["progress/2026.11", "This session is not here"],
    ["Settings", "There is no such page"],
    ["none.html", "There is no such page"],
    ["two%20words", "There is no such page"],
    ["%", "There is no such page"],
    ["mainspring/routines", "There is no such page"],
  ];
  for (const online of [true, false]) {
    if (!online) await server.stop();
    app.allow(...(online ? [/status of 4/] : [/sw\.js/]));
    for (const [address, heading] of addresses) {
      await open(page, `${server.origin}/${address}`);
      await expect(page.locator("h1#title"), `${online ? "online" : "offline"}: ${address}`).toHaveText(heading);
    }
  }
  await page.getByRole("link", { name: "See all exercises" }).click();
  expect(await addressOf(page)).toBe(`${BASE}exercises`);
});

test("without the last slash the host leads to the app", async ({ app, server }) => {
  const page = await app.open("");
  expect(await addressOf(page)).toBe(BASE);
  // That one address is the host's own; the fixture's watch is for all else.
  server.sent = server.sent.filter(([path]) => path !== BASE.slice(0, -1));
});

// Two copies on one origin: the app at the root, and another one under the path.
base("a copy at the root and one under a path live beside each other: each opens, updates and stays offline", async ({ app, server }, info) => {
  base.setTimeout(240_000);
  const [sub, subNext, rootNext] = ["sub", "sub-next", "root-next"].map((name) => info.outputPath(name));
  copyUnder(DIST, sub, BASE);
  const ids = { subNext: restamp(sub, subNext, "next"), rootNext: restamp(DIST, rootNext, "next") };
  let served = sub;
  server.tamper((path, answer, request) => {
    if (path.startsWith(BASE)) Object.assign(answer, answerTo({ root: served, base: baseOf(served) }, path, request));
  });
  const under = (path) => `${server.origin}${BASE}${path}`;
  const scopes = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname).sort());

  // The root's worker has the whole origin, and yet lets the other copy be opened.
  const page = await app.open("/");
  await offlineReady(page);
  const root = await buildOf(page);
  await open(page, under("routines"));
  await expect(page.locator("h1#title")).toHaveText("Routines");
  await expectLinksInside(page);
  await expect.poll(() => scopes(page)).toEqual(["/", BASE]);
  const rooted = `mainspring-${root}`;
  const own = `mainspring ${BASE} ${await buildOf(page)}`;
  await expect.poll(async () => (await cachesOf(page)).sort()).toEqual([own, rooted].sort());
  // A first install is no update, though the root's worker had served the page.
  await expect(new Today(page).update).toHaveCount(0);
  const kept = async (name) => (await page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, name));
  const whole = precacheList(sub).length;
  // A cache is there before its files are.
  await expect.poll(async () => [await kept(rooted), await kept(own)]).toEqual([whole, whole]);

  // By the app's own button: a page that is loaded while its worker is replaced can wait in Chromium for ever.
  const update = async (address) => {
    await open(page, address);
    await waits(page);
    const button = new Today(page).update.getByRole("button", { name: "Reload" });
    await Promise.all([page.waitForEvent("load"), button.click()]);
    await ready(page);
    await expect(page.locator('meta[name="build-label"]')).toHaveAttribute("content", "next");
  };
  served = subNext;
  await update(under("plan"));
  expect(await kept(rooted)).toBe(whole);
  const ownNext = `mainspring ${BASE} ${ids.subNext}`;
  expect(await kept(ownNext)).toBe(whole);
  server.use(rootNext);
  await update(`${server.origin}/plan`);
  expect([await kept(`mainspring-${ids.rootNext}`), await kept(ownNext)]).toEqual([whole, whole]);

  await server.stop();
  app.allow(/sw\.js/, /ERR_CONNECTION_REFUSED/);
  await open(page, under("settings"));
  await expect(page.locator("h1#title")).toHaveText("Settings");
  await expectLinksInside(page);
  await open(page, `${server.origin}/settings`);
  await expect(page.locator("h1#title")).toHaveText("Settings");
  expect(await page.locator("a.brand").getAttribute("href")).toBe("/");
});

base("the root's worker gives the host a word at addresses that are no page of the app, and never takes a newer page of its own", async ({ app, server }, info) => {
  const page = await app.open("/");
  await offlineReady(page);
  const build = await buildOf(page);
  server.tamper((path, answer) => {
    if (path === "/other/") Object.assign(answer, { status: 200, headers: { "Content-Type": "text/html" }, body: Buffer.from("<!DOCTYPE html><html><link rel=icon href='data:,'><title>Another project</title><h1>Another project</h1>") });
    if (path === "/moved/") Object.assign(answer, { status: 302, headers: { "Content-Type": "text/plain", Location: "/other/" } });
  });
  for (const address of ["/other/", "/moved/"]) {
    await page.goto(server.origin + address);
    await expect(page.locator("h1"), address).toHaveText("Another project");
  }
  // What is not there is the app's own page, of the build that is installed.
  server.use((restamp(DIST, info.outputPath("next"), "next"), info.outputPath("next")));
  app.allow(/status of 404/);
  // A page's name in capitals is still that page.
  const titles = { "/nowhere": "There is no such page", "/nowhere.html": "There is no such page", "/Settings": "Settings" };
  for (const [address, title] of Object.entries(titles)) {
    await open(page, server.origin + address);
    await expect(page.locator("h1#title"), address).toHaveText(title);
    expect(await buildOf(page), address).toBe(build);
  }
});
