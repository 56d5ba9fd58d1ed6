// Starts the app: theme first, then glue and wasm. If that fails, a plain page says why and gives the person their data.
// The app itself sets `data-ready`. The build bundles rescue.js into this file: it must not need a second request.
import { PREFIX, download, hand, make, within } from "./rescue.js";

// After this long a start that neither succeeds nor fails is given a way out; it may still succeed.
const PATIENCE = 30_000;
// Set once the page has loaded a newer build by itself: never twice, or a broken host would have it load for ever.
const RENEWED = "mainspring-renewed";

const root = document.documentElement;
// The path under which the host serves the app.
const BASE = (root.dataset.base || "") + "/";

showTheme();
whenReady(showManifest);
// The app's own recovery screen asks for the data here: this script needs nothing of a broken program.
addEventListener("mainspring:rescue", download);
addEventListener("mainspring:hand", (event) => (event.handed = hand(event.file)));
// The person asks for the new version.
addEventListener("mainspring:renew", reload);
// The lazy chunk is gone from the host; if this answers, the page is about to be loaded anew.
addEventListener("mainspring:gone", (event) => {
  if (!renewsByItself()) return;
  event.preventDefault();
  reload();
});
addEventListener("mainspring:whole", forgetRenewal);
start().catch(recover);

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
  const { js, wasm, later } = parts();
  if (location.pathname !== BASE || hasStored()) preload(later);
  const late = setTimeout(showRecovery, PATIENCE, "Mainspring takes too long to open", "took too long");
  try {
    const [{ default: init }] = await Promise.all([import(js), parsed()]);
    await init({ module_or_path: wasm });
  } finally {
    clearTimeout(late);
  }
}

function parts() {
  return document.querySelector("script[data-wasm]").dataset;
}

// The script runs in the head, before the place that the app takes.
function parsed() {
  if (document.readyState !== "loading") return;
  return new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}

// Today shows nothing of the lazy chunk until there is something to read; any other page waits for it.
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

// Once by itself the page is loaded anew, if the host answers: a file that it has no more means that a newer build is out.
async function recover(error) {
  console.error(error);
  const answers = await fetchAnew();
  if (answers.length && renewsByItself()) return reload();
  await showRecovery("Mainspring could not start", error, answers.some(isGone));
}

// What the browser has kept of the program may be what is wrong: it is fetched from the host itself. None without a host.
async function fetchAnew() {
  try {
    const { js, wasm } = parts();
    return await within(5000, Promise.all([js, wasm].map((url) => fetch(url, { cache: "reload" }))));
  } catch {
    return [];
  }
}

function isGone({ status, headers }) {
  return status === 404 || status === 410 || /^text\/html/.test(headers.get("content-type"));
}

function renewsByItself() {
  try {
    if (sessionStorage.getItem(RENEWED)) return false;
    sessionStorage.setItem(RENEWED, "1");
    return true;
  } catch {
    return false;
  }
}

function forgetRenewal() {
  try {
    sessionStorage.removeItem(RENEWED);
  } catch {
    // Where it cannot be forgotten it was never noted.
  }
}

async function showRecovery(title, error, isGone) {
  await parsed();
  if (document.querySelector("[data-recovery]")) return; // the app's own panic screen is up
  const heading = make("h1", { textContent: title, tabIndex: -1 });
  const reason = isGone ? "A new version of Mainspring may be out." : navigator.onLine ? "" : "This device has no connection.";
  const main = make("main", { className: "shell-main recovery stack" }, [
    heading,
    make("p", { textContent: `${reason} Your training data is still on this device. Reload the page.`.trim() }),
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

// A build that cannot start cannot ask for its successor, so the newest one is let in here.
async function reload() {
  try {
    const container = navigator.serviceWorker;
    // Another copy of the app, at the root of the host, may have a worker for this page too: it is left alone.
    const registrations = await within(5000, container.getRegistrations());
    const registration = registrations.find(({ scope }) => scope === location.origin + BASE);
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
  await fetchAnew();
  location.reload();
}
