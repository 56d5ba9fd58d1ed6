// What the runner can say in mid-session: something hurts, easier or harder, another exercise, what was done and left.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { countSets, readJournal, readKeys, readLog, routineOf } from "./pages/stores.mjs";
import { axe, expect, test } from "./support/app.mjs";

const mixed = routineOf("care000001", "Care", ["deep-squat", "hard", [5, 5], 30], ["lunge", "base", [5], 30], ["deep-squat", "hard", [5], 30]);

async function begin(app, routine = mixed) {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  return Player.begin(app, routine);
}

/** Waits until a choice that is not the usual one is in the store: the next page reads it there. */
const expectChoice = (page, name) => expect.poll(async () => (await readKeys(page))["mainspring.settings"] ?? "").toContain(name);

const dialog = (page) => page.getByRole("dialog", { name: "Something hurts" });

// What the lunge at Base spares, and the deep squat does not.
const BACK = "Back or lower back";

async function tell(page, part, score) {
  await dialog(page).getByRole("button", { name: part, exact: true }).click();
  await dialog(page).getByRole("button", { name: String(score), exact: true }).click();
}

test("something hurts: the session stands at once, in every phase, and 6 and more ends the exercise for today", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  const hurts = player.button("Something hurts");
  for (const phase of ["ready", "reps", "rest"]) {
    await player.goOn((look) => look.phase === phase);
    await player.pass(1);
    // Sooner than any paint: before the tap's own task is over.
    const stood = await hurts.evaluate(async (button) => {
      button.click();
      for (let turn = 0; turn < 20; turn += 1) await null;
      return document.querySelector("main.player").dataset.paused;
    });
    expect(stood, phase).toBe("true");
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect.poll(async () => (await player.look()).paused, { message: "nobody said to go on" }).toBe(true);
    await player.resume();
  }
  await hurts.click();
  await expect(dialog(page).getByText("not medical advice")).toBeVisible();
  await tell(page, BACK, 7);
  await expect(dialog(page).getByRole("button", { name: "Go on", exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(player.title).toHaveText(/^Lunge/);
  await expect(page.locator("[data-notice]")).toContainText("Deep squat stays out: it loads your back, 7 of 10 today.");
  await expect.poll(async () => (await player.look()).paused, { message: "closed without an answer: nothing goes on by itself" }).toBe(true);
  await player.resume();
  await player.finish();
  const [session] = await readLog(page);
  expect([...new Set(session.sets.slice(1).map(({ exercise }) => exercise))], "no squat after it hurt").toEqual(["lunge"]);

  const again = await app.open("/play/deep-squat?level=hard");
  await expect(again.getByText(/Deep squat stays out: it loads your back/)).toBeVisible();
  await expect(again.getByRole("button", { name: "Start", exact: true })).toHaveCount(0);
});

test("a page that dies before the answer keeps the report without one, and what loads the part leaves the session", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn((look) => look.phase === "reps");
  await player.pass(1);
  await player.button("Something hurts").click();
  await tell(page, BACK, 7);
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("mainspring.pain") ?? '{"r":[]}').r.map((report) => report.slice(4, 7)));
  await expect.poll(kept).toEqual([["back", 7, ""]]);
  await page.reload();
  await expect(page.getByText(/Deep squat stays out: it loads your back/)).toHaveCount(1);
  await expect(player.title).toHaveText(/^Lunge/);
  await player.resume();
  await player.finish();
  await expect.poll(() => kept()).toEqual([["back", 7, ""]]);
  await expect.poll(async () => (await readLog(page))[0]?.sets.map(({ exercise }) => exercise)).toEqual(["lunge"]);
});

