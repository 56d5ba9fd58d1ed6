// The trials: what is done before the browser is killed, what the screen says of it, and what must be there afterwards.
// A trial's `act` gives what the screen claims at the moment of the kill; its `check` gives the faults found after it.
import { Builder } from "../e2e/pages/builder.mjs";
import { Player } from "../e2e/pages/player.mjs";
import { Settings } from "../e2e/pages/settings.mjs";
import { readJournal, readKeys, readLog, routineOf, withRoutine } from "../e2e/pages/stores.mjs";
import { Watch } from "../e2e/pages/watch.mjs";
import { open } from "../e2e/support/app.mjs";

const ECHO = 550;
const tenSets = ["deep-squat", "base", Array(10).fill(5), 0];
const long = routineOf("kill000001", "Kills", tenSets, ["lunge", "hard", Array(10).fill(5), 0], tenSets, tenSets);
const rests = routineOf("kill000002", "Rests", ["deep-squat", "hard", Array(10).fill(8), 120], ["lunge", "hard", Array(10).fill(8), 120]);
const short = routineOf("kill000003", "Short", ["deep-squat", "base", [8], 0]);
// Another level has fewer sets: enough exercises for one more level in each round.
const levels = routineOf("kill000004", "Levels", ...["deep-squat", "lunge"].flatMap((exercise) => Array(8).fill([exercise, "hard", Array(10).fill(8), 120])));
const SHARED = "1~Linked~deep-squat.b.30.8.8~lunge.b.30.6";
const UNSAID = "not claimed";

const storesOf = (...routines) => {
  const { keys } = withRoutine(routines[0]);
  return { keys: { ...keys, "mainspring.routines": JSON.stringify({ v: 1, routines }) } };
};

/** A page of the app at `path`, in the browser that runs. */
async function at(app, path) {
  const context = await app.launch();
  return open(await context.newPage(), app.server.origin + path);
}

async function tap(locator) {
  await locator.page().waitForTimeout(ECHO);
  await locator.click();
}

/** The session of `routine`, begun anew or taken up where it stood. */
async function playing(app, routine) {
  const page = await at(app, `/play/${routine.id}`);
  const player = new Player(page);
  // An old pain is asked about, and a session that died stands: neither is what is tried here.
  for (let tries = 0; tries < 4; tries += 1) {
    const { phase, paused } = await standsAt(player);
    if (phase && !paused && phase !== "wait") return player;
    await page.waitForTimeout(ECHO);
    if (!phase) await player.button("Start").click();
    else await player.primary.click();
    // Pressed again before the first press is answered, the button would end a set.
    for (let waits = 0; waits < 100; waits += 1) {
      await page.waitForTimeout(100);
      const now = await standsAt(player);
      if (now.phase !== phase || now.paused !== paused) break;
    }
  }
  return player;
}

/** Phase and pause of the session on screen; nothing where there is none. */
async function standsAt(player) {
  return (await player.main.getAttribute("data-phase")) ? player.look() : {};
}

/** Does one set; gives how many the screen said were saved before. */
async function oneSet(player) {
  for (let tries = 0; tries < 20; tries += 1) {
    const { phase, paused } = await player.look();
    await player.page.waitForTimeout(ECHO);
    await player.primary.click();
    if (phase === "reps" && !paused) return;
  }
  throw new Error("no set could be done");
}

async function setsOf(page) {
  const journal = await readJournal(page);
  const sets = Object.entries(journal).filter(([key]) => key.includes("/set/"));
  return sets.map(([key, value]) => ({ session: key.split("/")[0], step: Number(key.slice(-5)), done: JSON.parse(value).done }));
}

/** The player's state on screen: the number of saved sets, and the amount of the last one. */
async function standing(player) {
  const { phase, saved } = await player.look();
  const { done } = (await player.page.getByText(/^Did \d+$/).first().textContent().catch(() => ""))?.match(/(?<done>\d+)/)?.groups ?? {};
  return { phase, saved, done: Number(done) };
}

const lost = (words) => ({ kind: "lost", words });
const doubled = (words) => ({ kind: "doubled", words });
const overwritten = (words) => ({ kind: "overwritten", words });
const refuted = (words) => ({ kind: "refuted", words });

