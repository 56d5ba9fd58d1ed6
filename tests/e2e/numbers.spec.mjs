// Numbers and suggestions: what is said of a session is the same everywhere, and nobody is asked for more than is good.
import { NOW, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { plainPage, readKeys, readLog, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, open, test } from "./support/app.mjs";

const DAY = 86_400_000;
// NOW is a Sunday.
const balance = routineOf("balance001", "On one leg", ["single-leg-balance", "base", [5, 5, 5], 5]);
const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [20, 20], 5]);

/** The app at `route` with these stores, on a clock that stands still at `now`. */
async function at(app, route, stores, now = NOW) {
  await stopClock(await app.launch(), now);
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + route);
}

const main = async (page) => (await page.getByRole("main").innerText()).replace(/\s+/g, " ");

test("a set is the same number on the routine's page, in the player, at its end and in the log", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await at(app, "/routines/balance001", withRoutine(balance));
  const player = new Player(page);
  await expect(page.locator(".builder-total")).toContainText("3 sets");
  await expect(page.locator("[data-dose]")).toHaveText("3 × 5 seconds each side");
  await expect(page.locator(".build-steppers .legend").first()).toHaveText("Sets each side");
  await page.getByRole("group", { name: "In total" }).getByRole("button", { name: "Start" }).click();
  await player.expectPhase("ready");
  await expect(player.main).toContainText("1 of 3");
  await expect(player.main).toContainText("Set 1 of 3 each side");
  await player.goOn((look) => look.saved === 2);
  await player.expectSaved(2);
  await player.leaveButton.click();
  await expect(new Today(page).resume).toContainText("1 of 3 sets done, all saved");
  await new Today(page).resumeButton.click();
  await player.finish();
  await expect(player.main).toContainText("Your first session: 3 sets in");
  await page.getByRole("link", { name: "See every set" }).click();
  await expect(page.locator("dl.summary")).toContainText("3 sets");
  await expect(page.locator(".bout .facts")).toContainText("3 sets");
  expect(await new Progress(page).sets()).toHaveLength(6);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(new Progress(page).row("On one leg")).toContainText("3 sets");
  await open(page, `${app.server.origin}/routines/six-minutes`);
  await expect(page.locator(".plan-figures")).toContainText("4 sets");
});

test("the minutes of a week are the sum of its seconds, rounded once; the rows are rounded alike", async ({ app }) => {
  const lengths = [655, 655, 655];
  const sessions = lengths.map((seconds, index) => ({ started: NOW - index * DAY, seconds }));
  const page = await at(app, "/progress", withLog(sessions));
  await expect(page.getByRole("main")).toContainText("3 sessions, 33 min this week");
  await expect(page.locator(".week.now .week-value")).toHaveText("33");
  await expect(new Progress(page).rows).toHaveCount(3);
  await expect(new Progress(page).rows.first()).toContainText("11 min");
  await page.locator('label:has(input[value="table"])').click();
  await expect(page.locator("table.figures tbody tr").first()).toContainText("33");
});

test("Settings say how many sessions there are, however far the log was read", async ({ app }) => {
  const sessions = Array.from({ length: 40 }, (_, index) => ({ started: NOW - index * 9 * DAY }));
  const page = await at(app, "/settings", withLog(sessions));
  await expect(page.locator("section[aria-labelledby=data]")).toContainText("40 sessions");
  await expect(page.locator("section[aria-labelledby=data]")).not.toContainText("least");
});

test("after a session Today is done, names what comes next and when, and offers none of the same work", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/");
  const [today, player] = [new Today(page), new Player(page)];
  await expect(today.suggestion).toContainText("Up next");
  await today.start.click();
  await player.finish();
  // Later than the echo of a tap.
  await player.pass(1);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await expect(today.suggestion).toContainText("Done for today");
  await expect(today.suggestion).toContainText("Next strength: Tuesday · Body weight");
  await expect.poll(() => main(page)).not.toContain("Up next");
  await expect(today.start).toHaveCount(0);
  // What shares no exercise is there, quietly; all else is a tap further.
  await today.suggestion.getByText("Train anyway").click();
  await expect(today.suggestion.locator(".chips").getByRole("link")).toHaveText([/Bands before a run/]);
  await today.suggestion.getByRole("link", { name: "Start something else" }).click();
  await expect(page.locator("#title")).toHaveText("Routines");
  await page.getByRole("button", { name: "Start Body weight" }).click();
  await player.expectPhase("ready");
});

test("a week that has its strength days asks for no more of them", async ({ app }) => {
  // Saturday and Thursday, seen on Sunday.
  const page = await at(app, "/", withLog([{ started: NOW - DAY }, { started: NOW - 3 * DAY }]));
  await expect(new Today(page).suggestion).toContainText("Your week is done");
  await expect(new Today(page).suggestion).toContainText("tomorrow");
  await expect(new Today(page).start).toHaveCount(0);
});

test("who has trained for long is given no beginner's session", async ({ app }) => {
  const page = await at(app, "/", withLog(Array.from({ length: 9 }, (_, index) => ({ started: NOW - (8 + index) * DAY }))));
  await expect(new Today(page).suggestion).toContainText("Body weight");
  await expect(new Today(page).suggestion).not.toContainText("Six minutes");
});

for (const [how, away] of [
  ["asleep for eight hours", (page) => page.clock.fastForward(8 * 3_600_000)],
  ["with a clock that leaps ten minutes", (page) => page.clock.pauseAt(NOW + 700_000)],
  ["with a clock that leaps a year", (page) => page.clock.pauseAt(NOW + 365 * DAY)],
]) {
  test(`a set ${how}: time that nobody trained does not count`, async ({ app }) => {
    test.setTimeout(120_000);
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const player = await Player.begin(app, squats);
    await player.press();
    await player.expectPhase("reps");
    await player.pass(5);
    await away(player.page);
    await player.press();
    await player.expectPhase("rest");
    await player.finish();
    const [{ sets }] = await readLog(player.page);
    // Twenty squats are a minute at their tempo.
    expect(sets.at(-1).at, JSON.stringify(sets)).toBeLessThan(180);
    await open(player.page, `${app.server.origin}/progress`);
    const row = await new Progress(player.page).rows.first().innerText();
    expect(Number(row.match(/(\d+) min/)[1]), row).toBeLessThanOrEqual(3);
    await expect.poll(async () => Object.keys(await readKeys(player.page)).filter((key) => key.includes("log:"))).toHaveLength(1);
  });
}

test("a message said twice is a change of the status line each time", async ({ app }) => {
  const page = await at(app, "/routines/squats0001", withRoutine(squats));
  await page.evaluate(() => {
    window.said = [];
    const line = document.querySelector("p[role=status]");
    new MutationObserver(() => window.said.push(line.textContent)).observe(line, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole("button", { name: "Change Deep squat" }).click();
  for (let press = 0; press < 3; press += 1) await page.getByRole("button", { name: /^More: .*Deep squat/ }).first().click();
  const undo = page.locator(".builder-hints").getByRole("button", { name: "Undo" });
  for (let press = 0; press < 3; press += 1) await undo.click();
  const said = await page.evaluate(() => window.said);
  expect(said.filter((text) => text.trim() === "Change undone.")).toHaveLength(3);
});
