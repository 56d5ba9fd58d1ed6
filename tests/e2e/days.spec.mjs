// Days of a runner: the first one, a second session on it, a knee that hurts, and one who has trained for long.
import { NOW, stopClock } from "./pages/clock.mjs";
import { Exercise } from "./pages/exercises.mjs";
import { Pain } from "./pages/pain.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const DAY = 86_400_000;
const LOADS_KNEE = /Deep squat|Lunge|pistol|Monster walk|deadlift/;

/** The app at Today with these stores. */
async function at(app, stores) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, `${app.server.origin}/`);
}

/** Trains to the end and goes back to Today. */
async function train(page) {
  const player = new Player(page);
  await player.expectPhase("ready");
  const seen = await player.finish();
  // Later than the echo of a tap.
  await player.pass(1);
  await page.getByRole("link", { name: "Done", exact: true }).click();
  return new Set(seen.map(({ title }) => title).filter(Boolean));
}

test("the first day: what this is, her kit, one tap; done, and what is left for a second session shares nothing with it", async ({ app }) => {
  test.setTimeout(180_000);
  await stopClock(await app.launch({ viewport: { width: 320, height: 568 }, reducedMotion: "reduce" }));
  const page = await app.open("/");
  const today = new Today(page);
  await expect(page.getByText("Strength for runners. 6–13 minutes, offline, no account.")).toBeInViewport({ ratio: 1 });
  await expect(today.start).toBeInViewport({ ratio: 1 });
  const [line, others] = [page.locator(".today-kit"), page.locator(".others")];
  const chips = await line.getByRole("button").evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().top));
  expect(new Set(chips).size, "one row").toBe(1);
  await line.getByRole("button", { name: "Loop band", exact: true }).click();
  await expect(line.getByRole("button", { name: "Loop band", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(others.getByRole("link").first()).toContainText("Bands before a run");

  await today.start.click();
  const first = await train(page);
  await expect(today.suggestion.getByRole("heading")).toHaveText("Done for today");
  await expect(today.suggestion).toContainText("Next strength: Tuesday");
  await expect(today.start).toHaveCount(0);
  await expect(line).toHaveCount(0);
  const anyway = today.suggestion.getByText("Train anyway");
  await expect(today.suggestion.getByRole("link").first()).toBeHidden();
  await anyway.click();
  await expect(today.suggestion.locator(".chips a")).toHaveText([/^Bands before a run/]);

  await today.suggestion.locator(".chips a").click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  const second = await train(page);
  expect([...second].filter((title) => first.has(title))).toEqual([]);
  await expect(today.suggestion.getByRole("heading")).toHaveText("Done for today");
  await today.suggestion.getByText("Train anyway").click();
  await expect(today.suggestion.locator(".chips a"), "nothing is left that was not trained").toHaveCount(0);
  await today.suggestion.getByRole("link", { name: "Start something else" }).click();
  await expect(page.locator("#title")).toHaveText("Routines");

  // Two days later there is something to do again, with the kit she has.
  await page.clock.fastForward(2 * DAY);
  await open(page, `${app.server.origin}/`);
  await expect(today.suggestion).toContainText("Up next");
  await expect(today.suggestion).toContainText("Body weight");
});

test("a knee that hurts: nothing on Today loads it, all of it says so, and it comes back when it is better", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await at(app, withLog([{ started: NOW - 5 * DAY }]));
  const [today, pain, player] = [new Today(page), new Pain(page), new Player(page)];
  await expect(page.locator(".hero-list")).toContainText(LOADS_KNEE);
  await pain.tell("Knee", 6, "Left");
  await expect(pain.sores).toContainText("Your left knee: 6 of 10 today.");
  await expect(page.locator(".hero-list")).not.toContainText(LOADS_KNEE);
  await expect(today.suggestion).toContainText("Without Deep squat, Lunge");
  await expect(page.locator(".others").getByText(/Body weight|Balance/)).toHaveCount(0);
  await today.start.click();
  await player.expectPhase("ready");
  const trained = await train(page);
  expect([...trained].filter((title) => LOADS_KNEE.test(title))).toEqual([]);
  await expect(today.suggestion).toContainText("Done for today");
  await today.suggestion.getByText("Train anyway").click();
  await expect(today.suggestion.locator(".chips").getByText(/Body weight|Balance/)).toHaveCount(0);

  await page.clock.fastForward(2 * DAY);
  await page.reload();
  await ready(page);
  await pain.sores.getByRole("button", { name: "Better" }).click();
  await expect(pain.sores).toHaveCount(0);
  await expect(page.locator(".hero-list")).toContainText(LOADS_KNEE);
});

