// The base of every journey: a server, a browser that has never seen the app, and checks for errors.
// A console error, an uncaught error, a CSP violation or a request to another origin fails the test at its end.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, chromium, expect } from "@playwright/test";
import { CHROMIUM_ARGS, browser } from "../../../tools/chromium.mjs";
import { Server } from "./server.mjs";

export { expect };

/** Every place of the app that can be opened by its address. */
export const ROUTES = [
  "/",
  "/exercises",
  "/exercises/banded-glute-bridge?level=hard",
  "/routines",
  "/routines/six-minutes",
  "/r",
  "/d",
  "/made?min=12&run=before&in=20",
  "/own",
  "/plan",
  "/progress",
  "/play/six-minutes",
  "/settings",
];

export const test = base.extend({
  // An own browser and profile on disk: for journeys that end or stop the browser, or start it with arguments. The others share one
  // browser, which starts once, and get a fresh context of it.
  ownProfile: [false, { option: true }],
  sharedBrowser: [
    async ({}, use) => {
      const shared = new SharedBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: "worker" },
  ],
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },
  app: async ({ server, ownProfile, sharedBrowser }, use) => {
    const app = new App(server, ownProfile ? undefined : sharedBrowser);
    await use(app);
    await app.close();
    app.forget();
    expect(app.problems, "console errors, CSP violations, foreign requests").toEqual([]);
  },
});

/** The browser shared by journeys without a profile of their own; it starts with the first of them. */
class SharedBrowser {
  #browser;

  /** A fresh context of it. */
  async context(options) {
    if (!this.#browser?.isConnected()) this.#browser = await chromium.launch(LAUNCH);
    return this.#browser.newContext(options);
  }

  async close() {
    await this.#browser?.close();
  }
}

/**
 * A browser profile on this app. It outlives its browser: `close` or `kill`, then `launch` is the same person again.
 * In a shared browser it does not, and cannot be killed or stopped.
 */
export class App {
  problems = [];
  #allowed = [];
  #context;
  #shared;
  #isOver = false;

  constructor(server, shared) {
    this.server = server;
    this.#shared = shared;
    if (!shared) this.profile = mkdtempSync(join(tmpdir(), "mainspring-e2e-"));
  }

