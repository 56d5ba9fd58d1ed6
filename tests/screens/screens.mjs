// A contact sheet of every page and every phase of a session, at six sizes, in both themes and with letters twice as large:
// `make screens`, in .build/screens/index.html. ONLY="exercises rest" draws some, SIZES="390x844" and LOOKS="light" fewer of each.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, browser } from "../../tools/chromium.mjs";
import { NOW, paint, stopClock } from "../e2e/pages/clock.mjs";
import { unfold } from "../e2e/pages/looks.mjs";
import { SHARED } from "../e2e/pages/places.mjs";
import { Player } from "../e2e/pages/player.mjs";
import { routineOf, withLog, withRoutine, writeStores } from "../e2e/pages/stores.mjs";
import { open } from "../e2e/support/app.mjs";
import { Server } from "../e2e/support/server.mjs";

const OUT = fileURLToPath(new URL("../../.build/screens/", import.meta.url));
const SIZES = ["390x844", "320x568", "844x390", "768x1024", "1280x800", "1920x1080"];
const LOOKS = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, large: { colorScheme: "light" } };
const DAY = 86_400_000;

const mixed = routineOf("mixed00001", "Hips and balance", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]);
const own = withRoutine(mixed);
/** Two sessions a week for ten weeks, the last one so many days ago. */
const veteran = (days) => {
  const sessions = Array.from({ length: 20 }, (_, at) => ({ started: NOW - Math.round((days + at * 3.5) * DAY), level: at < 8 ? "h" : "b", effort: "j" }));
  return withLog(sessions.reverse(), own);
};

/** Somebody whose left knee hurts. */
const sore = withLog([{ started: NOW - 8 * DAY }], { keys: { "mainspring.pain": JSON.stringify({ v: 1, r: [[NOW - DAY, 0, "deep-squat", "b", "knee", 6, "", null, "", "left"]] }) } });

const openFold = (summary) => async (page) => {
  await page.getByText(summary, { exact: true }).first().click();
  await paint(page);
};
const press = (name) => async (page) => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await paint(page);
};
const goTo = (phase) => (page) => new Player(page).goOn((seen) => seen.phase === phase);
const session = (...acts) => ({ path: "/play/mixed00001", stores: own, acts: [press("Start"), dismiss, ...acts] });

// Every page and phase: its address, its stores (nothing is stored without), and what is done there before it is looked at.
const SCREENS = {
  "first-open": { path: "/", acts: [(page) => page.locator(".hero-figure svg").waitFor({ state: "attached" })] },
  today: { path: "/", stores: veteran(3) },
  "today-trained": { path: "/", stores: veteran(0.1) },
  "today-done": { path: "/", stores: veteran(0.1), acts: [openFold("Train anyway")] },
  "today-up-next": { path: "/", stores: withLog([{ started: NOW - 8 * DAY, level: "h" }], own) },
  "today-back": { path: "/", stores: veteran(25) },
  "today-hurts": { path: "/", stores: sore },
  "today-open-session": { path: "/", stores: own, acts: [leaveOpen] },
  exercises: { path: "/exercises" },
  "exercises-filters": { path: "/exercises", acts: [press(/^Filters/)] },
  "exercises-none": { path: "/exercises?q=swimming" },
  "exercises-starred": { path: "/exercises?starred=1" },
  "exercises-level": { path: "/exercises?level=harder&type=balance" },
  exercise: { path: "/exercises/banded-glute-bridge?level=hard" },
  "exercise-veteran": { path: "/exercises/deep-squat", stores: veteran(3) },
  "exercise-unfolded": { path: "/exercises/single-leg-balance?level=hard", stores: veteran(3), acts: [unfold] },
  "exercise-cue": { path: "/exercises/deep-squat", acts: [press(/^knees/)] },
  "exercise-hurts": { path: "/exercises/deep-squat", acts: [press("Something hurts")] },
  routines: { path: "/routines" },
  "routines-own": { path: "/routines", stores: own },
  routine: { path: "/routines/six-minutes" },
  builder: { path: "/routines/mixed00001", stores: own },
  "builder-picker": { path: "/routines/mixed00001", stores: own, acts: [press(/^Add (an )?exercise/)] },
  received: { path: SHARED },
  "link-damaged": { path: "/r#1~Hills~deep-squat.b" },
  "not-found": { path: "/nowhere" },
  "not-found-nearest": { path: "/exercises/deep-sqaut" },
  plan: { path: "/plan" },
  "plan-veteran": { path: "/plan", stores: veteran(3), acts: [openFold("Run before or after strength?"), openFold("How often?"), openFold("Why a strong core?")] },
  "progress-empty": { path: "/progress" },
  progress: { path: "/progress", stores: veteran(3) },
  "progress-session": { path: "/progress/session000", stores: veteran(3) },
  settings: { path: "/settings", stores: veteran(3) },
  "settings-erase": { path: "/settings", stores: veteran(3), acts: [press("Erase everything")] },
  "before-start": { path: "/play/six-minutes" },
  "before-start-own": { path: "/play/mixed00001", stores: own },
  "before-start-kit": { path: "/play/balance" },
  ready: session(),
  hold: session(goTo("hold")),
  paused: session(goTo("hold"), press("Pause")),
  switch: session(goTo("switch")),
  rest: session(goTo("rest")),
  wait: session(goTo("rest"), overslept),
  reps: session(goTo("reps")),
  finished: session(goTo("finished")),
  "how-to": session(goTo("reps"), press("How to")),
  change: session(goTo("reps"), press("Change")),
  hurts: session(goTo("reps"), press("Something hurts")),
  "hurts-answered": session(goTo("reps"), press("Something hurts"), press("Knee"), press("6")),
};

