// One set of a running session, done by tapping, and everything it reads from and writes to the browser's stores.
// Time is forged, so that two sessions say the same digits at the same set and their bytes can be equal.

/** Goes through one set on `page`; resolves to milliseconds (`saved`, `tap`) and what the stores were asked. */
export function nextSet(page) {
  return page.evaluate(async () => {
    const { bench } = globalThis;
    const button = (...names) => {
      const all = [...document.querySelectorAll("main button")];
      return all.find((button) => names.includes(button.textContent.trim()));
    };
    const until = (holds, what) =>
      new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error(`${what} did not come`)), 10_000);
        const look = () => {
          if (!holds()) return false;
          clearTimeout(late);
          watcher.disconnect();
          done();
          return true;
        };
        const watcher = new MutationObserver(look);
        const all = { subtree: true, childList: true, attributes: true, characterData: true };
        if (!look()) watcher.observe(document, all);
      });
    const saved = () => Number(document.querySelector("[data-saved]").dataset.saved);

    bench.clock += 2_000;
    const before = { ...bench.stores };
    button("Begin now", "Start now").click();
    await until(() => document.querySelector("main[data-phase=reps]") && button("Done"), "the set");
    bench.clock += 20_000;
    const count = saved();
    const began = performance.now();
    button("Done").click();
    const tapped = performance.now();
    await until(() => saved() > count, "the acknowledgement");
    const ended = performance.now();
    // The work after the acknowledgement belongs to the set, too.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const asked = Object.entries(bench.stores).map(([name, value]) => [name, value - before[name]]);
    return { saved: ended - began, tap: tapped - began, ...Object.fromEntries(asked) };
  });
}

/** Runs in the page: a clock that moves only when `bench.clock` is moved. */
export function forgeClock(now) {
  globalThis.bench.clock = now;
  Date.now = () => globalThis.bench.clock;
}

/** Runs in the page: counts calls and bytes in `bench.stores`. */
export function watchStores() {
  const stores = { calls: 0, written: 0, read: 0 };
  globalThis.bench.stores = stores;
  const size = (...texts) => texts.reduce((sum, text) => sum + new TextEncoder().encode(String(text ?? "")).length, 0);
  const wrap = (prototype, name, note) => {
    const real = prototype[name];
    prototype[name] = function (...args) {
      const answer = real.apply(this, args);
      stores.calls += 1;
      note(args, answer);
      return answer;
    };
  };
  const writes = (args) => void (stores.written += size(...args));
  const reads = (_, answer) => void (stores.read += size(answer));
  wrap(Storage.prototype, "setItem", writes);
  wrap(Storage.prototype, "getItem", reads);
  wrap(Storage.prototype, "key", reads);
  wrap(Storage.prototype, "removeItem", () => {});
  wrap(IDBObjectStore.prototype, "put", writes);
  // A request for records answers later, with an amount that no set should need at all.
  for (const name of ["get", "getAll", "getAllKeys", "delete"]) wrap(IDBObjectStore.prototype, name, () => {});
}