  /** Starts the browser, or returns the running one; `options` are Playwright's (viewport, colorScheme, …). */
  async launch(options = {}) {
    if (this.#isOver || options.args) this.#needsProfile();
    const note = (problem) => this.#note(problem);
    this.#context ??= await (this.#shared ? shared(this.#shared, options, note) : launch(this.profile, options, note));
    return this.#context;
  }

  /** A new page that is ready at `path`. */
  async open(path = "/", options = {}) {
    const context = await this.launch(options);
    return open(await context.newPage(), this.server.origin + path);
  }

  /** Closes the browser normally. */
  async close() {
    const context = this.#context;
    this.#context = undefined;
    this.#isOver = true;
    await context?.close().catch(() => {});
  }

  /** Ends the browser as an empty battery does: SIGKILL to every process of this profile. */
  async kill() {
    this.#needsProfile();
    const context = this.#context;
    this.#context = undefined;
    const closed = new Promise((done) => context.once("close", done));
    for (const pid of processesOf(this.profile)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch (error) {
        if (error.code !== "ESRCH") throw error;
      }
    }
    await closed;
    rmSync(join(this.profile, "SingletonLock"), { force: true });
  }

  /** Stops every page of this profile for so many milliseconds, as a sleeping device does. */
  async stopped(ms) {
    this.#needsProfile();
    const pages = processesOf(this.profile).filter((pid) => commandOf(pid).includes("--type=renderer"));
    if (!pages.length) throw new Error("no process of a page found");
    for (const pid of pages) process.kill(pid, "SIGSTOP");
    await new Promise((done) => setTimeout(done, ms));
    for (const pid of pages) process.kill(pid, "SIGCONT");
  }

  /** The process of `page` alone: `stop()` and `go()` stop and continue it. */
  async processOf(page) {
    this.#needsProfile();
    const pids = processesOf(this.profile).filter((pid) => commandOf(pid).includes("--type=renderer"));
    const before = new Map(pids.map((pid) => [pid, workOf(pid)]));
    // The process that has worked most in the meantime is the page's.
    await page.evaluate(() => {
      let sum = 0;
      for (let count = 0; count < 6e8; count += 1) sum = (sum + count) | 0;
      return sum;
    });
    const worked = (pid) => workOf(pid) - before.get(pid);
    const [pid] = pids.toSorted((one, other) => worked(other) - worked(one));
    return { stop: () => process.kill(pid, "SIGSTOP"), go: () => process.kill(pid, "SIGCONT") };
  }

  /** Declares a problem that the test causes on purpose. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
    this.problems = this.problems.filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
  }

  forget() {
    if (this.profile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #needsProfile() {
    if (this.#shared) throw new Error("this journey ends, stops or starts its browser in its own way: test.use({ ownProfile: true })");
  }

  #note(problem) {
    if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}

const LAUNCH = { executablePath: browser(), args: CHROMIUM_ARGS, chromiumSandbox: false };
const PHONE = { viewport: { width: 390, height: 844 } };

/** A persistent context in `profile`; `note` is called for every problem in any of its pages and workers. */
export async function launch(profile, options, note) {
  return watched(await chromium.launchPersistentContext(profile, { ...LAUNCH, ...PHONE, ...options }), note);
}

/** The same in a context of the shared browser. */
async function shared(sharedBrowser, options, note) {
  return watched(await sharedBrowser.context({ ...PHONE, ...options }), note);
}

/** SLOW_STORES=300: every write to the database takes so many milliseconds, as on a busy or worn device. Every journey is to pass with it. */
const SLOW_STORES = Number(process.env.SLOW_STORES ?? 0);

/** Runs before the app, and before its clock is stopped. */
function slowStores(ms) {
  const [clock, now] = [performance, Performance.prototype.now];
  const isSlow = new WeakSet();
  for (const name of ["put", "add", "delete"]) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...args) {
      const request = write.apply(this, args);
      if (isSlow.has(this.transaction)) return request;
      isSlow.add(this.transaction);
      const until = now.call(clock) + ms;
      // A transaction stays open as long as it is asked for more.
      const ask = () => {
        if (now.call(clock) < until) this.get("").addEventListener("success", ask);
      };
      request.addEventListener("success", ask);
      return request;
    };
  }
}

async function watched(context, note) {
  // Chromium reports a violation on the console too, but only this event is certain.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP violation: ${event.effectiveDirective} ${event.blockedURI} in ${event.sourceFile || location.href}`);
    });
  });
  if (SLOW_STORES) await context.addInitScript(slowStores, SLOW_STORES);
  context.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && hostname !== "127.0.0.1") note(`request to another origin: ${request.url()}`);
  });
  return context;
}

/** Goes to `url` and waits until the app is ready; the recovery page instead is an error with its text. */
export async function open(page, url) {
  await page.goto(url);
  await ready(page);
  return page;
}

/** Waits until the app on `page` is ready. */
export async function ready(page) {
  await page.waitForSelector("html[data-ready], [data-recovery]", { state: "attached" });
  const recovery = await page.locator("[data-recovery]").allTextContents();
  if (recovery.length) throw new Error(`the app did not start: ${recovery.join(" ")}`);
}

/** Waits until the offline copy is complete and serves this page. */
export async function offlineReady(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** The rules of axe that can say something else in another theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * The findings of axe on `page`, one line each: `expect(await axe(page)).toEqual([])`. In the dark theme only those about
 * colours: each test in it has a twin in the light theme, which applies every rule to the same elements.
 */
export async function axe(page) {
  const isDark = await page.evaluate(
    () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark",
  );
  // In one page and without a frame of another origin; of rules that hold, no element is described.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (isDark ? axe.withRules(COLOUR_RULES) : axe).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
}

function processesOf(profile) {
  const mine = (command) => command.includes(`--user-data-dir=${profile}`);
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-axo", "pid=,command="], { encoding: "utf8" }).split("\n");
    return lines.filter(mine).map((line) => Number.parseInt(line, 10));
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => mine(commandOf(pid)))
    .map(Number);
}

/** The CPU time of a process so far, in ticks. */
function workOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // it has ended meanwhile
  }
}