/** The broken promises of a running session after a kill, which hold whatever was done before it. */
async function sessionFaults(app, routine, claim, tapped) {
  const page = await at(app, `/play/${routine.id}`);
  const player = new Player(page);
  const faults = [];
  const isThere = await player.main.getAttribute("data-phase");
  const saved = isThere ? (await player.look()).saved : 0;
  if (claim.saved > 0 && saved < claim.saved) faults.push(lost(`${claim.saved} sets were saved, ${saved} are there`));
  if (saved > tapped) faults.push(doubled(`${tapped} sets were done, ${saved} are there`));
  const keys = await readKeys(page);
  if (keys["mainspring.at"] && keys["mainspring.active"]) {
    const { at: step, phase } = JSON.parse(keys["mainspring.at"]);
    const { id, out = [], steps } = JSON.parse(keys["mainspring.active"]);
    const sets = (await setsOf(page)).filter(({ session }) => session === id);
    if (new Set(sets.map((set) => set.step)).size !== sets.length) faults.push(doubled("a step has two records"));
    if (phase !== "f" && steps?.[step] && out.includes(steps[step][0])) faults.push(overwritten("it stands on an exercise that is left out"));
  }
  return { faults, page, player };
}

const running = (name, routine, act, check) => ({
  name,
  stores: storesOf(routine),
  async act(app, state, random) {
    const player = await playing(app, routine);
    state.before = (await player.look()).saved;
    state.told = await act(player, state, random);
    state.player = player;
  },
  claim: ({ player }) => standing(player),
  async check(app, state, claim) {
    const found = await sessionFaults(app, routine, claim, state.before + (state.sets ?? 0));
    if (check) found.faults.push(...((await check(found, state, claim)) ?? []));
    return found.faults;
  },
});

/** Two sets: acknowledged, or a moment before that. */
async function twoSets(player, state) {
  await oneSet(player);
  await oneSet(player);
  state.sets = 2;
}

const correction = running(
  "correction",
  rests,
  async (player, state) => {
    await oneSet(player);
    state.sets = 1;
    await player.expectSaved(state.before + 1);
    state.steps = await setsOf(player.page);
    const less = player.page.getByRole("button", { name: "Less: done in the set before" });
    for (let times = 0; times < 3; times += 1) await less.click();
  },
  async ({ page }, state, claim) => {
    const known = new Set(state.steps.map(({ step }) => step));
    const sets = await setsOf(page);
    const last = sets.find(({ step }) => step === Math.max(...known));
    if (claim.phase !== "rest" || claim.saved !== state.before + 1 || claim.done !== 5) return [];
    return last?.done === 5 ? [] : [refuted(`"Did 5" was shown as saved, ${last?.done} is there`)];
  },
);

const finish = {
  name: "finish",
  stores: storesOf(short),
  async act(app, state, random) {
    const player = await playing(app, short);
    state.page = player.page;
    state.known = (await readLog(player.page)).map(({ id }) => id);
    await oneSet(player);
    await player.main.and(player.page.locator('[data-phase="finished"]')).waitFor();
    const { page } = player;
    const less = page.getByRole("button", { name: "Less: done in the last set" });
    await page.waitForTimeout(random() * 300);
    for (let times = 0; times < 3; times += 1) await less.click();
    await page.getByRole("button", { name: "Just right", exact: true }).click();
    state.note = `Note ${Math.floor(random() * 1e6)}`;
    await page.getByRole("textbox", { name: "A note" }).pressSequentially(state.note);
    state.typed = Date.now();
  },
  async claim({ page, typed }) {
    const words = await page.locator("main.finish").innerText();
    return { saved: words.includes("Done and saved"), done: words.match(/Did (\d+)/)?.[1], note: Date.now() - typed > 1200 };
  },
  async check(app, state, claim) {
    const page = await at(app, "/progress");
    let log = [];
    for (let tries = 0; tries < 20 && log.length <= state.known.length; tries += 1) {
      log = await readLog(page);
      await page.waitForTimeout(100);
    }
    const faults = [];
    if (log.length > state.known.length + 1) faults.push(doubled(`${log.length - state.known.length} sessions for one`));
    for (const id of state.known) if (!log.some((session) => session.id === id)) faults.push(lost(`session ${id} is gone`));
    const session = log.find(({ id }) => !state.known.includes(id));
    if (!session) return claim.saved ? [...faults, refuted('"Done and saved", and no session is there')] : faults;
    if (!claim.saved) return faults;
    const done = session.sets.at(-1)?.done;
    if (done !== Number(claim.done)) faults.push(refuted(`"Did ${claim.done}" was shown as saved, ${done} is in the log`));
    if (session.effort !== "right") faults.push(refuted(`the effort was told on a screen that said saved, "${session.effort}" is in the log`));
    if (claim.note) {
      await open(page, `${app.server.origin}/progress/${session.id}`);
      const note = await page.getByRole("textbox", { name: "A note" }).inputValue();
      if (note !== state.note) faults.push(refuted(`the note "${state.note}" was typed a second before, "${note}" is there`));
    }
    return faults;
  },
};

const reportsOf = async (page) => JSON.parse((await readKeys(page))["mainspring.pain"] ?? '{"r":[]}').r.map((report) => report.slice(4, 7).join(" "));

