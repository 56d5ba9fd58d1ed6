// Starts the app: theme first, then glue and wasm. If that fails, a plain page gives the person their data.
// It knows the names of the stores and nothing of what is in them. The app itself sets `data-ready`.

const PREFIX = "mainspring.";
const DATABASE = "mainspring";
const STORE = "journal";

const root = document.documentElement;

showTheme();
whenReady(showManifest);
// The app's own recovery screen asks for the data here: this script needs nothing of a broken program.
addEventListener("mainspring:rescue", download);
start().catch(showRecovery);

function showTheme() {
  try {
    const { theme } = JSON.parse(localStorage.getItem(PREFIX + "settings")) ?? {};
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is blocked or unreadable: the system's theme will do, and the app says the rest.
  }
}

function whenReady(then) {
  const watch = new MutationObserver(() => {
    watch.disconnect();
    then();
  });
  watch.observe(root, { attributeFilter: ["data-ready"] });
}

function showManifest() {
  const link = document.querySelector("link[rel=manifest]");
  if (link) link.href = link.dataset.href;
}

async function start() {
  const { js, wasm, later } = document.querySelector("script[data-wasm]").dataset;
  if (location.pathname !== "/" || hasStored()) preload(later);
  const [{ default: init }] = await Promise.all([import(js), parsed()]);
  await init({ module_or_path: wasm });
}

// The script runs in the head, before the place that the app takes.
function parsed() {
  if (document.readyState !== "loading") return;
  return new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}

// Today shows nothing of the program's second part until there is something to read; any other page waits for it.
function hasStored() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}

function preload(href) {
  if (!href) return;
  const options = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous", href };
  document.head.append(make("link", options));
}

async function showRecovery(error) {
  console.error(error);
  await parsed();
  if (document.querySelector("[data-recovery]")) return; // the app's own panic screen is up
  const heading = make("h1", { textContent: "Mainspring could not start", tabIndex: -1 });
  const main = make("main", { className: "shell-main recovery" }, [
    heading,
    make("p", { textContent: "Your training data is still on this device. Reload the page." }),
    make("p", { textContent: "If this stays, download your data and update your browser." }),
    make("p", { className: "recovery-actions" }, [
      make("button", { type: "button", textContent: "Reload", onclick: reload }),
      make("button", { type: "button", textContent: "Download my data", onclick: download }),
    ]),
    make("p", { className: "recovery-detail", textContent: String(error) }),
  ]);
  main.dataset.recovery = "";
  document.getElementById("app").replaceChildren(main);
  heading.focus();
}

function make(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// A build that cannot start cannot ask for its successor, so the newest one is let in here.
async function reload() {
  try {
    const container = navigator.serviceWorker;
    const registration = await container.getRegistration();
    await within(5000, registration.update()).catch(() => {});
    const next = registration.installing ?? registration.waiting;
    if (next) {
      const changed = new Promise((done) => container.addEventListener("controllerchange", done, { once: true }));
      next.postMessage({ type: "skip-waiting" });
      await within(5000, changed);
    }
  } catch {
    // No service worker, or nothing new: a plain reload it is.
  }
  location.reload();
}

async function download() {
  const problems = [];
  const kept = (read) => read().catch((error) => void problems.push(String(error)));
  const data = {
    app: "mainspring",
    kind: "rescue",
    build: document.querySelector("meta[name=build]")?.content,
    saved: new Date().toISOString(),
    localStorage: await kept(readKeys),
    journal: await kept(() => within(5000, readJournal())),
    problems,
  };
  const file = new Blob([JSON.stringify(data, plain, 1)], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(file), download: `mainspring-rescue-${data.saved.slice(0, 10)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function readKeys() {
  const entries = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return Object.fromEntries(entries.map((key) => [key, localStorage.getItem(key)]));
}

async function readJournal() {
  const opening = indexedDB.open(DATABASE);
  // No such database: reading must not create an empty one that the app would then trust.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await settled(opening);
  try {
    const store = database.transaction(STORE).objectStore(STORE);
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    return keys.map((key, index) => ({ key, value: values[index] }));
  } finally {
    database.close();
  }
}

function settled(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function within(milliseconds, promise) {
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error("took too long")), milliseconds));
  return Promise.race([promise, late]);
}

// Bytes become arrays of numbers; JSON would lose or garble them.
function plain(_, value) {
  if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value));
  return ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) : value;
}
