// The service worker: one complete copy of one build, kept offline and never mixed with another.
// It knows nothing of the app's data. `tools/stamp.mjs` writes the two constants into the built file.

const BUILD = "unstamped";
const PRECACHE = []; // [url, sha256 of its body], … : by content, because a name can outlive its bytes

const PREFIX = "mainspring-";
const CACHE = PREFIX + BUILD;
const SHELL = "/";
// Addresses of files that are not in the offline copy; every other address is a page of the app.
const FILES = /^\/(icons|screenshots)\/|^\/(sw\.js|404\.html|_headers)$|^\/rescue(\.html)?$/;

const KINDS = [
  [/\.js$/, /javascript/],
  [/\.wasm$/, /^application\/wasm/],
  [/\.css$/, /^text\/css/],
  [/^\/$/, /^text\/html/],
  [/\.svg$/, /^image\/svg\+xml/],
  [/\.png$/, /^image\/png/],
  [/\.webmanifest$/, /json|octet-stream|text\/plain/],
];

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// A new build waits until the person accepts it; the page passes the word on.
self.addEventListener("message", (event) => {
  if (event.data?.type === "skip-waiting") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(event) : asset(request));
});

// All or nothing: every entry is fetched and checked before the first is kept. A worker that another build has replaced
// keeps nothing: its copy has been deleted for good, and opening the cache would make it anew.
async function fill() {
  try {
    const responses = await Promise.all(PRECACHE.map(([url, revision]) => fetchChecked(url, revision)));
    refuseIfReplaced();
    const cache = await caches.open(CACHE);
    await Promise.all(responses.map((response, index) => cache.put(PRECACHE[index][0], response)));
    refuseIfReplaced();
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

function refuseIfReplaced() {
  if (self.serviceWorker?.state === "redundant") throw new Error(`build ${BUILD} has been replaced`);
}

async function fetchChecked(url, revision) {
  const response = await fetch(url, { cache: "reload", credentials: "same-origin" });
  const kind = response.headers.get("content-type") ?? "";
  const expected = KINDS.find(([pattern]) => pattern.test(url))?.[1];
  if (response.status !== 200 || response.redirected) throw new Error(`${url}: answered ${response.status}`);
  if (expected && !expected.test(kind)) throw new Error(`${url}: answered as "${kind}"`);
  const found = await sha256(await response.clone().arrayBuffer());
  if (found !== revision) throw new Error(`${url}: not the bytes of build ${BUILD}`);
  return response;
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Chromium makes the cache of a former build anew, empty, when it has compiled a script that came from it: seconds after
// that build's copy was deleted. An empty cache may also be one that is about to be filled by a build that installs.
async function sweep() {
  if (self.registration.installing) return;
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE) continue;
    const entries = await (await caches.open(name)).keys();
    if (!entries.length) await caches.delete(name);
  }
}

// Every route is the same page. If the browser has evicted our copy, the network serves and the copy is made anew.
async function page(event) {
  const path = new URL(event.request.url).pathname;
  if (FILES.test(path)) return fetch(event.request);
  const isFile = path !== SHELL && PRECACHE.some(([url]) => url === path);
  const kept = await match(isFile ? path : SHELL);
  event.waitUntil(sweep().catch(() => {}));
  if (kept) return kept;
  event.waitUntil(fill().catch(() => {}));
  return fetch(event.request);
}

async function asset(request) {
  return (await match(new URL(request.url).pathname)) ?? fetch(request);
}

// Only this build's own cache: another build's files never fill a gap. In one step: asking first and opening then would
// make the cache anew if the next build deleted it in between.
async function match(path) {
  try {
    return await caches.match(path, { cacheName: CACHE });
  } catch {
    return undefined;
  }
}
