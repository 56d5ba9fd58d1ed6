// Flows, rounds, own exercises, made routines and sound files as people treat them: a translated page, a call in mid-set, a full
// store, a double tap, wrong input. Each test is about one kind, on several pages.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { hide, setClock, show } from "./pages/device.mjs";
import { translate } from "./pages/everyday.mjs";
import { button, heading, stored, withExercises, withStores } from "./pages/own.mjs";
import { Player } from "./pages/player.mjs";
import { flowRoutine, openRounds, readKeys, readLog, routineOf, withRoutine } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const ID = "own-wallsit1";
const WALL_SIT = { id: ID, name: "Wall sit", kind: "body-weight", sides: "both", measure: "seconds", sets: 2, amount: 20, rest: 10, rep: 3, edited: 1795000000000 };
const mine = routineOf("mine000001", "Mine", [ID, "base", [20], 10]);
const withOwn = withExercises([WALL_SIT], mine);
const name = (page) => page.getByLabel("Name", { exact: true });
const errors = (page) => page.locator(".field-error:not(:empty)");
const rows = (page) => page.locator(".planned > li[data-exercise]").evaluateAll((all) => all.map((row) => row.dataset.exercise));

for (const how of ["fonts", "gone"]) {
  test(`translated (texts ${how}), flows and rounds go on and ask, and the form and the made routine answer`, async ({ app }) => {
    test.setTimeout(120_000);
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const flow = await Player.of(app, flowRoutine("flow000001", "Flow"), "flow000001");
    await translate(flow.page, how);
    await flow.pass(12);
    for (const [seconds, digits, breath] of [[0, "5", "in"], [2, "5", "out"], [20, "1", "out"], [3, "5", "in"]]) {
      await flow.pass(seconds);
      await expect(flow.digits).toHaveText(digits);
      await expect(flow.page.locator(".player-sofar")).toHaveText(breath);
      await translate(flow.page, how);
    }
    if (how === "fonts") await expect(flow.side).toHaveText("Right");
    if (how === "fonts") await expect(flow.title).toHaveText("Single-leg balance");
    await flow.page.close();

    const rounds = await Player.of(app, openRounds("open000001", "Rounds", { clock: 60, rest: 0 }), "open000001");
    const place = rounds.page.locator(".player-place span").first();
    await expect(place, "a clock").toHaveAttribute("translate", "no");
    await translate(rounds.page, how);
    await rounds.pass(20);
    await expect(place).toHaveText("Round 1 · 0:50 left");
    await rounds.pass(51);
    await translate(rounds.page, how);
    await expect(rounds.page.locator(".player-about")).toHaveText(how === "fonts" ? "Time is up. How many did you do?" : "");
    await rounds.page.locator(".player-adjust").getByRole("button", { name: /^Less/ }).click();
    await expect(rounds.page.locator(".player-adjust output:visible")).toHaveText("Did 4");
    await rounds.primary.dblclick();
    await rounds.expectFinished();
    expect((await readLog(rounds.page))[0].sets.map(({ done }) => done)).toEqual([4]);

    const page = await open(rounds.page, `${app.server.origin}/own`);
    await translate(page, how);
    await page.locator('input[name="own-measure"][value="seconds"]').evaluate((radio) => radio.click());
    await expect(page.locator("label[for=own-amount]")).toHaveText("Seconds in each set");
    await page.locator(".own-ways button").click();
    await expect(errors(page)).toHaveText(["Give it a name."]);
    await translate(page, how);
    await page.locator("#own-name").fill("Dead hang");
    await expect(errors(page)).toHaveCount(0);
    // Sooner it would be the echo of the tap before.
    await page.clock.runFor(600);
    await page.locator(".own-ways button").click();
    await expect(heading(page).locator("bdi[translate=no]")).toHaveText("Dead hang");

    await open(page, `${app.server.origin}/made?min=12`);
    await translate(page, how);
    await page.locator("#made-time").selectOption("20");
    await expect(page.locator("[data-total]")).toHaveText(/^(19|20|21|22) min$/);
    const before = await rows(page);
    await translate(page, how);
    await page.locator("#made-another").click();
    await expect.poll(() => rows(page)).not.toEqual(before);
    await expect(page.locator("#made-another")).toHaveText("Another");
  });
}

