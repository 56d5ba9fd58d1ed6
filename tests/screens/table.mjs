// The screens of the app: every page in its states and every phase of a session, for the contact sheet and for the journeys.
import { NOW, paint } from "../e2e/pages/clock.mjs";
import { hide, setClock, show as unhide } from "../e2e/pages/device.mjs";
import { unfold } from "../e2e/pages/looks.mjs";
import { SHARED, SHEET } from "../e2e/pages/places.mjs";
import { Player } from "../e2e/pages/player.mjs";
import { circuitOf, clockedRoutine, flowRoutine, loadedRoutine, openRounds, routineOf, sidesRoutine, withLog, withRoutine, writeStores } from "../e2e/pages/stores.mjs";
import { open } from "../e2e/support/app.mjs";

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

const settings = (more) => JSON.stringify({ v: 1, goal: "fitness", kit: [], sound: true, theme: "system", units: "metric", starred: [], ...more });
const ALL_KIT = settings({ kit: ["loop-band", "second-loop-band", "long-band", "dowel", "kettlebell", "straps", "bosu", "soft-surface"] });
const ALL_BANNED = settings({ banned: ["deep-squat", "lunge", "single-leg-balance"] });

const openFold = (summary) => async (page) => {
  await page.getByText(summary, { exact: true }).first().click();
  await paint(page);
};
const press = (name) => async (page) => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await paint(page);
};
/** As on paper, but for its width. */
async function onPaper(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await paint(page);
}
const goTo = (phase) => (page) => new Player(page).goOn((seen) => seen.phase === phase);
const circuit = withRoutine(circuitOf("circuit001", "Hill circuit"));
const inCircuit = (...acts) => ({ path: "/play/circuit001", stores: circuit, acts: [press("Start"), dismiss, ...acts] });
const loaded = { keys: { ...loadedRoutine("loaded0001", "Weights and bands").keys, "mainspring.settings": '{"v":2,"goal":"fitness","kit":["loop-band","kettlebell"],"sound":true,"theme":"system","units":"metric","starred":[],"bands":[["red",""],["green","Thick one from the club"]]}' } };
const withLoads = (...acts) => ({ path: "/play/loaded0001", stores: loaded, acts: [press("Start"), dismiss, ...acts] });
const intervals = clockedRoutine("clocked001", "Hill intervals", { kind: "intervals", clock: 40, rest: 20 });
const minutes = clockedRoutine("clocked001", "Every minute", { kind: "every-minute", clock: 60, rest: 0 });
const byClock = (stores, ...acts) => ({ path: "/play/clocked001", stores, acts: [press("Start"), dismiss, ...acts] });
const sides = sidesRoutine("sides00001", "Sides and tempo");
const bySides = (...acts) => ({ path: "/play/sides00001", stores: sides, acts: [press("Start"), dismiss, ...acts] });
const flow = flowRoutine("flow000001", "Morning flow");
const inFlow = (...acts) => ({ path: "/play/flow000001", stores: flow, acts: [press("Start"), dismiss, ...acts] });
const rounds = openRounds("open000001", "Ten minutes", { clock: 600, rest: 0, ladder: 2 });
const inRounds = (...acts) => ({ path: "/play/open000001", stores: rounds, acts: [press("Start"), dismiss, ...acts] });
const goToRest = (kind) => (page) => new Player(page).goOn((seen) => seen.rest === kind);
const openRows = async (page) => {
  for (const open of await page.locator(".build-open:visible").all()) await open.click();
  await paint(page);
};
const tickTwo = async (page) => {
  for (const at of [0, 1]) await page.locator(".build-row").nth(at).getByRole("checkbox").evaluate((box) => box.click());
  await paint(page);
};
/** A row held over another place. */
const dragRow = async (page) => {
  const { x, y, height } = await page.locator("[data-handle]").first().boundingBox();
  await page.mouse.move(x + 20, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + height / 2 + 90, { steps: 4 });
  await paint(page);
};
/** Two own exercises, one with a picture, and a routine with both. */
const ownExercises = {
  keys: {
    ...withRoutine(routineOf("ownown0001", "Before the hills", ["own-wallsit1", "base", [45, 45, 45], 60], ["own-rowrow22", "base", [12, 12], 45])).keys,
    "mainspring.exercises": '{"v":1,"exercises":[{"id":"own-wallsit1","name":"Wall sit","kind":"body-weight","sides":"both","measure":"seconds","sets":3,"amount":45,"rest":60,"rep":3,"edited":1795000000000,"loads":["knee","thigh"],"cues":["Back flat on the wall","Knees over the toes"],"picture":["deep-squat","deep-squat+"]},{"id":"own-rowrow22","name":"Row with the long band","kind":"band","sides":"per-side","measure":"reps","sets":2,"amount":12,"rest":45,"rep":4,"edited":1795000001000,"kit":["long-band"],"cues":["Pull the elbow past the ribs"]}]}',
  },
};
const inOwn = (...acts) => ({ path: "/play/ownown0001", stores: ownExercises, acts: [press("Start"), dismiss, ...acts] });
const search = (words) => async (page) => {
  await page.locator("#picker-search:visible, #add-search:visible").first().fill(words);
  await paint(page);
};
const session = (...acts) => ({ path: "/play/mixed00001", stores: own, acts: [press("Start"), dismiss, ...acts] });