test("a veteran's Today: her level, her kit and her star, and no beginners' session", async ({ app }) => {
  const exercises = ["deep-squat", "lunge", "banded-glute-bridge", "monster-walk", "banded-dead-bug", "single-leg-balance"];
  // Ten weeks of a routine of her own, bands, and squats and lunges with jumps. She never said in Settings what kit she has.
  const kinds = [
    { from: "hips000001", name: "Hips", sets: ["5b1ls30+60", "5b1rs30+60"] },
    { from: "bands-before-a-run", name: "Bands before a run", sets: ["2h1-n10+60", "3h1-p12+60", "4b1-n12+60"] },
    { from: "body-weight", name: "Body weight", sets: ["0x1-n10+60", "0x2-n10+60", "1x1-n15+60"] },
  ];
  const sessions = Array.from({ length: 21 }, (_, at) => ({ ...kinds[at % 3], started: NOW - Math.round((4 + 3.5 * (20 - at)) * DAY) }));
  const page = await at(app, withLog(sessions, withRoutine(routineOf("hips000001", "Hips", ["single-leg-balance", "base", [30], 30])), exercises));
  const [today, player, exercise] = [new Today(page), new Player(page), new Exercise(page)];
  await expect(page.getByRole("main")).not.toContainText("Six minutes");
  await expect(today.suggestion.getByRole("heading")).toHaveText("Hips");
  await expect(today.suggestion).toContainText("You haven't done this one for the longest.");

  // A star on an exercise of the bands makes them come sooner.
  await open(page, `${app.server.origin}/exercises/monster-walk`);
  await exercise.star.click();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Today" }).click();
  await expect(today.suggestion.getByRole("heading")).toHaveText("Bands before a run");
  await expect(today.suggestion).toContainText("It has an exercise you starred.");
  await expect(page.locator(".hero-list")).toContainText("Banded glute bridge at Hard");
  await expect(page.locator(".hero-list")).toContainText("Monster walk at Hard");
  await expect(page.locator(".hero-list")).not.toContainText("Banded dead bug at");
  await expect(today.suggestion).toContainText("At the levels you have reached.");
  await expect(page.getByRole("main")).not.toContainText("Six minutes");

  // One tap, and it is trained as it was shown.
  await today.start.click();
  await player.expectPhase("ready");
  await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("mainspring.active") ?? "{}").steps?.[0])).toEqual(expect.arrayContaining(["banded-glute-bridge", "h"]));
});

test("the plan opens with this week, what is done and what comes next; the advice is folded, for the one goal of Settings", async ({ app }) => {
  const page = await at(app, withLog([{ started: NOW - 2 * DAY }, { started: NOW - 12 * DAY }]));
  const navigate = (name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  await navigate("Plan");
  const week = page.locator("section[aria-labelledby=often]");
  await expect(week).toContainText("1 of 2 strength days this week");
  await expect(week).toContainText("Next strength: today");
  await expect(week.locator("[data-session]"), "the sessions of this week alone").toHaveCount(1);
  const bands = page.getByText("A few minutes of bands before a run are a warm-up");
  await expect(bands).toBeHidden();
  await page.getByText("Run before or after strength?").click();
  await expect(bands).toBeVisible();
  await expect(page.locator('[aria-current="true"][data-goal]')).toContainText("Either order works.");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.getByRole("link", { name: "Change my goal" }).click();
  await page.locator('label:has(input[name="goal"][value="muscle"])').click();
  await navigate("Plan");
  await expect(week).toContainText("1 of 3 strength days this week");
  await expect(page.locator("#order summary")).toContainText("Strength first, then run.");
  await navigate("Today");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(new Today(page).order).toContainText("Strength first, then run.");
});