const pain = (name, answers) =>
  running(
    name,
    rests,
    async (player, state, random) => {
      await oneSet(player);
      state.sets = 1;
      const { page } = player;
      await player.expectSaved(state.before + 1);
      state.reports = await reportsOf(page);
      await player.button("Something hurts").click();
      const dialog = page.getByRole("dialog", { name: "Something hurts" });
      await dialog.getByRole("button", { name: "Knee", exact: true }).click();
      state.score = 1 + Math.floor(random() * 3);
      await dialog.getByRole("button", { name: String(state.score), exact: true }).click();
      if (answers) {
        await dialog.getByRole("button", { name: "Go on", exact: true }).click();
        await dialog.waitFor({ state: "hidden" });
      }
      state.told = Date.now();
    },
    async ({ page }, state) => {
      const reports = await reportsOf(page);
      const faults = [];
      if (reports.length > state.reports.length + 1) faults.push(doubled(`${reports.length - state.reports.length} reports for one`));
      if (reports.length < state.reports.length) faults.push(lost("an earlier report is gone"));
      const isThere = reports.length > state.reports.length && reports.at(-1).startsWith(`knee ${state.score}`);
      if (!isThere && state.age > 1000) faults.push(lost(`what hurt is gone, told ${state.age} ms before`));
      return faults;
    },
  );

const back = running(
  "back",
  rests,
  async (player, state) => {
    await oneSet(player);
    state.sets = 1;
    await player.expectSaved(state.before + 1);
    state.steps = (await setsOf(player.page)).map(({ step }) => step);
    await tap(player.main.getByRole("button", { name: "Back" }));
  },
  async ({ page }, state) => {
    const steps = (await setsOf(page)).map(({ step }) => step);
    return state.steps.every((step) => steps.includes(step)) ? [] : [lost("the record of a set went with Back")];
  },
);

const skip = running("skip", long, async (player, state) => {
  await oneSet(player);
  state.sets = 1;
  await player.expectSaved(state.before + 1);
  await tap(player.main.getByRole("button", { name: /^Skip|^Keep/ }));
});

const level = running(
  "level",
  levels,
  async (player, state) => {
    await oneSet(player);
    state.sets = 1;
    await player.expectSaved(state.before + 1);
    await player.button("Change").click();
    const way = player.page.getByRole("dialog").getByRole("button", { name: /^(Harder|Easier):/ }).first();
    state.way = await way.textContent();
    await way.click();
    await player.page.waitForTimeout(50);
    state.title = await player.main.locator("#title").textContent();
  },
  async ({ player }, state) => {
    const title = await player.main.locator("#title").textContent().catch(() => "");
    const shown = title === state.title || state.age < 1000;
    return shown ? [] : [lost(`the plan was changed ${state.age} ms before: "${state.title}", "${title}" is there`)];
  },
);

/** Opens the controls of a row of the builder; there can be several of one exercise. */
async function openRow(row) {
  const opener = row.locator(".build-open");
  if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
}

/** A change in the builder: what the screen shows as saved is there. */
const builder = (name, change) => ({
  name,
  stores: storesOf(rests, short),
  async act(app, state, random) {
    state.page = await at(app, `/routines/${rests.id}`);
    await change(new Builder(state.page), random);
  },
  async claim({ page }) {
    return { kept: await page.locator("[data-kept]").getAttribute("data-kept"), shown: await shownIn(page) };
  },
  async check(app, state, claim) {
    const page = await at(app, `/routines/${rests.id}`);
    const [found, keys] = [await shownIn(page), await readKeys(page)];
    const ids = JSON.parse(keys["mainspring.routines"] ?? '{"routines":[]}').routines.map(({ id }) => id);
    const faults = [];
    if (!ids.includes(short.id)) faults.push(lost("another routine is gone"));
    if (new Set(ids).size !== ids.length) faults.push(doubled("a routine stands twice"));
    if (claim.kept === "Saved" && found !== claim.shown) faults.push(refuted(`"Saved" was said of ${claim.shown}, ${found} is there`));
    return faults;
  },
});

async function shownIn(page) {
  const shown = new Builder(page);
  if (!(await shown.name.count())) return "no routine";
  return `${await shown.name.inputValue()}: ${(await shown.facts()).join("; ")}`;
}

