// Faults that people meet with such apps day by day: a translated page, a page left open over night, a double tap, words said
// twice, names that nobody can read. Each test is about the kind, on several pages.
import { NOW, stopClock } from "./pages/clock.mjs";
import { hide, setClock, show } from "./pages/device.mjs";
import { hear, runsRight, translate, words } from "./pages/everyday.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const DAY = 86_400_000;
const mixed = routineOf("mixed00001", "Mixed", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]);
const squats = routineOf("squats0001", "Squats", ["deep-squat", "base", [5, 5, 5, 5], 30]);
const hold = routineOf("hold000001", "Hold", ["single-leg-balance", "base", [60], 30]);

for (const how of ["fonts", "gone"]) {
  test(`fault F1: translated (texts ${how}), the player goes on saying what is so`, async ({ app }) => {
    await stopClock(await app.launch());
    const player = await Player.begin(app, mixed);
    const { page } = player;
    expect(await translate(page, how)).toBeGreaterThan(5);
    await player.pass(3);
    await expect(player.digits).toHaveText("7");
    for (const [phase, word, large, task] of [
      ["hold", "Hold", "Pause", "Now"],
      ["switch", "Other side", "Begin now", ""],
      ["hold", "Hold", "Pause", "Now"],
      ["rest", "Rest", "Start now", "Next"],
      ["reps", "Work", "Done", "Now"],
    ]) {
      await player.next();
      await player.expectPhase(phase);
      await expect(page.locator("#phase")).toHaveText(word);
      await expect(player.primary).toHaveText(large);
      // What was taken out and has not changed since stays out.
      if (task && how === "fonts") await expect(page.locator(".player-task .eyebrow")).toHaveText(task);
      await translate(page, how);
    }
    if (how === "fonts") {
      await expect(player.title).toContainText("Deep squat");
      await expect(page.locator(".player-place span").first()).toHaveText(/^2 of 3 · /);
    }
    await player.finish();
    await expect(page.locator(".player-phase")).toHaveText("Done and saved");
  });
}

test("fault F1: translated, lists and regions go on changing, and nothing throws", async ({ app }) => {
  const page = await plainPage(app);
  await writeStores(page, withRoutine(squats));
  const sets = page.locator("output").first();
  for (const how of ["gone", "fonts"]) {
    await open(page, `${app.server.origin}/routines/${squats.id}`);
    await page.getByRole("button", { name: "Change Deep squat" }).click();
    await translate(page, how);
    await page.getByRole("button", { name: "Less: Sets of Deep squat" }).click();
    await expect(sets).toHaveText("3");
    await expect(page.locator("[data-dose]").first()).toHaveText("3 × 5 reps");
    await expect(page.locator("[data-kept]")).toHaveText("Saved");
    await page.locator(".builder-hints button").click();
    await expect(sets).toHaveText("4");
    await expect(page.locator("[data-dose]").first()).toHaveText("4 × 5 reps");
  }
  // A row that goes, what stands in its place, and the row back again.
  await page.locator(".build-remove").click();
  await expect(page.locator(".build-gone")).toContainText("Deep squat removed");
  await translate(page);
  await page.locator("#undo-removal").click();
  await expect(page.locator("li.build-row")).toHaveCount(1);
  // Other pages by the app itself: everything that was translated goes, and what narrows a list goes on doing so.
  await page.getByRole("link", { name: "Exercises", exact: true }).click();
  const count = page.locator("[role=status][data-count]");
  await expect(count).toHaveText(/^\d+ exercises$/);
  await translate(page);
  await page.getByRole("searchbox").fill("deadlift");
  await expect(count).toHaveText("1 exercise");
  await expect(page.locator(".cards li")).toHaveCount(1);
  await page.getByRole("searchbox").fill("nothing at all");
  await expect(count).toHaveText("0 exercises");
  await translate(page);
  await page.getByRole("searchbox").fill("");
  await expect(count).toHaveText(/^\d\d? exercises$/);
  await expect(page.locator(".build-rows")).toHaveCount(0);
});

test("fault F1: digits and names say that they are not to be translated", async ({ app }) => {
  await stopClock(await app.launch());
  const player = await Player.begin(app, mixed);
  await expect(player.digits).toHaveAttribute("translate", "no");
  await player.leaveButton.click();
  await expect(player.page.locator("#resume bdi[translate=no]")).toHaveText("Mixed");
  await open(player.page, `${app.server.origin}/routines`);
  await expect(player.page.locator("h3 bdi[translate=no]").first()).toHaveText("Mixed");
  await open(player.page, `${app.server.origin}/routines/${mixed.id}`);
  await expect(player.page.locator("h1 bdi[translate=no]")).toHaveText("Mixed");
});