/** Every page and phase: its address, its stores (nothing is stored without), and what is done there before it is looked at. */
export const SCREENS = {
  "first-open": { path: "/", acts: [(page) => page.locator(".hero-figure svg").waitFor({ state: "attached" })] },
  today: { path: "/", stores: veteran(3) },
  "today-trained": { path: "/", stores: veteran(0.1) },
  "today-done": { path: "/", stores: veteran(0.1), acts: [openFold("Train anyway")] },
  "today-up-next": { path: "/", stores: withLog([{ started: NOW - 8 * DAY, level: "h" }], own) },
  "today-back": { path: "/", stores: veteran(25) },
  "today-hurts": { path: "/", stores: sore },
  "today-open-session": { path: "/", stores: own, acts: [leaveOpen] },
  made: { path: "/made?min=12&run=before&in=20" },
  "made-all-kit": { path: "/made?min=25", stores: { keys: { "mainspring.settings": ALL_KIT } } },
  "made-nearest": { path: "/made?min=60&focus=trunk" },
  "made-nothing": { path: "/made?min=12", stores: { keys: { "mainspring.settings": ALL_BANNED } } },
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
  "builder-blocks": { path: "/routines/circuit001", stores: circuit },
  "builder-select": { path: "/routines/circuit001", stores: circuit, acts: [press("Select"), tickTwo] },
  "builder-drag": { path: "/routines/circuit001", stores: circuit, acts: [dragRow] },
  "builder-swap": { path: "/routines/mixed00001", stores: own, acts: [openRows, press(/^Swap Deep squat/)] },
  "routine-elsewhere": { path: "/routines/bands-before-a-run", acts: [press("Track")] },
  "builder-blocks-open": { path: "/routines/circuit001", stores: circuit, acts: [openRows] },
  "round-reps": inCircuit(goTo("reps")),
  "rest-exercise": inCircuit(goToRest("exercise")),
  "rest-round": inCircuit(goToRest("round")),
  "load-builder": { path: "/routines/loaded0001", stores: loaded, acts: [openRows] },
  "load-settings": { path: "/settings", stores: loaded },
  "load-offer": { path: "/play/loaded0001", stores: loaded },
  "load-ready": withLoads(),
  "load-reps": withLoads(goTo("reps")),
  "load-rest": withLoads(goTo("rest")),
  "load-change": withLoads(goTo("reps"), press("Change")),
  "load-paper": { path: "/routines/loaded0001", stores: loaded, acts: [onPaper] },
  "sides-builder": { path: "/routines/sides00001", stores: sides, acts: [openRows] },
  "sides-paper": { path: "/routines/sides00001", stores: sides, acts: [onPaper] },
  "tempo-reps": bySides(goTo("reps")),
  "rounds-builder": { path: "/routines/open000001", stores: rounds, acts: [openRows] },
  "rounds-reps": inRounds(goTo("reps")),
  "rounds-over": inRounds(goTo("reps"), (page) => new Player(page).pass(601)),
  "rounds-paper": { path: "/routines/open000001", stores: rounds, acts: [onPaper] },
  "flow-builder": { path: "/routines/flow000001", stores: flow, acts: [openRows] },
  "flow-hold": inFlow(goTo("hold")),
  "flow-away": inFlow(goTo("hold"), asleep(180)),
  "rounds-away": inRounds(goTo("reps"), asleep(180)),
  "intervals-builder": { path: "/routines/clocked001", stores: intervals, acts: [openRows] },
  "intervals-work": byClock(intervals, goTo("hold")),
  "intervals-rest": byClock(intervals, goTo("rest")),
  "minute-builder": { path: "/routines/clocked001", stores: minutes, acts: [openRows] },
  "minute-work": byClock(minutes, goTo("reps")),
  "minute-rest": byClock(minutes, goTo("rest")),
  "minute-offer": { path: "/play/clocked001", stores: minutes },
  received: { path: SHARED },
  "received-kit": { path: "/r#1~Hills~supported-pistol-squat.b.60.8.8~moon-hop.b.10.9~single-leg-deadlift.x.30.8" },
  "share-code": { path: "/routines/six-minutes", acts: [press("QR code")] },
  "share-paper": { path: "/routines/mixed00001", stores: own, acts: [onPaper] },
  "done-sheet": { path: SHEET },
  "link-damaged": { path: "/r#1~Hills~deep-squat.b" },
  "not-found": { path: "/nowhere" },
  "not-found-nearest": { path: "/exercises/deep-sqaut" },
  "own-list": { path: "/exercises", stores: ownExercises },
  "own-none": { path: "/exercises?q=wall%20sit%2045%20s" },
  "own-exercise": { path: "/exercises/own-wallsit1", stores: ownExercises },
  "own-plain": { path: "/exercises/own-rowrow22", stores: ownExercises },
  "own-missing": { path: "/exercises/own-nothing1" },
  "own-form": { path: "/own" },
  "own-form-wrong": { path: "/own", acts: [press("Save")] },
  "own-form-edit": { path: "/own?id=own-wallsit1", stores: ownExercises },
  "own-picker": { path: "/routines/ownown0001", stores: ownExercises, acts: [press(/^Add (an )?exercise/), search("dead hang 30 s")] },
  "own-builder": { path: "/routines/ownown0001", stores: ownExercises, acts: [openRows] },
  "own-offer": { path: "/play/ownown0001", stores: ownExercises },
  "own-hold": inOwn(goTo("hold")),
  "own-reps": inOwn(goTo("reps")),
  "own-paper": { path: "/routines/ownown0001", stores: ownExercises, acts: [onPaper] },
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

/** Opens a screen of the table on `page`: a page of the app's origin with a stopped clock, on which the app does not run. */
export async function show(page, server, name) {
  const { path, stores, acts = [] } = SCREENS[name];
  if (stores) await writeStores(page, stores);
  await open(page, server.origin + path);
  await paint(page);
  for (const act of acts) await act(page, server);
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

/** The page is hidden for so many seconds, and shown again. */
function asleep(seconds) {
  return async (page) => {
    await hide(page);
    await setClock(page, seconds * 1000);
    await unhide(page);
    await paint(page);
  };
}

async function leaveOpen(page, server) {
  await open(page, `${server.origin}/play/mixed00001`);
  await press("Start")(page);
  await goTo("rest")(page);
  await open(page, `${server.origin}/`);
}