test("from 6 on the move does not come again, neither back nor later nor in another's place", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(1);
  await player.button("Something hurts").click();
  await tell(page, BACK, 8);
  await dialog(page).getByRole("button", { name: /^Instead: / }).first().click();
  await expect(player.title).not.toHaveText(/^Deep squat/);
  await expect(player.button("Back")).toBeDisabled();
  await page.keyboard.press("ArrowLeft");
  await expect(player.title).not.toHaveText(/^Deep squat/);
  await player.button("Change").click();
  await expect(page.getByRole("dialog").getByRole("button", { name: /Deep squat/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await player.finish();
  const [session] = await readLog(page);
  expect(session.sets.slice(1).filter(({ exercise }) => exercise === "deep-squat")).toEqual([]);
  expect(session.sets.map(({ exercise }) => exercise)).toContain("lunge");
});

test("up to 3 goes on, 4 and 5 ask for something easier, and the next session asks how it is", async ({ app }) => {
  // Of the three only the dead bug, and the balance on firm ground, spare the knee.
  const routine = routineOf("care000006", "Easier", ["single-leg-balance", "harder", [20], 30], ["lunge", "base", [5], 30], ["banded-dead-bug", "base", [5], 30]);
  const player = await begin(app, routine);
  const { page } = player;
  await player.goOn((look) => look.phase === "hold");
  await player.pass(1);
  await player.button("Something hurts").click();
  await tell(page, "Hip or groin", 2);
  await dialog(page).getByRole("button", { name: "Go on", exact: true }).click();
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await player.button("Something hurts").click();
  await tell(page, "Knee", 5);
  await expect(dialog(page).getByRole("button", { name: "Go on", exact: true })).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Make it easier" }).click();
  await expect(player.main).toHaveAttribute("data-paused", "false");
  // On a small screen the notice takes the place of the line with the level.
  await expect(player.main).toContainText("Hard · Eyes closed");
  await expect(page.locator("[data-notice]")).toContainText("Lunge stays out: it loads your knee, 5 of 10 today.");
  await player.finish();
  await expect.poll(async () => (await readLog(page)).length).toBe(1);
  const trained = (await readLog(page))[0]?.sets.map(({ exercise, level }) => `${exercise} ${level}`);
  expect(new Set(trained)).toEqual(new Set(["single-leg-balance h", "banded-dead-bug b"]));

  await page.goto(page.url());
  await player.button("Start").click();
  await expect(page.locator("[data-asked=pain]")).toContainText(/Last time your knee hurt: Single-leg balance, 5 of 10/);
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await player.resume();
  await expect(page.locator("[data-asked=pain]"), "still getting ready").toBeVisible();
  await player.goOn((look) => look.phase === "reps");
  await expect(page.locator("[data-asked=pain]"), "passed over").toHaveCount(0);
  await player.leaveButton.click();
  await page.goto(new URL("/play/lunge", page.url()).href);
  await expect(page.locator("[data-nothing-left]"), "and asked again").toContainText("Your knee: 5 of 10 today.");
  await expect(player.button("Start")).toHaveCount(0);
  await page.getByRole("button", { name: "Better", exact: true }).click();
  await player.button("Start").click();
  await player.expectPhase("ready");
  await expect(page.locator("[data-asked=pain]")).toHaveCount(0);
});

test("level, exercise and side change in mid-session, and survive the page", async ({ app }) => {
  const player = await begin(app, routineOf("care000002", "Change", ["single-leg-balance", "base", [20, 20], 30]));
  const { page } = player;
  const change = async (name) => {
    await player.button("Change").click();
    await page.getByRole("dialog").getByRole("button", { name }).click();
  };
  await change("Start with the left leg");
  await expect(player.side).toHaveText("Left");
  await change(/^Harder/);
  await expect(page.locator("#main").getByText("Hard · Eyes closed")).toBeVisible();
  await player.written();
  await page.reload();
  await expect(page.locator("#main").getByText("Hard · Eyes closed")).toBeVisible();
  await expect(player.side).toHaveText("Left");
  await player.button("Change").click();
  const instead = page.getByRole("dialog").getByRole("button", { name: /^Instead: / }).first();
  const name = (await instead.textContent()).replace("Instead: ", "");
  await instead.click();
  await expect(player.title).toContainText(name);
});

test("Change offers what is possible with the exercise at hand, not with the first one", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn((look) => look.title.startsWith("Lunge"));
  await player.button("Change").click();
  const change = page.getByRole("dialog", { name: "Lunge" });
  await expect(change.getByRole("button", { name: "Harder: Four-way lunge" })).toBeVisible();
  await expect(change.getByRole("button", { name: /^Easier/ })).toHaveCount(0);
  await change.getByRole("button", { name: "Skip it today" }).click();
  await expect(player.title).toHaveText(/^Deep squat/);
  await player.finish();
  await expect.poll(async () => (await readLog(page))[0]?.sets.map(({ exercise }) => exercise)).not.toContain("lunge");
});

test("in a rest it is the exercise just done that hurts, unless the runner says that it is the next", async ({ app }) => {
  const player = await begin(app, routineOf("care000004", "Two", ["deep-squat", "base", [5], 30], ["lunge", "base", [5], 30]));
  const { page } = player;
  const pains = () => page.evaluate(() => JSON.parse(localStorage.getItem("mainspring.pain") ?? '{"r":[]}').r.map((report) => report[2]));
  await player.goOn((look) => look.phase === "rest");
  await player.button("Something hurts").click();
  await tell(page, BACK, 8);
  await expect(dialog(page)).toContainText("Deep squat");
  await expect(dialog(page).getByRole("button", { name: /^Instead/ })).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Skip it today" }).click();
  await expect.poll(pains).toEqual(["deep-squat"]);
  await expect(player.title, "the next one is as it was").toHaveText(/^Lunge/);
  await player.button("Something hurts").click();
  await dialog(page).getByRole("button", { name: "Lunge", exact: true }).click();
  await tell(page, "Hip or groin", 8);
  await dialog(page).getByRole("button", { name: "Skip it today" }).click();
  await expect.poll(pains).toEqual(["deep-squat", "lunge"]);
  await player.expectPhase("finished");
});

test("a set that was gone back over is kept: skipped, it is as it was, and saved counts it once", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn((look) => look.phase === "rest" && look.saved === 1);
  await player.button("Back").dblclick();
  await player.expectPhase("ready");
  await expect(player.title).toHaveText(/^Deep squat/);
  const saved = async () => countSets(await readJournal(page));
  await expect.poll(async () => Object.values(await saved())).toEqual([1]);
  await player.pass(1);
  await player.press();
  await player.next();
  await player.expectSaved(1);
  await player.pass(1);
  await player.button("Back").click();
  await page.getByRole("button", { name: "Keep the set as it was" }).click();
  await player.expectPhase("rest");
  await player.expectSaved(1);
  await player.pass(1);
  await player.button("Back").click();
  await page.reload();
  await player.expectSaved(1);
  await expect.poll(async () => Object.values(await saved()), { message: "nor does a page that dies take it away" }).toEqual([1]);
  await player.resume();
  await player.finish();
  await expect.poll(async () => (await readLog(page))[0]?.sets.length).toBe(4);
});