test("a call of three minutes in a flow: nothing begins unseen, one sentence, and it is asked what was held", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.of(app, flowRoutine("flow000001", "Flow"), "flow000001");
  const { page } = player;
  await player.pass(20);
  await player.expectPhase("hold");
  await hide(page);
  await setClock(page, 180_000);
  await show(page);
  await player.expectPhase("wait");
  await expect(page.locator(".player-truth")).toHaveText(/^Hold ended 2:45 ago$/);
  await expect(player.title).toHaveText("Single-leg balance");
  await expect(page.locator("[data-asked=held]")).toContainText("Yes, 5 breaths");
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  for (const [width, height] of [[320, 568], [844, 390], [390, 844]]) {
    await page.setViewportSize({ width, height });
    await paint(page);
    expect(await page.locator("[data-asked=held]").evaluate(cutOff), `${width}×${height}, letters twice as large`).toEqual([]);
  }
  await page.reload();
  await ready(page);
  await player.expectPhase("wait");
  await expect(player.title).toHaveText("Single-leg balance");
  await player.primary.click();
  await player.pass(11);
  await player.expectPhase("hold");
  await expect(player.side).toHaveText("Right");
  await expect(player.digits).toHaveText("5");
  // The page dies between the two sides, and an hour is lost with it.
  await player.pass(30);
  await expect.poll(async () => (await player.look()).title).toBe("Deep squat");
  await player.written();
  await setClock(page, 3_600_000);
  await page.reload();
  await ready(page);
  await player.expectPhase("wait");
  await expect(player.title).toHaveText("Deep squat");
  await expect(page.locator(".player-truth")).toHaveText(/Did you finish it\?$/);
});

// Runs in the page: the texts of a question that do not fit into their box, or stick out of the question's place.
function cutOff(question) {
  const { left, right } = question.parentElement.getBoundingClientRect();
  const isCut = (part) => {
    const box = part.getBoundingClientRect();
    return part.scrollWidth > part.clientWidth + 1 || box.left < left - 1 || box.right > right + 1 || box.width < 48;
  };
  return [...question.querySelectorAll("p, button")].filter(isCut).map((part) => part.textContent);
}

// Runs in the page: the store refuses everything until `window.hasRoom()`.
function refuse() {
  const write = Storage.prototype.setItem;
  window.hasRoom = () => (Storage.prototype.setItem = write);
  Storage.prototype.setItem = () => {
    throw new DOMException("full on purpose", "QuotaExceededError");
  };
}

test("a full store takes no own exercise: the form stays as it was typed, also after a reload, and saves once there is room", async ({ app }) => {
  const page = await withStores(app, withOwn, `/own?for=${mine.id}`);
  await name(page).fill("Dead hang");
  await page.getByLabel("Cues").fill("Shoulders down\n".repeat(16) + "Breathe");
  await page.getByLabel("Sets", { exact: true }).focus();
  await expect.poll(async () => (await readKeys(page))["mainspring.unfinished"] ?? "").toContain("Breathe");
  await page.getByLabel("Cues").fill("Shoulders down\nBreathe");
  await page.getByLabel("Sets", { exact: true }).focus();
  await expect.poll(async () => (await readKeys(page))["mainspring.unfinished"] ?? "").toContain('down\\nBreathe');
  await page.evaluate(refuse);
  await button(page, "Save").click();
  await expect(page.locator("[data-notice=trouble]")).toContainText("Not saved. The browser's storage is full.");
  await expect(name(page)).toHaveValue("Dead hang");
  await page.reload();
  await ready(page);
  await expect(name(page)).toHaveValue("Dead hang");
  await page.evaluate(refuse);
  await button(page, "Save").click();
  await expect(page.locator("[data-notice=trouble]")).toHaveCount(1);
  await page.evaluate(() => window.hasRoom());
  await button(page, "Save").click();
  await expect(page.locator(".builder")).toBeVisible();
  expect((await stored(page)).map((own) => own.name)).toEqual(["Wall sit", "Dead hang"]);
  await expect.poll(async () => (await new Builder(page).order()).length, "added once").toBe(2);
  await expect.poll(async () => (await readKeys(page))["mainspring.unfinished"] ?? "").not.toContain("Dead hang");
});

