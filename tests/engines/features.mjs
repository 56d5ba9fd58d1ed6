// The browser features that the app can do without: asked of each engine on a page of the app, with what the app does
// where one is missing. `make engines ARGS=--table` prints the README's table of them.

/** Name; in the page, what the engine answers: "yes", "no", or a word of its own; what the app does without. */
export const FEATURES = [
  {
    name: "Screen wake lock",
    probe: async () => {
      if (!navigator.wakeLock) return "no";
      const lock = await navigator.wakeLock.request("screen").catch(() => undefined);
      await lock?.release();
      return lock ? "yes" : "refused";
    },
    without: "says once in the session that the screen may sleep; the clock goes on, and is right on return",
  },
  {
    name: "Vibration",
    probe: () => (typeof navigator.vibrate === "function" ? "yes" : "no"),
    without: "beeps, and flashes and speaks where chosen; Settings says \"Where your device can\"",
  },
  {
    name: "Voice on the device",
    probe: async () => {
      if (!window.speechSynthesis) return "no";
      const local = () => speechSynthesis.getVoices().some((voice) => voice.localService && voice.lang.startsWith("en"));
      for (let tries = 0; tries < 20 && !local(); tries += 1) await new Promise((done) => setTimeout(done, 100));
      return local() ? "yes" : "no voice here";
    },
    without: "beeps instead; Settings says so, and a voice that comes later is used",
  },
  {
    name: "Lock screen keys (media session)",
    probe: () => {
      if (!navigator.mediaSession) return "no";
      const refuses = ["play", "pause", "nexttrack", "previoustrack"].filter((key) => {
        try {
          navigator.mediaSession.setActionHandler(key, null);
          return false;
        } catch {
          return true;
        }
      });
      return refuses.length ? `without ${refuses.join(", ")}` : "yes";
    },
    without: "pocket mode plays all the same; the buttons on the page move it",
  },
  {
    name: "Mixing with the sound of other apps (audio session)",
    probe: () => (navigator.audioSession ? "yes" : "no"),
    without: "the device decides what becomes of other sound",
  },
  {
    name: "Persistent storage (persist)",
    probe: async () => {
      if (!navigator.storage?.persist) return "no";
      const waits = new Promise((done) => setTimeout(done, 1000, "asks the runner"));
      return Promise.race([waits, navigator.storage.persist().then((kept) => (kept ? "yes" : "refused"))]);
    },
    without: "Settings says that the browser may clear the data, and names the age of the last copy",
  },
  {
    name: "Space in use (estimate)",
    probe: async () => ((await navigator.storage?.estimate?.().catch(() => undefined))?.usage === undefined ? "no" : "yes"),
    without: "Settings says \"Unknown\"",
  },
  {
    name: "Web Locks",
    probe: () => (navigator.locks ? "yes" : "no"),
    without: "every tab may write; sets are records of their own, so none is lost",
  },
  {
    name: "IndexedDB, with a name list and strict durability",
    probe: async () => {
      if (!window.indexedDB) return "no";
      if (!indexedDB.databases) return "without the list";
      const name = "engine-probe";
      const database = await new Promise((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.result.createObjectStore("store");
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      const { durability } = database.transaction("store", "readwrite", { durability: "strict" });
      database.close();
      indexedDB.deleteDatabase(name);
      return durability === "strict" ? "yes" : "without strict";
    },
    without: "localStorage alone, and the words \"Kept in this browser\" in the place of \"Saved\"",
  },
  {
    name: "Share sheet with files",
    probe: () => {
      const files = [new File(["{}"], "a.json", { type: "application/json" })];
      return navigator.canShare?.({ files }) ? "yes" : "no";
    },
    without: "downloads the file; a link has Copy, and a field to select it from",
  },
  {
    name: "Clipboard",
    probe: () => (navigator.clipboard?.writeText ? "yes" : "no"),
    without: "says that copying did not work; the link stands in a field to select it from",
  },
  {
    name: "Offline copy (service worker)",
    probe: async () => {
      if (!navigator.serviceWorker) return "no";
      return (await navigator.serviceWorker.getRegistration()) ? "yes" : "not registered";
    },
    without: "works with a network",
  },
  {
    name: "Sound (Web Audio)",
    probe: () => (window.AudioContext ? "yes" : "no"),
    without: "the flash, the digits and the words say what the beeps do",
  },
];

/** Each feature's answer in the engine of `page`; to ask for one can ask the runner. */
export async function measure(page) {
  const answers = {};
  for (const { name } of FEATURES) answers[name] = await has(page, name);
  return answers;
}

/** The answer to one feature. */
export function has(page, name) {
  return page.evaluate(FEATURES.find((feature) => feature.name === name).probe);
}

/** The README's table of `{ name, version, answers }`, one for each engine; what all have is named under it. */
export function table(engines) {
  const lacking = FEATURES.filter(({ name }) => engines.some(({ answers }) => answers[name] !== "yes"));
  const all = FEATURES.filter((feature) => !lacking.includes(feature)).map(({ name }) => name);
  const row = (...cells) => `| ${cells.join(" | ")} |`;
  const title = ({ name, version }) => `${{ firefox: "Firefox", webkit: "WebKitGTK" }[name]} ${version}`;
  const rows = lacking.map(({ name, without }) => row(name, ...engines.map(({ answers }) => answers[name]), without));
  const head = row("feature", ...engines.map(title), "where it is missing the app …");
  return [head, row(...Array(engines.length + 2).fill("---")), ...rows, "", `All of them have: ${all.join("; ")}.`].join("\n");
}