test("the last set is corrected at the finish", async ({ app }) => {
  const player = await begin(app, routineOf("care000005", "Last", ["deep-squat", "base", [5], 30]));
  const { page } = player;
  await player.finish();
  await page.getByRole("button", { name: "Less: done in the last set" }).click();
  await expect(player.main).toContainText("Did 4");
  await expect.poll(async () => (await readLog(page))[0]?.sets.map((set) => set.done)).toEqual([4]);
});

test("what was done is corrected in the rest, what was left is told in one tap, and the finish takes a note", async ({ app }) => {
  const player = await begin(app, routineOf("care000003", "Told", ["deep-squat", "base", [5], 30], ["lunge", "base", [15], 30]));
  const { page } = player;
  await player.goOn((look) => look.phase === "rest");
  await page.getByRole("button", { name: "Less: done in the set before" }).click();
  const asked = page.locator("[data-asked=reserve]");
  await expect(asked).toContainText("How many more could you do?");
  await asked.getByRole("button", { name: "3", exact: true }).click();
  await expect(asked).toHaveCount(0);
  await player.finish();
  await expect(asked).toContainText("Could you do 3 more?");
  await asked.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("textbox", { name: "A note" }).fill("Left foot slipped.");
  await page.getByRole("button", { name: "Just right", exact: true }).click();
  await page.getByRole("link", { name: "See every set" }).click();
  await expect(page.getByRole("textbox", { name: "A note" })).toHaveValue("Left foot slipped.");
  const month = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("mainspring.log:"))[1]);
  expect(month).toMatch(/n5\/4\+\d+~3/);
  expect(month).toMatch(/n15\+\d+~3/);
});

