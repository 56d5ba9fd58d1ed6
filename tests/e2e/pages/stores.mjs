// The browser's stores, read and written without the app.
import { readFileSync } from "node:fs";

/** The prefix of the app's keys. */
export const PREFIX = "mainspring.";
/** The prefix of second copies in the database. */
const COPIES = "store/";

/** A new page of the app's origin on which the app does not run. */
export async function plainPage(app) {
  // A picture has no icon of its own, so the browser asks for that of the site.
  app.allow(/favicon\.ico/);
  const context = await app.launch();
  const page = await context.newPage();
  await page.goto(`${app.server.origin}/icons/icon.svg`);
  return page;
}

const fixture = (name) =>
  readFileSync(new URL(`../../domain/fixtures/saved/v1/${name}.json`, import.meta.url), "utf8").trim();

/**
 * The stores of somebody who has trained: settings, routines, a month with two sessions, and an open session that rests
 * before its third set, all as version 1 wrote them.
 */
export function lived() {
  const rename = (text) => text.replaceAll("q1w2e3r4t5", "open000001");
  const running = rename(fixture("active"));
  return {
    keys: {
      "mainspring.settings": fixture("settings"),
      "mainspring.routines": fixture("routines"),
      "mainspring.log:2026-11": fixture("month"),
      "mainspring.index": fixture("index"),
      "mainspring.active": running,
      "mainspring.at": rename(fixture("at")),
    },
    journal: {
      "open000001/head": running,
      "open000001/set/00000": '{"v":1,"step":0,"done":10,"at":41000}',
      "open000001/set/00001": '{"v":1,"step":1,"done":9,"at":91500}',
    },
  };
}

/** Every key of the app with its value. */
export function readKeys(page) {
  return page.evaluate(
    (prefix) => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))),
    PREFIX,
  );
}

/** Every record of the running session's journal; an absent journal is an empty one. */
export async function readJournal(page) {
  const records = Object.entries(await readRecords(page));
  return Object.fromEntries(records.filter(([key]) => !key.startsWith(COPIES)));
}

/** The second copies: the names of values without the prefix, with their texts. */
export async function readCopies(page) {
  const records = Object.entries(await readRecords(page)).filter(([key]) => key.startsWith(COPIES));
  return Object.fromEntries(records.map(([key, text]) => [key.slice(COPIES.length), text]));
}

/** Every record of the database; an absent one is empty. */
export function readRecords(page) {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some((database) => database.name === "mainspring")) return {};
    const settled = (request) =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await settled(indexedDB.open("mainspring"));
    const store = database.transaction("journal").objectStore("journal");
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  });
}

