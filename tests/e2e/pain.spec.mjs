// A sore part of the body: what loads it is offered nowhere, leaves every plan, and comes back when it is better.
import { stopClock } from "./pages/clock.mjs";
import { Exercise } from "./pages/exercises.mjs";
import { Pain } from "./pages/pain.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { axe, expect, open, ready, test } from "./support/app.mjs";

const LOADS_KNEE = /Deep squat|Lunge|pistol|Monster walk|deadlift/;
const legs = routineOf("pain000001", "Legs", ["deep-squat", "base", [5, 5], 30], ["lunge", "base", [5], 30], ["deep-squat", "hard", [5], 30]);
const mixed = routineOf("pain000002", "Mixed", ["deep-squat", "base", [5], 30], ["banded-dead-bug", "base", [6], 30], ["lunge", "base", [5], 30]);

async function begin(app, routine) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, routine);
  return { player, page: player.page, pain: new Pain(player.page) };
}

// Several sessions and pages in one journey.
test.describe.configure({ timeout: 180_000 });

/** The exercises of the last session in the log. */
const trained = async (page) => [...new Set((await readLog(page)).at(-1)?.sets.map(({ exercise }) => exercise))];

for (const score of [5, 8]) {
  test(`the knee hurts, ${score} of 10: nothing that loads it is offered or left in the session`, async ({ app }) => {
    const { player, page, pain } = await begin(app, legs);
    await player.goOn((look) => look.phase === "rest");
    await player.expectSaved(1);
    await player.button("Something hurts").click();
    await pain.answer("Knee", score, "Left");
    const offered = await pain.dialog.getByRole("button", { name: /^(Instead|Make it easier)/ }).allTextContents();
    expect(offered.filter((words) => LOADS_KNEE.test(words) || words.startsWith("Make"))).toEqual([]);
    expect(offered).toContain("Instead: Single-leg balance");
    await expect(pain.dialog).toContainText("What loads your left knee stays out until you say it is better.");
    await pain.dialog.getByRole("button", { name: "Instead: Single-leg balance" }).click();
    await expect(player.title).toHaveText(/^Single-leg balance/);
    await expect(page.locator("[data-notice]")).toContainText(`Lunge and Deep squat stay out: they load your left knee, ${score} of 10 today.`);
    await expect(player.button("Back")).toBeDisabled();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("e");
    await expect(player.title).toHaveText(/^Single-leg balance/);
    await player.button("Change").click();
    const change = page.getByRole("dialog", { name: "Single-leg balance" });
    expect((await change.getByRole("button", { name: /^Instead/ }).allTextContents()).filter((words) => LOADS_KNEE.test(words))).toEqual([]);
    // At Hard the ground is firm; on a soft surface the knee is loaded.
    await change.getByRole("button", { name: /^Harder/ }).click();
    await player.button("Change").click();
    await expect(change.getByRole("button", { name: /^Harder/ })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await player.finish();
    await expect.poll(() => trained(page)).toEqual(["deep-squat", "single-leg-balance"]);
    await expect.poll(async () => (await readLog(page))[0]?.sets.filter(({ exercise }) => exercise === "deep-squat")).toHaveLength(1);
    await expect.poll(() => pain.kept()).toEqual([{ exercise: "deep-squat", part: "knee", score, answer: "swap", change: "", side: "left" }]);
  });
}

test("what was red stays out everywhere until it is better, and the app says so and why", async ({ app }) => {
  const { player, page, pain } = await begin(app, legs);
  await player.goOn((look) => look.phase === "reps");
  await player.pass(1);
  await player.button("Something hurts").click();
  await pain.answer("Knee", 8, "Left");
  await page.keyboard.press("Escape");
  // Nothing is left of the session, and nothing was done.
  await expect(page).toHaveURL(`${app.server.origin}/`);
  await expect(pain.sores).toContainText("Your left knee: 8 of 10 today.");
  await expect(page.locator(".hero-list"), "not suggested").not.toContainText(LOADS_KNEE);
  await expect(page.locator("section.others li", { hasText: "Body weight" }), "nor among the others").toHaveCount(0);

  // The day after, in a new page: said again, and Same keeps it.
  await page.clock.fastForward(20 * 3_600_000);
  await page.reload();
  await ready(page);
  await expect(pain.sores).toContainText("Your left knee: 8 of 10 yesterday.");
  await pain.sores.getByRole("button", { name: "Same" }).click();
  await expect(pain.sores).toHaveCount(1);
  await open(page, `${app.server.origin}/routines`);
  await expect(page.locator('[data-routine="body-weight"] [data-out]')).toContainText("Deep squat and Lunge stay out: they load your left knee, 8 of 10 yesterday.");
  await open(page, `${app.server.origin}/routines/body-weight`);
  await expect(pain.out).toContainText("Deep squat and Lunge stay out");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(pain.nothingLeft).toBeVisible();
  await expect(pain.nothingLeft.getByRole("button", { name: LOADS_KNEE })).toHaveCount(0);

  // In the builder it is a warning; a routine of which a part is left starts with that.
  await open(page, `${app.server.origin}/routines/pain000001`);
  await expect(pain.out).toContainText("Deep squat and Lunge stay out");
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(pain.nothingLeft).toBeVisible();
  await open(page, `${app.server.origin}/play/six-minutes`);
  await expect(pain.out).toContainText("Deep squat and Lunge stay out");
  await player.button("Start").click();
  await expect(player.title).toHaveText(/^Single-leg balance/);
  await expect(page.locator("[data-notice]")).toContainText("Deep squat and Lunge stay out");
  await player.button("Leave; what is done stays saved").click();

  // A single exercise is refused with the reason, and the way to say that it is better.
  await open(page, `${app.server.origin}/exercises/lunge`);
  await expect(pain.out).toContainText("Lunge stays out: it loads your left knee, 8 of 10 yesterday.");
  await expect(page.getByRole("button", { name: "Try now" })).toBeDisabled();
  await page.getByRole("button", { name: "It is better now" }).click();
  await expect(pain.out).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Try now" })).toBeEnabled();
  await open(page, `${app.server.origin}/`);
  await expect(pain.sores).toHaveCount(0);
  await expect.poll(async () => (await pain.kept()).map(({ change }) => change)).toEqual(["better"]);
});

test("worse stays out and is one for a professional, however little it was", async ({ app }) => {
  const { player, page, pain } = await begin(app, mixed);
  await player.goOn((look) => look.phase === "rest");
  await player.button("Something hurts").click();
  await pain.answer("Knee", 2);
  await pain.dialog.getByRole("button", { name: "Go on", exact: true }).click();
  await player.finish();
  await expect.poll(() => trained(page)).toEqual(["deep-squat", "banded-dead-bug", "lunge"]);
  await page.clock.fastForward(20 * 3_600_000);
  await open(page, `${app.server.origin}/play/pain000002`);
  await player.button("Start").click();
  const asked = page.locator("[data-asked=pain]");
  await expect(asked).toContainText("Last time your knee hurt: Deep squat, 2 of 10.");
  await asked.getByRole("button", { name: "Worse" }).click();
  await expect(page.locator("[data-notice=trouble]")).toContainText("It got worse. Show it to a health professional");
  await expect(player.title).toHaveText(/^Banded dead bug/);
  await player.resume();
  await player.finish();
  await expect.poll(() => trained(page)).toEqual(["banded-dead-bug"]);
  await open(page, `${app.server.origin}/`);
  await expect(pain.sores).toContainText("Your knee: worse today.");
});

test("better, said before a session, brings back what it would have left out", async ({ app }) => {
  const { player, page, pain } = await begin(app, mixed);
  await player.button("Something hurts").click();
  await pain.answer("Knee", 7, "Right");
  await page.keyboard.press("Escape");
  await expect(player.title).toHaveText(/^Banded dead bug/);
  await player.leaveButton.click();
  await page.getByRole("button", { name: "End here" }).click();
  await player.written();
  await page.clock.fastForward(20 * 3_600_000);
  await open(page, `${app.server.origin}/play/pain000002`);
  await player.button("Start").click();
  await expect(player.title).toHaveText(/^Banded dead bug/);
  const asked = page.locator("[data-asked=pain]");
  await expect(asked).toContainText("Last time your right knee hurt: Deep squat, 7 of 10.");
  await asked.getByRole("button", { name: "Better" }).click();
  await expect(player.title).toHaveText(/^Deep squat/);
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await player.written();
  await page.reload();
  await ready(page);
  await expect(player.title, "and it is kept").toHaveText(/^Deep squat/);
  await player.finish();
  await expect.poll(() => trained(page)).toEqual(["deep-squat", "banded-dead-bug", "lunge"]);
});

test("pain is told outside a session, and reaches the session that is open, in this tab and in another", async ({ app }) => {
  const { player, page, pain } = await begin(app, mixed);
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(1);
  await player.leaveButton.click();
  await pain.tell("Back or lower back", 4, "Both or middle");
  await expect(pain.sores).toContainText("Your back: 4 of 10 today.");
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(player.title).toHaveText(/^Banded dead bug/);
  await expect(player.button("Back"), "the squat stays out").toBeDisabled();

  // The other tab only watches the session, but knows what hurts.
  const other = await app.open("/");
  const there = new Pain(other);
  await expect(there.sores).toContainText("Your back: 4 of 10 today.");
  // A report is known by its moment, and the clock stands.
  await other.clock.runFor(1_000);
  await there.tell("Foot or ankle", 6);
  await expect(page.locator("[data-notice]").last()).toContainText("Banded dead bug and Lunge stay out: they load your foot or ankle, 6 of 10 today.");
  await player.expectPhase("finished");
  await expect.poll(() => trained(page)).toEqual(["deep-squat"]);
  await expect.poll(async () => (await pain.kept()).map(({ exercise, part, side }) => [exercise, part, side])).toEqual([
    ["", "back", "both"],
    ["", "foot", undefined],
  ]);
  await there.sores.filter({ hasText: "foot" }).getByRole("button", { name: "Better" }).click();
  await expect(there.sores).toHaveCount(1);
});

test("the exercise's page asks too, and the dialog says what stays out", async ({ app }) => {
  const page = await app.open("/exercises/supported-pistol-squat");
  const pain = new Pain(page);
  await pain.tellButton.click();
  await expect(pain.dialog).toContainText("not medical advice");
  await pain.dialog.getByRole("button", { name: "Shoulder, arm or hand", exact: true }).click();
  await expect(pain.dialog.getByRole("group", { name: "Which side?" })).toBeVisible();
  await pain.dialog.getByRole("button", { name: "Elsewhere", exact: true }).click();
  await expect(pain.dialog.getByRole("group", { name: "Which side?" }), "there are no sides elsewhere").toHaveCount(0);
  await pain.answer("Shoulder, arm or hand", 5, "Right");
  await expect(pain.dialog).toContainText("What loads your right shoulder, arm or hand stays out until you say it is better.");
  await expect(pain.dialog).toContainText("Supported pistol squat at Base");
  expect(await axe(page)).toEqual([]);
  await pain.dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByRole("button", { name: "Try now" }), "the straps are held").toBeDisabled();
  await new Exercise(page).level("hard").click();
  await expect(page.getByRole("button", { name: "Try now" }), "nothing is held").toBeEnabled();
});

