// Starts the app: theme first, then glue code and wasm. If that fails, a static page gives the reason and offers the data.
// The app itself sets `data-ready`. The build bundles rescue.js into this file: it must not need a second request.
import { PREFIX, download, hand, make, within } from "./rescue.js";

// Time limit for a start that neither succeeds nor fails; then recovery is offered. It may still succeed.
const PATIENCE = 30_000;
// Set once the page has loaded a newer build by itself: only once, or a broken host would cause an endless reload.
const RENEWED = "mainspring-renewed";

const root = document.documentElement;
// The path under which the host serves the app.
const BASE = (root.dataset.base || "") + "/";

const bars = [...document.querySelectorAll("meta[name=theme-color]")].map((bar) => [bar, bar.content]);
new MutationObserver(colourBar).observe(root, { attributeFilter: ["data-theme"] });
showTheme();
whenReady(showManifest);
// The app's own recovery screen asks for the data here: this script does not need the broken program.
addEventListener("mainspring:rescue", download);
addEventListener("mainspring:hand", (event) => (event.handed = hand(event.file)));
// The person accepted the new version.
addEventListener("mainspring:renew", reload);
// The host no longer has the lazy chunk; if this answers, the page is about to be reloaded.
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
    // Storage is blocked or unreadable: the system's theme is used, and the app reports the rest.
  }
}

// The bar of the system has the colour of the chosen theme, and without one that of the system's.
function colourBar() {
  const chosen = { light: bars[0], dark: bars[1] }[root.dataset.theme];
  for (const [bar, own] of bars) bar.content = (chosen ?? [, own])[1];
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
  const { js, wasm, later, style } = parts();
  if (location.pathname !== BASE || hasStored()) [later, style].forEach(preload);
  const late = setTimeout(showRecovery, PATIENCE, "{{ boot-slow }}", "took too long");
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

// The script runs in the head, before the element that the app fills.
function parsed() {
  if (document.readyState !== "loading") return;
  return new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}

// Today needs nothing of the lazy chunk unless something is stored; any other page waits for it.
function hasStored() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}

function preload(href) {
  if (!href) return;
  const options = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href };
  document.head.append(make("link", options));
}

// Reloads the page once by itself, if the host answers: a file that it no longer has means that there is a newer build.
async function recover(error) {
  console.error(error);
  const answers = await fetchAnew();
  if (answers.length && renewsByItself()) return reload();
  await showRecovery("{{ boot-failed }}", error, answers.some(isGone));
}

// The browser's cached files may be what is wrong, so they are fetched from the host. No result without a host.
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
    // If this fails, nothing was stored there.
  }
}

async function showRecovery(title, error, isGone) {
  await parsed();
  if (document.querySelector("[data-recovery]")) return; // the app's own panic screen is up
  const heading = make("h1", { textContent: title, tabIndex: -1 });
  const reason = isGone ? "{{ boot-newer }}" : navigator.onLine ? "" : "{{ boot-offline }}";
  const main = make("main", { className: "shell-main recovery stack" }, [
    heading,
    make("p", { textContent: `${reason} {{ boot-data-safe }}`.trim() }),
    make("p", { textContent: "{{ boot-if-it-stays }}" }),
    make("p", { className: "recovery-actions" }, [
      make("button", { type: "button", textContent: "{{ common-reload }}", onclick: reload }),
      make("button", { type: "button", textContent: "{{ common-download-data }}", onclick: download }),
    ]),
    make("p", { className: "recovery-detail", textContent: String(error) }),
  ]);
  main.dataset.recovery = "";
  document.getElementById("app").replaceChildren(main);
  heading.focus();
}

// A build that cannot start cannot offer its update, so the newest one is activated here.
async function reload() {
  try {
    const container = navigator.serviceWorker;
    // A worker at the root of the host, of another copy of the app, may control this page too: it is left alone.
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
    // No service worker, or no update: a plain reload.
  }
  await fetchAnew();
  location.reload();
}