test("fault F2: left open over night, every page that says a day says the new one on return", async ({ app }) => {
  test.setTimeout(120_000);
  const context = await app.launch();
  const stores = withLog([{ started: NOW - 600_000, from: squats.id, name: "Squats" }], withRoutine(squats));
  const plain = await plainPage(app);
  await writeStores(plain, stores);
  await stopClock(context);
  for (const [path, later] of [["/", DAY], ["/progress", DAY], ["/plan", DAY], ["/exercises/deep-squat", DAY], ["/", 22 * DAY]]) {
    const page = await open(await context.newPage(), app.server.origin + path);
    await expect.poll(() => words(page)).not.toBe("");
    await page.clock.runFor(300);
    const before = await words(page);
    await hide(page);
    await setClock(page, later);
    await show(page);
    await page.clock.runFor(300);
    const fresh = await open(await context.newPage(), app.server.origin + path);
    await fresh.clock.runFor(300);
    const right = await words(fresh);
    expect(right, `${path}: nothing there says a day`).not.toBe(before);
    await expect.poll(() => words(page), path).toBe(right);
    await setClock(page, -later);
    await page.close();
    await fresh.close();
  }
});

test("fault F2: at midnight in sight it is the next day, and the page waits for nothing while it is hidden", async ({ app }) => {
  const context = await app.launch({ timezoneId: "Asia/Kolkata" });
  // 18:29:30 in Greenwich is half a minute before midnight in Kolkata.
  await stopClock(context, Date.UTC(2026, 10, 22, 18, 29, 30));
  const page = await open(await context.newPage(), app.server.origin);
  await expect(page.locator("main")).toContainText("Sunday 22 November");
  await page.clock.runFor(29_000);
  await expect(page.locator("main")).toContainText("Sunday 22 November");
  await page.clock.runFor(2_000);
  await expect(page.locator("main")).toContainText("Monday 23 November");
  await expect(page.locator("[aria-current=date]")).toContainText("23");
});

/** Taps twice, as fast as a finger does. */
const twice = (button) => button.dblclick({ delay: 20 });

test("fault F13: a double tap is one tap on every button that moves the session", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await plainPage(app);
  await writeStores(page, withRoutine(squats));
  await open(page, `${app.server.origin}/play/${squats.id}`);
  const player = new Player(page);
  const place = async (words) => expect(page.locator(".player-place span").first()).toHaveText(new RegExp(`^${words} `));
  const settled = () => page.waitForTimeout(700);
  await twice(player.button("Start"));
  await settled();
  await player.expectPhase("ready");
  await place("1 of 4");
  await twice(player.button("Skip"));
  await settled();
  await place("2 of 4");
  await twice(player.button("Skip"));
  await settled();
  await place("3 of 4");
  await twice(player.button("Back"));
  await settled();
  await place("2 of 4");
  await twice(player.button("Pause"));
  await settled();
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await twice(player.primary);
  await settled();
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await player.expectPhase("ready");
  // What lies under the dialog gets nothing of the second tap.
  await player.button("Change").click();
  await settled();
  await twice(page.locator("dialog#change").getByRole("button", { name: /^Harder/ }));
  await settled();
  await expect(page.locator(".player-task")).toContainText("Hard ·");
  const [at, of] = (await player.look()).place.match(/\d+/g).map(Number);
  expect(at, "no set is skipped, none done").toBe(2);
  // A key held down on a button.
  await player.button("Skip").focus();
  await page.keyboard.down("Enter");
  for (let count = 0; count < 12; count += 1) {
    await page.waitForTimeout(60);
    await page.keyboard.down("Enter");
  }
  await page.keyboard.up("Enter");
  await place(`3 of ${of}`);
  // Two taps that are meant, with time between them.
  await player.button("Back").click();
  await settled();
  await player.button("Back").click();
  await place(`1 of ${of}`);
  // A pause may be taken back at once, by two clicks that are no double click.
  await settled();
  await player.button("Pause").click();
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await player.button("Go on").click();
  await expect(player.main).toHaveAttribute("data-paused", "false");
});