test("place and side are chosen on the figure, and the list shows them", async ({ app }) => {
  const page = await app.open("/", { viewport: { width: 390, height: 844 } });
  const pain = new Pain(page);
  await pain.tellButton.click();
  const views = pain.dialog.locator(".body-chart svg");
  await expect(views).toHaveCount(2);
  await expect(views.first().locator("path.fig-skin").first()).toBeAttached();
  /** Taps the chart, in thousandths of the standing height: to the right of its middle, and up. */
  const tap = async (view, right, up) => {
    const { x, y } = await views.nth(view).evaluate((svg, [right, up]) => new DOMPoint(right, -up).matrixTransform(svg.getScreenCTM()), [right, up]);
    await page.mouse.click(x, y);
  };
  const pressed = () => pain.dialog.getByRole("button", { pressed: true }).allTextContents();
  const lit = (view) => views.nth(view).locator(".fig-sore");
  // From the front the right knee is to the left, from behind to the right.
  await tap(0, -85, 285);
  await expect.poll(pressed).toEqual(["Knee", "Right"]);
  await expect(lit(0)).toHaveAttribute("d", /^M/);
  await tap(0, 85, 285);
  await expect.poll(pressed).toEqual(["Knee", "Left"]);
  await tap(1, 85, 290);
  await expect.poll(pressed).toEqual(["Knee", "Right"]);
  await tap(1, 20, 640);
  await expect.poll(pressed).toEqual(["Back or lower back", "Both or middle"]);
  await expect(lit(0), "the back is behind").not.toHaveAttribute("d", /M/);
  await tap(1, -85, 30);
  await expect.poll(pressed).toEqual(["Foot or ankle", "Left"]);
  // The list lights the figure.
  await pain.dialog.getByRole("button", { name: "Thigh" }).click();
  const thigh = await lit(0).getAttribute("d");
  await pain.dialog.getByRole("button", { name: "Both or middle" }).click();
  await expect.poll(() => lit(0).getAttribute("d")).not.toBe(thigh);
  await tap(0, 85, 285);
  await pain.dialog.getByRole("button", { name: "4", exact: true }).click();
  await pain.dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(pain.sores).toContainText("Your left knee: 4 of 10 today.");
});