const builders = [
  builder("builder-name", async ({ name }, random) => {
    await name.fill("");
    await name.pressSequentially(`Named ${Math.floor(random() * 1e6)}`);
  }),
  builder("builder-add", async (it, random) => {
    // There is room for so many; what is added last goes again.
    const rows = await it.rows.count();
    if (rows > 6) {
      await openRow(it.rows.last());
      await it.rows.last().getByRole("button", { name: /^Remove/ }).click();
    } else await it.addAll(random() < 0.5 ? "lunge" : "single-leg-balance");
  }),
  builder("builder-move", async ({ page, rows }) => {
    await new Builder(page).open(await rows.first().getAttribute("data-exercise"));
    await rows.first().getByRole("button", { name: /^Move down/ }).click();
  }),
  builder("builder-amount", async ({ page, rows }, random) => {
    const exercise = await rows.first().getAttribute("data-exercise");
    await new Builder(page).open(exercise);
    const field = rows.first().getByRole("spinbutton");
    await field.press("Control+a");
    await field.pressSequentially(String(10 + Math.floor(random() * 80)));
  }),
];

const link = {
  name: "link",
  stores: storesOf(short),
  async act(app, state) {
    state.page = await at(app, `/r#${SHARED}`);
    state.known = await ownIds(state.page);
    await state.page.getByRole("button", { name: "Save to my routines" }).click();
    await new Builder(state.page).name.waitFor();
  },
  async claim({ page }) {
    const status = await page.locator("p[role=status].visually-hidden").textContent();
    return { saved: status === "Saved to your routines.", path: new URL(page.url()).pathname };
  },
  async check(app, state, claim) {
    const page = await at(app, claim.path);
    const [ids, faults] = [await ownIds(page), []];
    for (const id of state.known) if (!ids.includes(id)) faults.push(lost(`routine ${id} is gone`));
    if (ids.length > state.known.length + 1) faults.push(doubled(`${ids.length - state.known.length} routines for one`));
    if (claim.saved && ids.length === state.known.length) faults.push(refuted('"Saved to your routines.", and it is not there'));
    return faults;
  },
};

const ownIds = async (page) => JSON.parse((await readKeys(page))["mainspring.routines"] ?? '{"routines":[]}').routines.map(({ id }) => id);

const settings = {
  name: "settings",
  stores: storesOf(short),
  async act(app, state) {
    state.page = await at(app, "/settings");
    const box = new Settings(state.page).kit("Dowel or broom");
    state.before = await box.isChecked();
    await box.setChecked(!state.before);
  },
  // Nothing on this page says that it is saved.
  claim: async () => UNSAID,
  async check(app, state) {
    const page = await at(app, "/settings");
    const trouble = await page.locator('[data-notice="trouble"]').allTextContents();
    const faults = trouble.length ? [lost(trouble.join(" "))] : [];
    state.info = (await new Settings(page).kit("Dowel or broom").isChecked()) === state.before ? "the choice was not kept" : "";
    return faults;
  },
};

const takeOver = {
  name: "take-over",
  stores: storesOf(long),
  async act(app, state) {
    const first = await playing(app, long);
    state.before = (await first.look()).saved;
    await oneSet(first);
    await first.expectSaved(state.before + 1);
    const page = await at(app, `/play/${long.id}`);
    await new Watch(page).takeOver.click();
    state.player = new Player(page);
    await state.player.primary.waitFor();
    await oneSet(state.player);
    state.sets = 2;
  },
  claim: ({ player }) => standing(player),
  async check(app, state, claim) {
    return (await sessionFaults(app, long, claim, state.before + state.sets)).faults;
  },
};

const erase = {
  name: "erase",
  stores: storesOf(short, rests),
  // Erased data is gone: each trial begins with new stores.
  anew: true,
  async act(app, state) {
    state.page = await at(app, "/settings");
    const { erase: button, dialog } = new Settings(state.page);
    await button.click();
    await dialog.getByRole("button", { name: "Erase everything" }).click();
  },
  claim: async ({ page }) => ({ erased: (await page.getByText("Everything is erased.").count()) > 0 }),
  async check(app, state, claim) {
    const page = await at(app, "/routines");
    const [ids, journal] = [await ownIds(page), await readJournal(page)];
    const faults = [];
    if (![0, 2].includes(ids.length)) faults.push(lost(`${ids.length} of 2 routines are left`));
    const trouble = await page.locator('[data-notice="trouble"]').allTextContents();
    if (trouble.length) faults.push(lost(trouble.join(" ")));
    const rest = ids.length + Object.keys(journal).filter((key) => /\/(head|set)/.test(key)).length;
    if (claim.erased && rest > 0) faults.push(refuted(`"Everything is erased.", and ${rest} things are there`));
    return faults;
  },
};

/** Every kind of trial, by name. */
export const TRIALS = [
  running("mid-set", long, async (player, state) => {
    await twoSets(player, state);
    // In the middle of the third: a press at work would end it.
    if ((await player.look()).phase !== "reps") await tap(player.primary);
  }),
  running("done", long, twoSets),
  correction,
  finish,
  pain("pain-score", false),
  pain("pain-answered", true),
  back,
  skip,
  level,
  ...builders,
  link,
  settings,
  takeOver,
  erase,
];
