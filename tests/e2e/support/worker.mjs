// The service worker's own code with fake caches, network and scope, which can be interrupted at every step.
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const SOURCE = process.env.SERVICE_WORKER ?? new URL("../../../public/sw.js", import.meta.url);
const HOST = "https://app.test";
const BODIES = { "/": ["<!DOCTYPE html>", "text/html"], "/app.js": ["1", "text/javascript"] };

/** The worker of an installed and active build, with its copy in `stores`, of the app under the path `base`. */
export async function worker({ base = "/", build = "old", stores = new Map() } = {}) {
  const bodies = new Map(Object.entries(BODIES).map(([path, body]) => [base + path.slice(1), body]));
  const before = new Set(stores.keys());
  let steps = 0;
  let stop;
  // Each answer of a store or the network is a step: another worker can act before it.
  const step = async (act) => {
    if (stop && steps === stop.before) await stop.act();
    steps += 1;
    return act();
  };
  const cacheOf = (map) => ({
    match: (path) => step(() => map.get(pathOf(path))?.clone()),
    // A cache that was deleted while it is held keeps its contents, but cannot be found.
    keys: () => step(() => [...map.keys()]),
    put: (path, response) => step(() => void map.set(pathOf(path), response)),
  });
  const caches = {
    keys: () => step(() => [...stores.keys()]),
    has: (name) => step(() => stores.has(name)),
    delete: (name) => step(() => stores.delete(name)),
    open: (name) =>
      step(() => {
        if (!stores.has(name)) stores.set(name, new Map());
        return cacheOf(stores.get(name));
      }),
    match: (path, { cacheName }) => step(() => stores.get(cacheName)?.get(pathOf(path))?.clone()),
  };
  const fetch = (request) =>
    step(() => {
      const [body, type] = bodies.get(pathOf(request)) ?? [];
      const headers = { "content-type": type ?? "text/plain" };
      return new Response(body ?? "none", { status: body === undefined ? 404 : 200, headers });
    });
  const heard = {};
  const self = {
    location: new URL(`${HOST}${base}sw.js`),
    serviceWorker: { state: "installing" },
    registration: { installing: null },
    clients: { claim: async () => {} },
    addEventListener: (name, act) => (heard[name] = act),
    skipWaiting() {},
  };
  const list = Array.from(bodies, ([path, [body]]) => [path, createHash("sha256").update(body).digest("hex")]);
  const code = readFileSync(SOURCE, "utf8")
    .replace(/^const BUILD = .*$/m, `const BUILD = "${build}";`)
    .replace(/^const PRECACHE = .*$/m, `const PRECACHE = ${JSON.stringify(list)};`);
  runInNewContext(code, { self, caches, fetch, crypto: webcrypto, AbortSignal, URL, Response, Uint8Array, Error });
  const send = async (name, event = {}) => {
    const waits = [];
    let response;
    heard[name]({ ...event, waitUntil: (promise) => waits.push(promise), respondWith: (answer) => (response = answer) });
    const answer = await Promise.resolve(response).catch(() => undefined);
    await Promise.all(waits);
    return answer;
  };
  await send("install");
  await send("activate");
  self.serviceWorker.state = "activated";
  if (![...stores].some(([name, store]) => !before.has(name) && store.size)) throw new Error("the worker did not install");

  return {
    /** Lets it answer; `moment.act` is done before the step `moment.before`. */
    async answer({ url, mode }, moment) {
      [steps, stop] = [0, moment];
      const response = await send("fetch", { request: { method: "GET", mode, url: HOST + url } });
      // After the last step as well.
      if (stop && steps <= stop.before) await stop.act();
      return { steps, response };
    },
    /** The next build becomes active: it deletes all other caches, and this worker is finished. */
    async replaced() {
      self.serviceWorker.state = "redundant";
      stores.clear();
    },
    /** The browser evicts the cache to free space. */
    async evict() {
      stores.clear();
    },
    /** Caches of other builds: their names, with the number of entries in each. */
    leave(caches, installing) {
      self.registration.installing = installing ? {} : null;
      for (const [name, entries] of Object.entries(caches)) {
        stores.set(name, new Map(Array.from({ length: entries }, (_, at) => [`/${at}`, new Response("")])));
      }
    },
    names: async () => [...stores.keys()],
  };
}

function pathOf(request) {
  return new URL(typeof request === "string" ? request : request.url, HOST).pathname;
}