test("a store that takes an own exercise and keeps none is caught: nothing is called saved, and the form stays", async ({ app }) => {
  const page = await withStores(app, withOwn, "/own");
  await name(page).fill("Dead hang");
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    window.keepAgain = () => (Storage.prototype.setItem = setItem);
    Storage.prototype.setItem = function (key, value) {
      if (!/exercises|routines/.test(key)) setItem.call(this, key, value);
    };
  });
  await button(page, "Save").click();
  await expect(page.locator("[data-notice=trouble]")).toContainText("Not saved. The browser does not let this page store anything.");
  await expect(name(page)).toHaveValue("Dead hang");
  await page.evaluate(() => window.keepAgain());
  // Sooner it would be the second tap of two.
  await page.waitForTimeout(700);
  await button(page, "Save").click();
  await expect(page.locator(".own-exercise h1")).toHaveText("Dead hang");
  expect((await stored(page)).map((own) => own.name)).toEqual(["Wall sit", "Dead hang"]);
});

test("two tabs edit one own exercise: both edits are there, and of one thing the later one says what it replaces", async ({ app }) => {
  const first = await withStores(app, withOwn, `/own?id=${ID}`);
  const second = await app.open(`/own?id=${ID}`);
  await name(first).fill("Low wall sit");
  await button(first, "Save").click();
  await expect(heading(first)).toHaveText("Low wall sit");
  await second.getByLabel("Seconds in each set").fill("45");
  await button(second, "Save").click();
  await expect(heading(second)).toHaveText("Low wall sit");
  const [own] = await stored(second);
  expect([own.name, own.amount]).toEqual(["Low wall sit", 45]);
  const third = await app.open(`/own?id=${ID}`);
  await open(second, `${app.server.origin}/own?id=${ID}`);
  await name(second).fill("Wall sit, low");
  await button(second, "Save").click();
  await expect(heading(second)).toHaveText("Wall sit, low");
  await name(third).fill("Sit on a wall");
  await button(third, "Save").click();
  await expect(third.locator("[data-notice]", { hasText: "Another tab had changed" })).toBeVisible();
  await expect(heading(second)).toHaveText("Sit on a wall");
});

test("a double tap is one tap: Save, Another, Never this one, a shorter routine, the sound file", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await withStores(app, withOwn, "/own");
  const settled = () => page.waitForTimeout(700);
  await name(page).fill("Dead hang");
  // On the page of the exercise, which is there by the second tap, another button is at this place.
  await button(page, "Save").dblclick({ delay: 60 });
  await settled();
  await expect(page.locator(".own-exercise h1")).toHaveText("Dead hang");
  await open(page, `${app.server.origin}/own?for=${mine.id}`);
  await name(page).fill("Row");
  await button(page, "Save").evaluate((save) => (save.click(), save.click()));
  await expect(page.locator(".builder")).toBeVisible();
  expect(await new Builder(page).order()).toEqual([ID, (await stored(page))[2].id]);

  await open(page, `${app.server.origin}/made?min=20`);
  await button(page, "Another").dblclick();
  await expect(page).toHaveURL(/no=1$/);
  const never = page.getByRole("button", { name: /^Never this one/ });
  await never.first().dblclick();
  await settled();
  expect(JSON.parse((await readKeys(page))["mainspring.settings"]).banned).toHaveLength(1);
  await button(page, "Save to my routines").dblclick();
  await expect(page.locator(".builder")).toBeVisible();
  await settled();
  expect(JSON.parse((await readKeys(page))["mainspring.routines"]).routines).toHaveLength(2);

  let files = 0;
  page.on("download", () => (files += 1));
  await open(page, `${app.server.origin}/routines/${mine.id}`);
  await button(page, "Sound file").dblclick();
  await expect(page.locator("[data-notice]", { hasText: "Saved as a sound file" })).toHaveCount(1);
  await settled();
  expect(files).toBe(1);

  await open(page, `${app.server.origin}/routines/six-minutes`);
  await page.getByLabel("I have less time").selectOption("4");
  await page.locator(".less-time").getByRole("button", { name: "Start" }).dblclick();
  await settled();
  expect(await new Player(page).look()).toMatchObject({ phase: "ready", saved: 0 });
});