test("on a small phone the figure takes the place of the list, and nothing else moves", async ({ app }) => {
  const page = await app.open("/", { viewport: { width: 320, height: 568 } });
  const pain = new Pain(page);
  await pain.tellButton.click();
  const [chart, list] = [pain.dialog.locator(".body-chart"), pain.dialog.getByRole("button", { name: "Knee", exact: true })];
  await expect(chart).toBeHidden();
  const side = pain.dialog.getByRole("button", { name: "Left", exact: true });
  const before = await side.boundingBox();
  await pain.dialog.getByRole("button", { name: "On the figure" }).click();
  await expect(list).toBeHidden();
  await expect(chart.locator("path.fig-skin").first()).toBeVisible();
  expect(Math.abs((await side.boundingBox()).y - before.y)).toBeLessThan(2);
  const { x, y } = await chart.locator("svg").first().evaluate((svg) => new DOMPoint(85, -285).matrixTransform(svg.getScreenCTM()));
  await page.mouse.click(x, y);
  await expect(side).toHaveAttribute("aria-pressed", "true");
  await pain.dialog.getByRole("button", { name: "In the list" }).click();
  await expect(list).toHaveAttribute("aria-pressed", "true");
});

test("no answer moves a question, the scale is five bands in a row, and help is one line with more behind it", async ({ app }) => {
  const page = await app.open("/", { viewport: { width: 390, height: 844 } });
  const pain = new Pain(page);
  await pain.tellButton.click();
  const places = () =>
    pain.dialog.evaluate((dialog) => {
      dialog.scrollTo(0, 0);
      return Array.from(dialog.querySelectorAll("[data-warning], .body-chart, .chip"), (part) => {
        const { x, y } = part.getBoundingClientRect();
        const frame = dialog.getBoundingClientRect();
        return [Math.round(x - frame.x), Math.round(y - frame.y)];
      });
    });
  const before = await places();
  const chip = (name) => pain.dialog.getByRole("button", { name: String(name), exact: true });
  for (const name of ["Elsewhere", "Knee", 0, 4, 9]) {
    await chip(name).click();
    expect(await places(), String(name)).toEqual(before);
  }
  const bands = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9, 10]];
  const boxes = await Promise.all(bands.map((band) => Promise.all(band.map((score) => chip(score).boundingBox()))));
  const edges = boxes.map((band) => [Math.min(...band.map(({ x }) => x)), Math.max(...band.map(({ x, width }) => x + width))]);
  expect(edges.every(([left], at) => at === 0 || left >= edges[at - 1][1] - 1), JSON.stringify(edges)).toBe(true);
  expect(new Set(boxes.map(([first]) => Math.round(first.y))).size, "in one row").toBe(1);
  const help = pain.dialog.locator("[data-warning]");
  await expect(help).toContainText("This is not medical advice.");
  await expect(help.getByText(/chest pain/)).toBeHidden();
  await help.getByText("When to get help").click();
  await expect(help.getByText(/chest pain/)).toBeVisible();
  await expect(help.getByText(/hot, swollen calf/)).toBeVisible();
});

test("where everything loads what hurts there is rest, and a way back", async ({ app }) => {
  const page = await app.open("/");
  const pain = new Pain(page);
  await pain.tell("Hip or groin", 6);
  await expect(page.locator("[data-suggestion]")).toContainText("Rest today");
  await open(page, `${app.server.origin}/play/six-minutes`);
  await expect(pain.nothingLeft).toContainText("Rest today.");
  await expect(page.getByRole("button", { name: /^Start/ })).toHaveCount(0);
  await pain.nothingLeft.getByRole("button", { name: "Better" }).click();
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing where a part is sore, nor in the dialog, ${colorScheme}`, async ({ app }) => {
    const page = await app.open("/", { colorScheme });
    const pain = new Pain(page);
    await pain.tellButton.click();
    await pain.answer("Knee", 7, "Left");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(pain.sores).toHaveCount(1);
    for (const path of ["/", "/play/body-weight", "/exercises/lunge", "/routines"]) {
      await open(page, `${app.server.origin}${path}`);
      expect(await axe(page), path).toEqual([]);
    }
  });
}
