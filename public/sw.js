// The service worker: one complete copy of one build, kept offline and never mixed with another.
// It knows nothing of the app's data. `tools/stamp.mjs` writes the two constants into the built file.

const BUILD = "unstamped";
const PRECACHE = []; // [url, sha256 of its body], … : by content, because a name can outlive its bytes

// The path under which the host serves the app, with a slash at both ends.
const BASE = new URL("./", self.location).pathname;
// Caches belong to the whole origin. No prefix is the beginning of another copy's: a base has no space.
const PREFIX = BASE === "/" ? "mainspring-" : `mainspring ${BASE} `;
const CACHE = PREFIX + BUILD;
// Paths below BASE of files that are not in the offline copy.
const FILES = /^(icons|screenshots)\/|^(sw\.js|404\.html|_headers)$|^rescue(\.html)?$/;
// Paths below BASE of the app's pages. At any other path there may be something else, such as another copy of the app.
const PAGES = /^\/*(index\.html|exercises|routines|r|d|plan|progress|play|settings|made|own)?(\/|$)/;
// Time limit for the host's answer about a path.
const PATIENCE = 4000;

const KINDS = [
  [/\.js$/, /javascript/],
  [/\.wasm$/, /^application\/wasm/],
  [/\.css$/, /^text\/css/],
  [/\/$/, /^text\/html/],
  [/\.svg$/, /^image\/svg\+xml/],
  [/\.png$/, /^image\/png/],
  [/\.webmanifest$/, /json|octet-stream|text\/plain/],
];

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// A new build waits until the person accepts it; the page passes that on.
self.addEventListener("message", (event) => {
  if (event.data?.type === "skip-waiting") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(event) : asset(request));
});

// All or nothing: every file is fetched and checked before the first is stored. A worker that another build has replaced
// stores nothing: its cache was deleted for good, and opening it would create it again.
async function fill() {
  try {
    const older = (await caches.keys()).filter(isOlder);
    const responses = await Promise.all(PRECACHE.map(([url, revision]) => obtain(url, revision, older)));
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

// Each byte crosses the network once: a file is taken from another build's cache or from the browser's own if its hash is that
// of the list. Otherwise it is fetched from the host.
async function obtain(url, revision, older) {
  const kept = older.map((cacheName) => () => caches.match(url, { cacheName }));
  for (const look of [...kept, () => fetchAs("force-cache", url)]) {
    try {
      return await checked(url, revision, await look());
    } catch {
      // Missing, or of another build.
    }
  }
  return checked(url, revision, await fetchAs("reload", url));
}

function fetchAs(cache, url) {
  return fetch(url, { cache, credentials: "same-origin" });
}

async function checked(url, revision, response) {
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

// The cache of another build of this app.
function isOlder(name) {
  return name.startsWith(PREFIX) && name !== CACHE;
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter(isOlder).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Chromium creates the cache of a former build again, empty, when it has compiled a script that came from it: seconds after
// that cache was deleted. An empty cache may also belong to a build that is being installed.
async function sweep() {
  if (self.registration.installing) return;
  for (const name of await caches.keys()) {
    if (!isOlder(name)) continue;
    const entries = await (await caches.open(name)).keys();
    if (!entries.length) await caches.delete(name);
  }
}

// Every page of the app is the same document. If the browser has evicted the cache, the network answers and the cache is
// filled again.
async function page(event) {
  const path = new URL(event.request.url).pathname;
  const local = path.slice(BASE.length);
  if (FILES.test(local)) return fetch(event.request);
  const isFile = PRECACHE.some(([url]) => url === path);
  const other = isFile || PAGES.test(local) ? undefined : await elsewhere(event.request);
  if (other) return other;
  const kept = await match(isFile ? path : BASE);
  event.waitUntil(sweep().catch(() => {}));
  if (kept) return kept;
  event.waitUntil(fill().catch(() => {}));
  return fetch(event.request);
}

// The host's file at an address that is no page of the app; nothing if it has only the app's own document there, which may
// be a newer build's.
async function elsewhere(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.type === "opaqueredirect") return answer;
    if (answer.status !== 200) return undefined;
    const [html] = (await answer.clone().text()).match(/<html[^>]*>[^]*<meta name="build"/) ?? [];
    return html && `${html.match(/^<html[^>]* data-base="([^"]*)"/)?.[1] ?? ""}/` === BASE ? undefined : answer;
  } catch {
    return undefined;
  }
}

async function asset(request) {
  return (await match(new URL(request.url).pathname)) ?? fetch(request);
}

// Only this build's own cache: another build's files never fill a gap. In one step: checking first and opening then would
// create the cache again if the next build deleted it in between.
async function match(path) {
  try {
    return await caches.match(path, { cacheName: CACHE });
  } catch {
    return undefined;
  }
}