const LONG = "W".repeat(5000);
// The field, the text in it, and what the form says.
const WRONG = [
  ["own-name", "", "Give it a name."],
  ["own-name", "\u200b \n", "Give it a name."],
  ["own-name", LONG, "A name has 40 characters at most."],
  ...["", "letters", "0", "-3", "1000000000", "7,5", "😀", "1\n2", LONG].map((text) => ["own-sets-number", text, "A number from 1 to 10."]),
  ...["", "0", "-3", "1000", "7.5"].map((text) => ["own-amount", text, "A number from 1 to 999."]),
  ...["", "601", "7,5"].map((text) => ["own-rest", text, "A number from 0 to 600."]),
  ...["", "0", "61"].map((text) => ["own-rep", text, "A number from 1 to 60."]),
  ["own-cues", "1\n2\n3\n4\n5\n6", "Five cues at most."],
  ["own-cues", LONG, "A cue has 120 characters at most."],
];

test("wrong input in the form: a sentence for each, nothing cut off, nothing saved; and what can be read is", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await app.open("/own?q=Dead%20hang");
  for (const [id, text, sentence] of WRONG) {
    const field = page.locator(`#${id}`);
    const right = await field.inputValue();
    await field.fill("");
    await field.evaluate((field, text) => (field.focus(), document.execCommand("insertText", false, text)), text);
    const typed = await field.inputValue();
    if (text === LONG) expect(typed, id).toBe(LONG);
    await page.locator("form").evaluate((form) => form.requestSubmit());
    await expect(errors(page), `${id}: ${text.slice(0, 20)}`).toHaveText([sentence]);
    await expect(field).toBeFocused();
    await expect(field, "as it was typed").toHaveValue(typed);
    await field.fill(right);
  }
  expect(await stored(page)).toEqual([]);
  await open(page, `${app.server.origin}/own`);
  await name(page).evaluate((field) => (field.focus(), document.execCommand("insertText", false, "Wall\u0007 sit\u0000")));
  await page.getByLabel("Cues").evaluate((field) => (field.focus(), document.execCommand("insertText", false, "Back\u0002 flat")));
  await button(page, "Save").click();
  await expect(heading(page)).toHaveText("Wall sit");
  expect(await stored(page)).toMatchObject([{ name: "Wall sit", cues: ["Back flat"] }]);
  // More than an exercise can have is no dose.
  await open(page, `${app.server.origin}/own?q=${encodeURIComponent("wall sit 20 min")}`);
  await expect(name(page)).toHaveValue("Wall sit 20 min");
});

test("sound files of odd names and lengths: each is made, or says why not; leaving the page ends it", async ({ app }) => {
  test.setTimeout(120_000);
  const own = { ...WALL_SIT, name: "Ж" };
  for (const [title, file] of [["2026", "mainspring-2026.wav"], ["🏃‍♀️", /^mainspring.*\.wav$/], ["Ж", /^mainspring.*\.wav$/]]) {
    const page = await withStores(app, { keys: { ...withOwn.keys, "mainspring.routines": JSON.stringify({ v: 1, routines: [{ ...mine, name: title }] }), "mainspring.exercises": JSON.stringify({ v: 1, exercises: [own] }) } }, `/routines/${mine.id}`);
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Sound file").click()]);
    expect(download.suggestedFilename()).toMatch(file);
    await page.close();
  }
  const long = routineOf("long000001", "Long", ["single-leg-balance", "base", Array(8).fill(300), 30]);
  const hours = await withStores(app, withRoutine(long), "/routines/long000001");
  await expect(hours.locator("#sound-how")).toContainText(/8\d min, about 1\d\d MB/);
  const page = await withStores(app, withRoutine(routineOf("short00001", "Short", ["single-leg-balance", "base", [400], 30])), "/routines/short00001");
  let files = 0;
  page.on("download", () => (files += 1));
  // A click of the test's own would come too late.
  await page.evaluate(async () => {
    [...document.querySelectorAll("button")].find((way) => way.textContent.trim() === "Sound file").click();
    while (!document.querySelector("progress")) await new Promise(requestAnimationFrame);
    document.querySelector('nav a[href$="/exercises"]').click();
  });
  await expect(heading(page)).toHaveText("Exercises");
  await page.goBack();
  await expect(button(page, "Sound file")).toBeVisible();
  await expect(page.getByRole("progressbar", { name: /^Making/ })).toHaveCount(0);
  await page.waitForTimeout(4000);
  expect(files).toBe(0);
});