test("single keys work the player, and can be turned off", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  await player.goOn((look) => look.phase === "reps");
  await page.locator("main.player").focus();
  await page.keyboard.press("+");
  await expect(page.getByText("Did 6")).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.locator("#main").getByText("Base · On the floor")).toBeVisible();
  await page.keyboard.press("h");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await player.resume();
  await page.goto(new URL("/settings", page.url()).href);
  await page.getByRole("checkbox", { name: /shortcuts/i }).uncheck();
  await expectChoice(page, "shortcuts");
  await page.goBack();
  await page.locator("main.player").focus();
  // It stands, because she was elsewhere.
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await page.keyboard.press("Space");
  await page.keyboard.press("h");
  await player.pass(1);
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await expect(dialog(page)).toBeHidden();
});

test("big digits hide the figure, and wait for me moves nothing by itself", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  const small = await player.digits.evaluate((digits) => digits.getBoundingClientRect().height);
  await player.button("Change").click();
  await page.getByRole("checkbox", { name: "Big digits" }).check();
  await page.getByRole("checkbox", { name: "I start each set myself" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await expect(page.locator(".player-figure")).toHaveCount(0);
  expect(await player.digits.evaluate((digits) => digits.getBoundingClientRect().height)).toBeGreaterThan(small);
  await player.pass(60);
  await player.expectPhase("wait");
  await player.pass(600);
  await player.expectPhase("wait");
  await player.press();
  await player.expectPhase("reps");
});

test("a flash stands for each beep where it is wanted, and only there", async ({ app }) => {
  const player = await begin(app);
  const { page } = player;
  const flash = page.locator(".player-flash");
  await player.pass(8.2);
  await expect(flash).not.toHaveAttribute("data-flash");
  await page.goto(new URL("/settings", page.url()).href);
  await page.getByRole("checkbox", { name: "Flash the screen" }).check();
  await expectChoice(page, "flash");
  await page.goBack();
  await player.resume();
  await player.goOn((look) => look.phase === "reps");
  await expect(flash).toHaveAttribute("data-flash", /^(odd|even)$/);
});

test("the side that begins is the runner's choice, and then the one that did less", async ({ app }) => {
  const holds = routineOf("care000004", "Sides", ["single-leg-balance", "base", [20], 30]);
  const player = await begin(app, holds);
  const { page } = player;
  await expect(player.side).toHaveText("Right");
  await player.goOn((look) => look.phase === "hold");
  await player.pass(9);
  await player.button("End set").click();
  await player.goOn((look) => look.phase === "hold" && look.side === "Left");
  await player.finish();
  await expect.poll(async () => (await readLog(page)).length).toBe(1);
  await page.goto(new URL("/settings", page.url()).href);
  await page.locator("label").filter({ hasText: /^Left$/ }).first().click();
  await page.goto(new URL("/play/care000004", page.url()).href);
  await player.button("Start").click();
  await expect(player.side, "the right held 9 of 20 s").toHaveText("Right");
  await page.goto(new URL("/play/single-leg-deadlift", page.url()).href);
  await player.button("Start").click();
  await expect(player.side, "never done before").toHaveText("Left");
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the two dialogs, ${colorScheme}`, async ({ app }) => {
    const page = await app.open("/play/deep-squat?level=hard", { colorScheme });
    const player = new Player(page);
    await player.button("Start").click();
    await player.button("Change").click();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await player.button("Something hurts").click();
    await tell(page, "Knee", 4);
    expect(await axe(page)).toEqual([]);
  });
}
