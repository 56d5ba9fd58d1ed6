// A routine as a workout for a sports watch, read back by a FIT reader that is not the app's.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { circuitOf, plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const READER = fileURLToPath(new URL("../fit/read.py", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../../.build/python", import.meta.url));
const REST = 1;

/** The messages of a FIT file, each its name and its fields. */
function readFit(path) {
  const lines = execFileSync("python3", [READER, path], { env: { ...process.env, PYTHONPATH: PACKAGES }, encoding: "utf8" });
  return lines.trim().split("\n").map(JSON.parse);
}

/** The workout that the page of `routine` hands out: the file, its name and its messages. */
async function workoutOf(app, routine, version = 1) {
  const page = await plainPage(app);
  await writeStores(page, withRoutine(routine, version));
  await open(page, `${app.server.origin}/routines/${routine.id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Workout for a watch", exact: true }).click();
  const file = await download;
  const messages = readFit(await file.path());
  return { page, name: file.suggestedFilename(), all: (kind) => messages.filter(([name]) => name === kind).map(([, fields]) => fields) };
}

/** A step in one line: "15 reps", "60 s rest", "back to 0, 3 times". */
function told({ duration_time, duration_reps, duration_step, repeat_steps, repeat_time, intensity, wkt_step_name }) {
  if (repeat_time) return `back to ${duration_step}, for ${repeat_time / 1000} s`;
  if (repeat_steps) return `back to ${duration_step}, ${repeat_steps} times`;
  const amount = duration_reps ? `${duration_reps} reps` : `${duration_time / 1000} s`;
  return `${amount} ${["work", "rest", "warm-up", "cool-down"][intensity]}: ${wkt_step_name}`;
}

test("a routine becomes a workout: equal sets repeat, sides are steps of their own, a rest names no exercise", async ({ app }) => {
  const routine = routineOf("hills00001", "Hills – früh", ["lunge", "base", [15, 15, 15], 60], ["single-leg-balance", "hard", [30], 20], ["deep-squat", "harder", [8, 6], 45]);
  const { page, name, all } = await workoutOf(app, routine);
  expect(name).toBe("mainspring-hills-früh.fit");
  expect(all("file_id")).toEqual([expect.objectContaining({ type: 5, manufacturer: 255 })]);
  const steps = all("workout_step");
  expect(all("workout")).toEqual([{ sport: 10, sub_sport: 20, num_valid_steps: steps.length, wkt_name: "Hills – früh" }]);
  expect(steps.map(told)).toEqual([
    "15 reps work: Lunge, forward",
    "60 s rest: Rest",
    "back to 0, 3 times",
    "30 s work: Single-leg balance, eyes closed",
    "30 s work: Single-leg balance, eyes closed",
    "20 s rest: Rest",
    "8 reps work: Deep squat, jumps",
    "45 s rest: Rest",
    "6 reps work: Deep squat, jumps",
  ]);
  expect(steps.map((step) => step.message_index)).toEqual(steps.map((_, at) => at));
  expect(steps.filter((step) => step.intensity === REST).every((step) => !("exercise_category" in step))).toBe(true);
  expect(steps[0]).toMatchObject({ exercise_category: 17, exercise_name: 32 });
  const balance = steps.slice(3, 5).map(({ notes }) => notes);
  expect(balance[0]).toMatch(/^Right leg\. /);
  expect(balance[1]).toMatch(/^Left leg\. /);
  expect(all("exercise_title").map(({ wkt_step_name }) => wkt_step_name)).toEqual(["Lunge, forward", "Single-leg balance, eyes closed", "Deep squat, jumps"]);
  await expect(page.locator("[data-notice]")).toContainText("Copy it onto the watch by USB");
});

test("a circuit is one repeat block, after its warm-up", async ({ app }) => {
  const { all } = await workoutOf(app, circuitOf("circuit001", "Rounds"));
  expect(all("workout_step").map(told)).toEqual([
    "20 s warm-up: Single-leg balance, eyes open",
    "20 s warm-up: Single-leg balance, eyes open",
    "30 s rest: Rest",
    "5 reps work: Deep squat, on the floor",
    "15 s rest: Rest",
    "6 reps work: Lunge, forward",
    "60 s rest: Round rest",
    "back to 3, 3 times",
  ]);
});

test("as many rounds as fit go back until their time is over, and a rest follows", async ({ app }) => {
  const item = (exercise, block) => ({ exercise, level: "base", targets: [5], rest: 15, block });
  const items = [item("deep-squat", 1), item("lunge", 1), item("lunge", 2)];
  const blocks = [{ key: 1, kind: "as-many-rounds", rounds: 1, rest: 30, clock: 600 }, { key: 2, kind: "main", rounds: 1, rest: 0 }];
  const { all } = await workoutOf(app, { id: "open000001", name: "Rounds", items, blocks });
  expect(all("workout_step").map(told)).toEqual([
    "5 reps work: Deep squat, on the floor",
    "5 reps work: Lunge, forward",
    "30 s rest: Round rest",
    "back to 0, for 600 s",
    "30 s rest: Rest",
    "5 reps work: Lunge, forward",
  ]);
});

test("a long name and a note of many letters are cut, not broken", async ({ app }) => {
  const { all } = await workoutOf(app, routineOf("long000001", "ü".repeat(60), ["lunge", "base", [15], 60]));
  expect(all("workout")[0].wkt_name).toBe("ü".repeat(60));
  expect(all("workout_step").map(told)).toEqual(["15 reps work: Lunge, forward"]);
});

test("a weight and a band are on the watch: the weight as a number, both in words", async ({ app }) => {
  const routine = routineOf("loads00001", "Loads", ["deep-squat", "base", [15], 45], ["lunge", "base", [15], 30], ["banded-glute-bridge", "base", [12], 30]);
  const loads = ["7.5 metric each-hand", "12.5 imperial hands", "band red"];
  routine.items.forEach((item, at) => (item.load = loads[at]));
  const { all } = await workoutOf(app, routine, 3);
  const [squat, , lunge, , bridge] = all("workout_step");
  expect(squat).toMatchObject({ exercise_weight: 750, weight_display_unit: 1 });
  expect(squat.notes).toMatch(/^2 × 7\.5 kg\. /);
  expect(lunge).toMatchObject({ exercise_weight: 567, weight_display_unit: 2 });
  expect(lunge.notes).toMatch(/^12.5 lb\. /);
  expect(bridge.notes).toMatch(/^Red band\. /);
  expect(bridge).not.toHaveProperty("exercise_weight");
});