/** Makes the stores hold exactly `keys` and `journal`; the page must be one on which the app does not run. */
export function writeStores(page, { keys = {}, journal = {} }) {
  return page.evaluate(
    async ([keys, journal]) => {
      localStorage.clear();
      sessionStorage.clear();
      for (const [key, value] of Object.entries(keys)) localStorage.setItem(key, value);
      const database = await new Promise((done, failed) => {
        const opening = indexedDB.open("mainspring", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("journal");
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      const writing = database.transaction("journal", "readwrite", { durability: "strict" });
      writing.objectStore("journal").clear();
      for (const [key, value] of Object.entries(journal)) writing.objectStore("journal").put(value, key);
      await new Promise((done, failed) => {
        writing.oncomplete = done;
        writing.onabort = () => failed(writing.error);
      });
      database.close();
    },
    [keys, journal],
  );
}

/** The sessions of every month, as stored: `{ id, name, started, effort, sets }`. */
export async function readLog(page) {
  const keys = await readKeys(page);
  const months = Object.entries(keys).filter(([key]) => key.startsWith(`${PREFIX}log:`));
  return months.flatMap(([, value]) => {
    const { x, s } = JSON.parse(value);
    return s.map(([id, , name, started, , , , effort, sets]) => ({ id, name, started, effort, sets: readSets(sets, x) }));
  });
}

// "0b1ln10/9+41~3": exercise, level, number, side, measure, planned, done if different, seconds since the set before,
// reps in reserve if given.
function readSets(text, exercises) {
  let at = 0;
  return text.split(" ").map((token) => {
    const [, exercise, level, set, side, measure, asked, done, after] = token.match(
      /^(\d+)([bhx])(\d+)([lr-])([nspob])(\d+)(?:\/(\d+))?\+(-?\d+)(?:~\d+)?(?:\*\d+)?$/,
    );
    at += Number(after);
    const amounts = { asked: Number(asked), done: Number(done ?? asked) };
    return { exercise: exercises[exercise], level, set: Number(set), side, measure, ...amounts, at };
  });
}

/** The number of sets of each session in the journal, by session id. */
export function countSets(journal) {
  const counts = {};
  for (const key of Object.keys(journal).filter((key) => key.includes("/set/"))) {
    const id = key.slice(0, key.indexOf("/"));
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

/** The stores of a runner with one own routine and nothing else. */
export function withRoutine(routine, version = routine.blocks ? 2 : 1) {
  return {
    keys: {
      "mainspring.routines": JSON.stringify({ v: version, routines: [routine] }),
      "mainspring.index": '{"v":1,"keys":["routines"]}',
    },
  };
}

/** A routine as it is stored; an item is `[exercise, level, targets, rest]`. */
export function routineOf(id, name, ...items) {
  return { id, name, items: items.map(([exercise, level, targets, rest]) => ({ exercise, level, targets, rest })) };
}

/** A routine with a warm-up of one balance and a circuit of two exercises, as it is stored. */
export function circuitOf(id, name) {
  const item = (exercise, targets, rest, block) => ({ exercise, level: "base", targets, rest, block });
  return {
    id,
    name,
    items: [item("single-leg-balance", [20], 30, 1), item("deep-squat", [5, 5, 5], 15, 2), item("lunge", [6, 6, 6], 15, 2)],
    blocks: [
      { key: 1, kind: "warm-up", rounds: 1, rest: 0 },
      { key: 2, kind: "circuit", rounds: 3, rest: 60, note: "No hurry" },
    ],
    note: "Before easy runs",
  };
}

/** The stores with a routine of a squat with a weight and a bridge with a band. */
export function loadedRoutine(id, name) {
  const item = (exercise, targets, load) => ({ exercise, level: "base", targets, rest: 30, load });
  const items = [item("deep-squat", [5, 5], "12.5 metric each-hand"), item("banded-glute-bridge", [5, 5], "band red")];
  return withRoutine({ id, name, items }, 3);
}

/** The stores with a routine of a balance whose sides take turns to begin and a squat in a tempo of its own. */
export function sidesRoutine(id, name) {
  const item = (exercise, targets, more) => ({ exercise, level: "base", targets, rest: 15, ...more });
  const items = [item("single-leg-balance", [10, 10], { order: "alternating" }), item("deep-squat", [5, 5], { tempo: [4, 2] })];
  const stores = withRoutine({ id, name, items });
  return { keys: { ...stores.keys, "mainspring.routines": JSON.stringify({ v: 4, routines: [{ id, name, items }] }) } };
}

/** The stores with a routine of a squat and a lunge in one block by the clock, for two rounds. */
export function clockedRoutine(id, name, block) {
  const item = (exercise) => ({ exercise, level: "base", targets: [5, 5], rest: 15, block: 1 });
  const routine = { id, name, items: [item("deep-squat"), item("lunge")], blocks: [{ key: 1, rounds: 2, ...block }] };
  return withRoutine(routine, 3);
}

/** The stores with a flow of a squat and a balance to both sides. */
export function flowRoutine(id, name) {
  const item = (exercise) => ({ exercise, level: "base", targets: [5, 5], rest: 15, block: 1 });
  const routine = { id, name, items: [item("deep-squat"), item("single-leg-balance")], blocks: [{ key: 1, kind: "mirrored-flow", rounds: 2, rest: 0, clock: 5 }] };
  const stores = withRoutine(routine);
  return { keys: { ...stores.keys, "mainspring.routines": JSON.stringify({ v: 4, routines: [routine] }) } };
}

/** The stores with a routine of a squat and a lunge, for as many rounds as fit. */
export function openRounds(id, name, block) {
  const item = (exercise) => ({ exercise, level: "base", targets: [5], rest: 15, block: 1 });
  const routine = { id, name, items: [item("deep-squat"), item("lunge")], blocks: [{ key: 1, kind: "as-many-rounds", rounds: 1, ...block }] };
  const stores = withRoutine(routine);
  return { keys: { ...stores.keys, "mainspring.routines": JSON.stringify({ v: 4, routines: [routine] }) } };
}

/** The contents of the stores `keys` that the backup file `file` lacks; the file may have more: what is on screen. */
export function lacks(file, keys) {
  const value = (name) => JSON.parse(keys[PREFIX + name] ?? "null");
  const missing = [];
  const settings = value("settings");
  if (settings) {
    const { goal, kit, sound, theme, units, starred } = settings;
    const stored = JSON.stringify({ goal, kit, sound, theme, units, starred });
    const held = file.settings ?? {};
    const filed = JSON.stringify({ goal: held.goal, kit: held.kit, sound: held.sound, theme: held.theme, units: held.units, starred: held.starred });
    if (stored !== filed) missing.push(`settings ${stored} but ${filed}`);
  }
  // The file has a routine as it is on screen, which can be ahead of what is stored.
  for (const { id } of value("routines")?.routines ?? []) {
    if (!file.routines.some((routine) => routine.id === id)) missing.push(`routine ${id}`);
  }
  for (const name of Object.keys(keys).filter((key) => key.startsWith(`${PREFIX}log:`))) {
    for (const [id, , , started, , , , effort, sets] of JSON.parse(keys[name]).s) {
      const held = file.sessions.find((session) => session.id === id);
      const same = held?.started === started && (held.effort ?? "") === effort && held.sets.length === sets.split(" ").length;
      if (!same) missing.push(`session ${id}`);
    }
  }
  const pain = value("pain")?.r.length ?? 0;
  if (file.pain.length < pain) missing.push(`${pain - file.pain.length} pain notes`);
  return missing;
}

/**
 * `stores` with these sessions in the log: `{ id, started, from, name, seconds, level, sets, effort, note, offset }`, each of
 * squats, or with `sets` of `exercises`.
 */
export function withLog(sessions, stores = { keys: {} }, exercises = ["deep-squat"]) {
  const keys = { ...stores.keys };
  for (const [at, session] of sessions.entries()) {
    const { id = `session${String(at).padStart(3, "0")}`, from = "body-weight", name = "Body weight", seconds = 600 } = session;
    const { started, offset = 0, level = "b", effort = "", note } = session;
    const sets = session.sets ?? [`0${level}1-n20+${seconds}`];
    const key = `${PREFIX}log:${new Date(started + offset * 60_000).toISOString().slice(0, 7)}`;
    const month = JSON.parse(keys[key] ?? JSON.stringify({ v: 1, x: exercises, s: [] }));
    month.s.push([id, from, name, started, offset, seconds, sets.length, effort, sets.join(" "), ...(note ? [note] : [])]);
    keys[key] = JSON.stringify(month);
  }
  const names = Object.keys(keys).map((key) => key.slice(PREFIX.length));
  return { ...stores, keys: { ...keys, [`${PREFIX}index`]: JSON.stringify({ v: 1, keys: names.filter((key) => key !== "index") }) } };
}