test("fault F13: a double tap on End set, Leave and End is one tap, and so is one on Delete in a list", async ({ app }) => {
  const page = await plainPage(app);
  const other = { ...squats, id: "squats0002", name: "More squats" };
  const { keys } = withRoutine(hold);
  keys["mainspring.routines"] = JSON.stringify({ v: 1, routines: [hold, squats, other] });
  await writeStores(page, { keys });
  await open(page, `${app.server.origin}/play/${hold.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await page.waitForTimeout(700);
  await player.primary.click();
  await player.expectPhase("hold");
  await page.waitForTimeout(1500);
  await twice(player.button("End set"));
  await page.waitForTimeout(700);
  // On a busy machine the five seconds of changing sides may be over by now.
  const onTheOtherSide = ({ phase, side }) => phase === "switch" || side.startsWith("Left");
  await expect.poll(async () => onTheOtherSide(await player.look())).toBe(true);
  await twice(player.leaveButton);
  await page.waitForTimeout(700);
  await expect(page.locator("#title")).toHaveText("Today");
  await twice(page.locator("[data-resume]").getByRole("button", { name: "End here" }));
  await page.waitForTimeout(700);
  await expect(page.locator("#title")).toHaveText("Today");
  await page.getByRole("link", { name: "Routines", exact: true }).click();
  const own = page.locator("ul[aria-labelledby=own] > li[data-routine]");
  await expect(own).toHaveCount(3);
  await twice(own.first().getByRole("button", { name: /^Delete/ }));
  await page.waitForTimeout(700);
  await expect(own).toHaveCount(2);
});

test("fault F19: what is said twice is heard twice", async ({ app }) => {
  const context = await app.launch({ permissions: ["clipboard-read", "clipboard-write"] });
  await context.addInitScript(hear);
  const page = await plainPage(app);
  await writeStores(page, withRoutine(squats));
  await open(page, `${app.server.origin}/routines/${squats.id}`);
  const heard = async (act) => {
    await page.evaluate(() => (window.heard = []));
    await act();
    await page.waitForTimeout(400);
    return page.evaluate(() => window.heard.map((text) => text.replaceAll("\u00a0", " ").trim()));
  };
  await page.getByRole("button", { name: "Change Deep squat" }).click();
  const more = page.getByRole("button", { name: /^More: .*Deep squat/ }).first();
  for (let count = 0; count < 3; count += 1) await more.click();
  const undo = page.locator(".builder-hints").getByRole("button", { name: "Undo" });
  for (let count = 0; count < 3; count += 1) expect(await heard(() => undo.click())).toContain("Change undone.");
  for (let count = 0; count < 2; count += 1) {
    expect(await heard(() => page.getByRole("button", { name: "Copy link" }).click())).toContain("Link copied.");
  }
  const amount = page.getByRole("spinbutton").first();
  for (const wrong of ["0", "1000"]) {
    const told = await heard(async () => {
      await amount.fill(wrong);
      await amount.blur();
    });
    expect(told.some((text) => /^Enter a whole number/.test(text)), `${wrong}: ${told}`).toBe(true);
  }
  await page.getByRole("link", { name: "Exercises", exact: true }).click();
  const search = page.getByRole("searchbox");
  await expect(search).toBeVisible();
  for (const text of ["deadlif", "deadlift"]) expect(await heard(() => search.fill(text)), text).toContain("1 exercise");
});

test("fault F20: an override in a name turns no sentence round, and what nobody can see is no name", async ({ app }) => {
  const turned = { ...squats, id: "turned0001", name: "\u202esllih" };
  const page = await plainPage(app);
  const stores = withLog([{ started: Date.now() - 86_400_000, from: turned.id, name: turned.name }], withRoutine(turned));
  await writeStores(page, stores);
  const rightOf = (locator, word) => locator.evaluate(runsRight, word);
  await open(page, `${app.server.origin}/progress`);
  await expect(page.locator(".row-name bdi")).toHaveText(turned.name);
  await page.locator(".row-name").click();
  await page.getByRole("button", { name: "Delete this session" }).click();
  const notice = page.locator("[data-notice] p");
  await expect(notice).toContainText("deleted.");
  expect(await rightOf(notice, "deleted"), "a session's notice").toBe(true);
  await open(page, `${app.server.origin}/routines/${turned.id}`);
  expect(await page.title()).toBe("\u2068\u202esllih\u2069 · Mainspring");
  await open(page, `${app.server.origin}/exercises/lunge`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(notice.first()).toContainText("Added to");
  expect(await rightOf(page.locator("a.added"), "Open"), "the way into it").toBe(true);
  await open(page, `${app.server.origin}/routines`);
  await page.getByRole("button", { name: /^Delete/ }).first().click();
  await expect(notice.first()).toContainText("deleted.");
  expect(await rightOf(notice.first(), "deleted"), "a routine's notice").toBe(true);

  for (const code of ["%E2%80%8B", "%0A", "%E2%80%AE", "%EF%B8%8F"]) {
    await page.goto("about:blank");
    await open(page, `${app.server.origin}/r#1~${code}~deep-squat.b.60.10`);
    await expect(page.locator("h1"), code).toHaveText("Unnamed routine");
  }
  await page.getByRole("button", { name: "Save to my routines" }).click();
  await page.getByLabel("Name", { exact: true }).fill("\u200b\u2060");
  await expect(page.locator("h1")).toHaveText("Unnamed routine");
  await expect(page).toHaveTitle("Unnamed routine · Mainspring");
});