async function main() {
  const wanted = (names, all) => (names ? names.split(/\s+/).filter(Boolean) : all);
  const only = wanted(process.env.ONLY, Object.keys(SCREENS));
  const sizes = wanted(process.env.SIZES, SIZES);
  const looks = wanted(process.env.LOOKS, Object.keys(LOOKS));
  const unknown = [...only.filter((name) => !SCREENS[name]), ...looks.filter((name) => !LOOKS[name])];
  if (unknown.length) throw new Error(`No such screen or look: ${unknown.join(", ")}. There are: ${Object.keys(SCREENS).join(", ")}; ${Object.keys(LOOKS).join(", ")}.`);
  mkdirSync(OUT, { recursive: true });
  const [server, chrome] = [await Server.start(), await chromium.launch({ executablePath: browser(), args: CHROMIUM_ARGS })];
  const failed = [];
  for (const name of only) {
    for (const look of looks) {
      await picture({ server, chrome }, name, look, sizes).catch((error) => failed.push(`${name}, ${look}: ${error.message}`));
    }
    console.log(name);
  }
  await sheets(chrome, only, looks, sizes);
  await chrome.close();
  await server.stop();
  failed.forEach((line) => console.error(line));
  console.log(`\n${join(OUT, "index.html")}`);
  process.exitCode = failed.length ? 1 : 0;
}

/** One screen in one look, at every size. */
async function picture({ server, chrome }, name, look, sizes) {
  const { path, stores, acts = [] } = SCREENS[name];
  const context = await chrome.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce", serviceWorkers: "block", ...LOOKS[look] });
  try {
    await stopClock(context);
    const page = await context.newPage();
    await page.goto(`${server.origin}/icons/icon.svg`);
    if (stores) await writeStores(page, stores);
    await open(page, server.origin + path);
    await paint(page);
    for (const act of acts) await act(page, server);
    if (look === "large") await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
    const isWhole = !(await page.locator("main.player, dialog[open]").count());
    for (const size of sizes) {
      const [width, height] = size.split("x").map(Number);
      await page.setViewportSize({ width, height });
      await paint(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: fileOf(name, size, look), fullPage: isWhole });
    }
  } finally {
    await context.close();
  }
}

async function dismiss(page) {
  await paint(page);
  const button = page.locator("main.player").getByRole("button", { name: "Dismiss" });
  while (await button.count()) await button.first().click();
}

// The rest is over for a while: the session waits.
async function overslept(page) {
  const player = new Player(page);
  await player.sleepThrough((await player.look()).digits + 6);
}

async function leaveOpen(page, server) {
  await open(page, `${server.origin}/play/mixed00001`);
  await press("Start")(page);
  await goTo("rest")(page);
  await open(page, `${server.origin}/`);
}

const fileOf = (name, size, look) => join(OUT, `${name}-${size}-${look}.png`);

/** The page of all screens, and a picture of each screen's row. */
async function sheets(chrome, only, looks, sizes) {
  const shown = new Set(readdirSync(OUT));
  const cell = (name, size, look) => {
    const file = `${name}-${size}-${look}.png`;
    const [width] = size.split("x").map(Number);
    return shown.has(file) ? `<figure style="--width:${Math.round(width ** 0.7 * 3.4)}px"><img src="${file}" alt=""><figcaption>${size} ${look}</figcaption></figure>` : "";
  };
  const row = (name, looks, sizes) =>
    `<section id="${name}"><h2>${name} <small>${SCREENS[name].path}</small></h2>${looks.map((look) => `<div>${sizes.map((size) => cell(name, size, look)).join("")}</div>`).join("")}</section>`;
  const names = Object.keys(SCREENS).filter((name) => SIZES.some((size) => Object.keys(LOOKS).some((look) => shown.has(`${name}-${size}-${look}.png`))));
  const style = "body{font:14px system-ui;margin:16px;background:#888}div{display:flex;gap:12px;align-items:flex-start;margin-bottom:12px}figure{margin:0;flex:none;width:var(--width)}img{width:100%;max-height:760px;object-fit:cover;object-position:top}figcaption{font-size:11px}h2{margin:8px 0}";
  const html = (body) => `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${body}`;
  writeFileSync(join(OUT, "index.html"), html(names.map((name) => row(name, Object.keys(LOOKS), SIZES)).join("")));
  const page = await chrome.newPage({ viewport: { width: 1800, height: 900 } });
  for (const name of only) {
    const file = join(OUT, "row.html");
    writeFileSync(file, html(row(name, looks, sizes)));
    await page.goto(`file://${file}`);
    const { width, height } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight }));
    await page.setViewportSize({ width: Math.min(width, 3200), height: Math.min(height, 3200) });
    await page.screenshot({ path: join(OUT, `row-${name}.png`) });
    rmSync(file);
  }
  await page.close();
}

await main();
