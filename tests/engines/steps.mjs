// One person's first days with the app, step by step: the same in every engine. Each step needs those before it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SHARED, HEADINGS } from "../e2e/pages/places.mjs";
import { has } from "./features.mjs";
import { KEYS, pause } from "./page.mjs";

/** Taps this close together count as one; in the page's milliseconds. */
const ECHO = 700;
const HOLD = 5;

export const STEPS = [
  ["the first visit opens on Today, draws the figure, and is copied for offline use", firstVisit],
  ["a routine is built, and is there after a reload", building],
  ["a session begins, and its first set is saved", beginning],
  ["a reload in the session goes on at the same set", reloading],
  ["the session is trained to its end, and every set is in the log", finishing],
  ["a link is received and saved", receiving],
  ["offline the pages open, with all that was stored", offline],
  ["what the engine lacks is told", lacking],
  ["the export is a file that holds everything", exporting],
  ["everything is erased, and restored from that file", restoring],
];

async function firstVisit(page) {
  await page.open("/");
  await page.reads("#title", "Today");
  await page.reads("[data-suggestion] button", /^Start · 6 min · no kit$/);
  await page.until("the figure is drawn", figureIsDrawn, "[data-suggestion] svg.figure");
  await page.until("the offline copy serves the page", () => Boolean(navigator.serviceWorker.controller));
  assert.equal(await page.text("[data-notice]"), null);
  await page.keys(KEYS.tab);
  await page.until("the keyboard's focus is shown", () => {
    const focused = document.activeElement;
    return focused.matches(".skip") && getComputedStyle(focused).outlineStyle === "solid";
  });
}

async function building(page, it) {
  await page.press("link", "Routines", "nav");
  await page.reads("#title", "Routines");
  await page.press("button", "New routine");
  await page.reads("#title", "My routine");
  await page.press("button", "Add an exercise");
  await dialog(page);
  await page.press("button", "Add an exercise");
  for (const exercise of ["deep-squat", "single-leg-balance"]) {
    await page.press("button", /^Add/, `dialog#picker li[data-exercise=${exercise}]`);
  }
  await page.press("button", "Done", "dialog#picker");
  await sets(page, "deep-squat", -1);
  await amount(page, "deep-squat", 7);
  await page.reads("li.build-row[data-exercise=deep-squat] [data-dose]", "2 × 7 reps");
  await sets(page, "single-leg-balance", -1);
  await page.press("radio", "Hard", "li.build-row[data-exercise=single-leg-balance]");
  await amount(page, "single-leg-balance", HOLD);
  await page.fill("textbox", "Name", "Two moves");
  await page.keys(KEYS.tab);
  await page.reads("[data-kept]", "Saved");
  const facts = await page.evaluate(rowsOf);
  await page.reload();
  await page.reads("#title", "Two moves");
  await page.until("its rows are there", () => document.querySelectorAll("li.build-row[data-exercise]").length === 2);
  assert.deepEqual(await page.evaluate(rowsOf), facts);
  assert.deepEqual(facts.map(([exercise]) => exercise), ["deep-squat", "single-leg-balance"]);
  assert.match(facts[1].join(" "), /5 seconds each side Hard/);
  it.routine = await page.evaluate(() => location.pathname);
}

async function beginning(page, it) {
  await page.press("button", "Start", ".builder-total");
  await page.until("the session has begun", () => document.querySelector("main.player[data-phase]") !== null);
  it.session = await page.evaluate(() => location.pathname);
  await page.until("the figure is drawn", figureIsDrawn, "main.player svg.figure");
  await page.changes("the figure moves", poseOf);
  for (const paused of [true, false]) {
    await page.keys(" ");
    await page.until(`Space has it ${paused ? "stand still" : "go on"}`, (paused) => document.querySelector("main.player").dataset.paused === String(paused), paused);
  }
  for (const [button, ...answers] of [["Change"], ["Something hurts"], ["Something hurts", "Knee", "2"]]) {
    await page.press("button", button, ".player-actions");
    for (const answer of answers) await page.press("button", answer, "dialog[open]");
    await dialog(page);
  }
  // Reporting a pain pauses the session.
  await page.press("button", "Go on", ".player-actions");
  await onward(page, "Begin now", "reps");
  await onward(page, "Done", "rest");
  await page.until("the set is saved", () => document.querySelector("[data-saved='1']:not([hidden])") !== null);
}

async function reloading(page, it) {
  await page.reload();
  assert.equal(await page.evaluate(() => location.pathname), it.session);
  await page.until("it rests, or waits after it", () => ["rest", "wait"].includes(document.querySelector("main.player")?.dataset.phase));
  await page.reads(".player-place > span", /^2 of 3/);
  await page.until("the set is still saved", () => document.querySelector("[data-saved='1']:not([hidden])") !== null);
}

