// Code that runs inside a page under measurement: one clock for all pages, read inside the page and not across a connection.

/** Puts the probe into every document of `context`. Its pages have no service worker unless `workers` lets them. */
export async function probe(context, { workers = false } = {}) {
  await context.addInitScript(watch);
  if (!workers) await context.addInitScript(withoutWorkers);
}

/** The measurements on `page` until a second after it was ready, or after its first paint if it has no such mark. */
export async function seen(page, end = "ready") {
  const late = page.waitForTimeout(60_000).then(() => {
    throw new Error(`${page.url()} has not been ${end} for a minute`);
  });
  const found = page.evaluate((end) => globalThis.bench.seen(end), end);
  late.catch(() => {}); // the page is closed long before
  return Promise.race([found, late]);
}

function watch() {
  const tasks = [];
  const shifts = [];
  const observe = (type, note) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  observe("longtask", (entry) => tasks.push(entry));
  observe("layout-shift", (entry) => shifts.push(entry));
  const paint = new Promise((done) => {
    observe("paint", (entry) => entry.name === "first-contentful-paint" && done(entry.startTime));
  });
  const ready = new Promise((done) => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute("data-ready")) return;
      observer.disconnect();
      done(performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  const sum = (entries, until, value) => {
    return entries.filter((entry) => entry.startTime <= until).reduce((total, entry) => total + value(entry), 0);
  };

  globalThis.bench = {
    async seen(end) {
      const moments = { paint: await paint, ready: end === "ready" ? await ready : undefined };
      await new Promise((done) => setTimeout(done, 1000));
      const at = moments[end];
      return {
        ...moments,
        blocking: sum(tasks, at + 500, (task) => Math.max(0, task.duration - 50)),
        shift: sum(shifts, at + 1000, (shift) => (shift.hadRecentInput ? 0 : shift.value)),
      };
    },
  };
}

function withoutWorkers() {
  Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });
}