async function finishing(page) {
  await onward(page, /^Start( now)?$/, "reps");
  await onward(page, "Done", "rest");
  await page.evaluate(recordPhases);
  await onward(page, /^Start( now)?$/, "hold");
  // From here the clock ends each phase at its time.
  await phase(page, "finished");
  const phases = await page.evaluate(() => window.phases);
  assert.deepEqual(phases.map(({ phase, side }) => `${phase} ${side}`.trim()).slice(-4), ["hold Right", "switch Left", "hold Left", "finished"]);
  const times = phases.slice(-4).map(({ at }) => at);
  for (const [index, name] of ["first hold", "change of sides", "second hold"].entries()) {
    const seconds = (times[index + 1] - times[index]) / 1000;
    // The screen can lag behind on a busy machine: only a clock that is too fast is a failure.
    assert.ok(seconds > HOLD / 2, `the ${name} of ${HOLD} s took ${seconds.toFixed(1)} s`);
  }
  await page.reads(".player-phase", "Done and saved");
  await page.press("button", "Just right", "[aria-labelledby=felt]");
  await page.until("it is noted", () => document.querySelector("[aria-labelledby=felt] [aria-pressed=true]") !== null);
  await page.press("link", "See every set");
  await page.reads("#title", "Two moves");
  assert.deepEqual(await page.evaluate(setsOf), ["1 7 reps 7 reps", "2 7 reps 7 reps", "1 Right 5 s 5 s", "1 Left 5 s 5 s"]);
  await page.press("link", "Progress", "nav");
  await page.until("the log has it", () => document.querySelectorAll("ol.rows > li[data-session]").length === 1);
}

async function receiving(page) {
  await page.open(SHARED);
  await page.reads("#title", "Hills");
  await page.press("button", "Save to my routines");
  await page.until("it is one of the runner's own", () => document.querySelector(".builder[data-routine]") !== null);
  // The same routine in a link of today; the one that came was written by an older version.
  const code = await page.evaluate(() => document.querySelector("#share-link").value.split("#")[1]);
  assert.equal(code, "2BUhpbGxzAAMUcLb4AjwPFZ6vrAEeHgaOVBQACPCY7g");
  await page.reload();
  await page.reads("#title", "Hills");
  assert.deepEqual((await page.evaluate(rowsOf)).map(([exercise]) => exercise), ["deep-squat", "single-leg-balance", "lunge"]);
}

async function offline(page, it) {
  await page.server.stop();
  // A newer build is asked for in vain: that is what being offline means.
  page.allow(/sw\.js|NetworkError|Load failed|Failed to (update|load)|ServiceWorker/);
  const titles = { ...HEADINGS, [it.routine]: "Two moves" };
  for (const path of ["/", "/exercises/banded-glute-bridge?level=hard", it.routine, "/plan", "/play/six-minutes", "/settings"]) {
    await page.open(path);
    await page.reads("#title", titles[path]);
    assert.deepEqual(await page.evaluate(sideways), [], path);
  }
  await page.open("/progress");
  await page.until("the log has the session", () => document.querySelectorAll("ol.rows > li[data-session]").length === 1);
  await page.server.start();
}

async function lacking(page, it) {
  await page.open(it.session);
  await page.press("button", "Start", ".player-actions");
  await page.until("the session has begun", () => document.querySelector("main.player[data-phase]") !== null);
  const sleeps = /This browser lets the screen sleep/;
  if ((await has(page, "Screen wake lock")) === "yes") assert.doesNotMatch(String(await page.text("[data-notice]")), sleeps);
  else await page.reads("[data-notice]", sleeps);
  await page.press("button", "Leave; what is done stays saved");
  await page.open("/settings");
  const section = "section[aria-labelledby=data]";
  const space = (await has(page, "Space in use (estimate)")) === "yes" ? /in use\d+\.\d MB$/ : /in useUnknown$/;
  await page.reads(`${section} dl`, space);
  const promise = await page.evaluate(async () => (await navigator.storage?.persisted?.()) ?? null);
  const words = { true: /keeps your data until you erase it/, false: /may clear your data/, null: /a browser can clear what it stores/ };
  await page.reads(`${section} [data-backup]`, /You have not downloaded a copy here yet\.$/);
  await page.reads(`${section} p:has([data-backup])`, words[promise]);
  const voiceless = (await has(page, "Voice on the device")) !== "yes";
  await page.until("the missing voice is told", (css, voiceless) => {
    const line = [...document.querySelectorAll(css)].find((line) => line.textContent.startsWith("This device has no voice"));
    return line.hidden === !voiceless;
  }, "section[aria-labelledby=sound] p", voiceless);
}

async function exporting(page, it) {
  await page.open("/settings");
  await page.press("button", "Download my data", "section[aria-labelledby=data]");
  const { downloads } = page.driver;
  it.file = await arrives(downloads);
  const { sessions, routines } = JSON.parse(it.file);
  assert.deepEqual(routines.map(({ name }) => name).toSorted(), ["Hills", "Two moves"]);
  assert.equal(sessions.length, 1);
  assert.equal(sessions[0].sets.length, 4);
}

async function restoring(page, it) {
  await page.press("button", "Erase everything", "section[aria-labelledby=data]");
  await page.press("button", "Erase everything", "dialog#erase");
  await page.reads("#title", "Today");
  await page.until("nothing of it is stored", () => !localStorage.getItem("mainspring.routines")?.includes("Two moves"));
  await page.open("/settings");
  await page.evaluate(chooseFile, it.file);
  await page.press("button", "Restore", "[data-restore=preview]");
  await page.until("the notice tells it", () => [...document.querySelectorAll("[data-notice]")].some((notice) => /^Restored/.test(notice.textContent)));
  await page.open("/progress");
  await page.until("the log has the session", () => document.querySelectorAll("ol.rows > li[data-session]").length === 1);
  await page.open(it.routine);
  await page.reads("#title", "Two moves");
}

// A dialog is open, fits, has a scroll bar in the colours of the theme, and is closed by Escape.
async function dialog(page) {
  await page.until("the dialog is open", () => document.querySelector("dialog:modal") !== null);
  assert.deepEqual(await page.evaluate(sideways), []);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector("dialog:modal")).scrollbarColor), "auto");
  await page.keys(KEYS.escape);
  await page.until("Escape has closed the dialog", () => !document.querySelector("dialog[open]"));
}

async function sets(page, exercise, by) {
  const row = `li.build-row[data-exercise=${exercise}]`;
  await page.press("button", /^Change/, row);
  await page.press("button", new RegExp(`^${by < 0 ? "Less" : "More"}: Sets of`), row);
}

async function amount(page, exercise, number) {
  await page.fill("spinbutton", /./, String(number), `li.build-row[data-exercise=${exercise}]`);
  await page.keys(KEYS.tab);
}

// Presses the large button, late enough not to be taken for the echo of the tap before; the clock may be first.
async function onward(page, button, next) {
  const opened = await page.evaluate(() => performance.now());
  await page.until("the last tap is over", (since) => performance.now() > since, opened + ECHO);
  await page.press("button", button, ".player-actions", `main.player[data-phase=${next}]`);
  await phase(page, next);
}

async function phase(page, name) {
  await page.until(`the phase is ${name}`, (name) => document.querySelector("main.player")?.dataset.phase === name, name);
}

/** The text of the one file that is to come into `folder`, once it is whole. */
async function arrives(folder) {
  for (let tries = 0; tries < 600; tries += 1) {
    const [name] = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const text = name && readFileSync(join(folder, name), "utf8");
    if (text?.trim().endsWith("}")) return text;
    await pause(100);
  }
  throw new Error(`no file has come; there is: ${readdirSync(folder).join(" ") || "nothing"}`);
}

// In the page: what can be scrolled sideways.
function sideways() {
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX) || element === document.documentElement;
  const wide = [...document.querySelectorAll("*")].filter((element) => element.scrollWidth > element.clientWidth && scrolls(element));
  return wide.map((element) => `${element.localName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
}

// In the page: true where the figure's outlines are on screen.
function figureIsDrawn(css) {
  const figure = document.querySelector(css);
  const paths = [...(figure?.querySelectorAll("path") ?? [])].map((path) => path.getBBox());
  return paths.filter(({ width, height }) => width > 0 && height > 0).length > 5;
}

// In the page: the outlines of the player's figure.
function poseOf() {
  return [...document.querySelectorAll("main.player svg.figure path")].map((path) => path.getAttribute("d")).join();
}

// In the page: chooses a file of this text, as the browser's own dialog would.
function chooseFile(text) {
  const field = [...document.querySelectorAll("section[aria-labelledby=data] .file-button input[type=file]")].at(-1);
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], "mainspring.json", { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// In the page: notes each phase and its side in `window.phases` from now on.
function recordPhases() {
  window.phases = [];
  const note = () => {
    const phase = document.querySelector("main.player")?.dataset.phase;
    const side = document.querySelector("main.player [data-side]")?.textContent ?? "";
    if (phase && phase !== window.phases.at(-1)?.phase) window.phases.push({ phase, side, at: performance.now() });
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-phase"] });
  note();
}

// In the page: exercise and facts of each row of the builder.
function rowsOf() {
  return Array.from(document.querySelectorAll("li.build-row"), (row) => [
    row.dataset.exercise,
    ...Array.from(row.querySelectorAll(".facts span"), (fact) => fact.textContent),
  ]);
}

// In the page: what was asked and done in each set of the open session.
function setsOf() {
  return Array.from(document.querySelectorAll("table.figures tbody tr"), (row) =>
    Array.from(row.cells, (cell) => cell.textContent).slice(0, -1).join(" "),
  );
}
