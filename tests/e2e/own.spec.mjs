// Exercises of the runner's own: made in the picker or in their form, trained, edited, deleted, sent in a link.
import { readFileSync } from "node:fs";
import { Builder } from "./pages/builder.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Exercise, Exercises } from "./pages/exercises.mjs";
import { faultsAt } from "./pages/looks.mjs";
import { button, heading, stored, withExercises, withStores } from "./pages/own.mjs";
import { Player } from "./pages/player.mjs";
import { Settings } from "./pages/settings.mjs";
import { readKeys, readLog, routineOf, withRoutine } from "./pages/stores.mjs";
import { App, axe, expect, offlineReady, open, ready, test } from "./support/app.mjs";

const ID = "own-wallsit1";
const WALL_SIT = { id: ID, name: "Wall sit", kind: "body-weight", sides: "both", measure: "seconds", sets: 2, amount: 20, rest: 10, rep: 3, edited: 1795000000000, loads: ["knee"], cues: ["Back flat on the wall"], picture: ["deep-squat", "deep-squat+"] };
const HILLS = routineOf("hills00001", "Hills", [ID, "base", [20, 20], 10]);

const withOwn = (exercises = [WALL_SIT], routine = HILLS) => withExercises(exercises, routine);
const notice = (page, text) => page.locator("[data-notice]", { hasText: text });

test("“wall sit 45 s” typed in the picker is an exercise, trained and in the log, on a phone", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await withStores(app, withRoutine(routineOf("mine000001", "Mine", ["deep-squat", "base", [5], 10])), "/routines/mine000001");
  const builder = new Builder(page);
  await builder.add.click();
  await builder.picker.getByRole("searchbox").fill("wall sit 45 s");
  await button(builder.picker, "Make “wall sit 45 s” your own").click();
  await expect(builder.picker.getByRole("searchbox")).toHaveValue("");
  await button(builder.picker, "Done").click();
  const [{ id, name, measure, amount, sets }] = await stored(page);
  expect({ name, measure, amount, sets }).toEqual({ name: "Wall sit", measure: "seconds", amount: 45, sets: 1 });
  await expect(builder.row(id)).toContainText("Wall sit");
  await builder.open(id);
  await expect(builder.row(id).locator("[data-dose]")).toHaveText("45 seconds");
  await expect(builder.row(id).getByRole("radio"), "it has one level").toHaveCount(0);
  await builder.open("deep-squat");
  await builder.row("deep-squat").getByRole("button", { name: /^Remove/ }).click();
  await expect(builder.kept).toHaveAttribute("data-kept", "Saved");

  await builder.start.click();
  const player = new Player(page);
  await player.expectPhase("ready");
  await expect(player.title).toHaveText("Wall sit");
  const seen = await player.finish();
  expect(seen.filter(({ phase }) => phase === "hold").map(({ digits }) => digits)).toEqual([45]);
  const [session] = await readLog(page);
  expect(session.sets.map(({ exercise, done }) => [exercise, done])).toEqual([[id, 45]]);
  await open(page, `${app.server.origin}/progress/${session.id}`);
  await expect(page.locator(".bout h3")).toHaveText("Wall sit");
  await page.reload();
  await ready(page);
  await expect(page.locator(".bout h3")).toHaveText("Wall sit");
  await open(page, `${app.server.origin}/exercises/${id}`);
  await expect(page.locator("[data-history]")).toHaveText("Last time: Today. Best: 45 s.");
});

test("the form makes one with everything, and each fault has its sentence", async ({ app }) => {
  const page = await app.open("/exercises");
  await page.getByRole("link", { name: "New exercise" }).click();
  await expect(heading(page)).toHaveText("New exercise");
  await page.getByLabel("Sets", { exact: true }).fill("11");
  await page.getByLabel("Reps in each set").fill("");
  await button(page, "Save").click();
  await expect(page.locator(".field-error:not(:empty)")).toHaveText(["Give it a name.", "A number from 1 to 10.", "A number from 1 to 999."]);
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  expect(await stored(page)).toEqual([]);

  await page.getByLabel("Name", { exact: true }).fill("  Copenhagen   plank ");
  await page.locator('label:has(input[name="own-sides"][value="per-side"])').click();
  await page.locator('label:has(input[name="own-measure"][value="seconds"])').click();
  await page.getByLabel("Sets", { exact: true }).fill("3");
  await page.getByLabel("Seconds on each side").fill("25");
  await page.getByLabel("Seconds of rest").fill("40");
  await page.getByRole("checkbox", { name: "Hip or groin" }).check();
  await page.getByRole("checkbox", { name: "Kettlebell" }).check();
  await page.getByLabel("Weight", { exact: true }).selectOption("hands");
  await page.getByLabel("Cues").fill("Hips high\n\nBreathe");
  await page.locator('label:has(input[name="own-picture"][value="poses"])').click();
  await page.locator('label:has(input[name="own-pose-start"][value="lunge"])').click();
  await page.locator('label:has(input[name="own-pose-end"][value="lunge+"])').click();
  await expect(page.locator(".own-preview svg.figure")).toBeVisible();
  await button(page, "Save").click();

  await expect(heading(page)).toHaveText("Copenhagen plank");
  await expect(new Exercise(page).dose).toHaveText("3 sets of 25 seconds each side");
  await expect(page.locator(".own-exercise .steps li")).toHaveText(["Hips high", "Breathe"]);
  await expect(page.locator("#stage svg.figure")).toBeVisible();
  await expect(notice(page, "Copenhagen plank saved.")).toBeVisible();
  const [own] = await stored(page);
  expect(own).toMatchObject({ name: "Copenhagen plank", sides: "per-side", measure: "seconds", sets: 3, amount: 25, rest: 40, kit: ["kettlebell"], weight: "hands", loads: ["hip"], cues: ["Hips high", "Breathe"], picture: ["lunge", "lunge+"] });

  await button(page, "Front").click();
  await expect(button(page, "Front")).toHaveAttribute("aria-pressed", "true");
  await open(page, `${app.server.origin}/exercises?q=copenhagen`);
  expect(await new Exercises(page).ids()).toEqual([own.id]);
  await open(page, `${app.server.origin}/exercises`);
  await page.getByRole("button", { name: /^Yours/ }).click();
  expect(await new Exercises(page).ids()).toEqual([own.id]);
  await page.reload();
  await ready(page);
  expect(await new Exercises(page).ids()).toEqual([own.id]);
});

test("what is typed in the form is there after a reload, and gone once it is saved or given up", async ({ app }) => {
  const page = await app.open("/own?q=wall%20sit%2045%20s");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Wall sit");
  await expect(page.getByLabel("Seconds in each set")).toHaveValue("45");
  await page.getByLabel("Name", { exact: true }).fill("Low wall sit");
  await page.getByLabel("Cues").fill("Breathe");
  await page.getByLabel("Sets", { exact: true }).focus();
  await expect.poll(async () => (await readKeys(page))["mainspring.unfinished"] ?? "").toContain("Breathe");
  await page.reload();
  await ready(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Low wall sit");
  await expect(page.getByLabel("Cues")).toHaveValue("Breathe");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(heading(page)).toHaveText("Exercises");
  await open(page, `${app.server.origin}/own`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");
});

test("edited and deleted, it breaks neither the routine nor the log; Undo brings it back", async ({ app }) => {
  const page = await withStores(app, withOwn(), `/exercises/${ID}`);
  await page.getByRole("link", { name: "Edit exercise" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Low wall sit");
  await button(page, "Save").click();
  await expect(heading(page)).toHaveText("Low wall sit");
  await open(page, `${app.server.origin}/routines/hills00001`);
  await expect(new Builder(page).row(ID)).toContainText("Low wall sit");

  await open(page, `${app.server.origin}/exercises/${ID}`);
  await button(page, "Delete exercise").click();
  await expect(heading(page)).toHaveText("Exercises");
  await expect(page.locator(`li[data-exercise="${ID}"]`)).toHaveCount(0);
  await expect.poll(async () => (await stored(page))[0].gone).toBe(true);
  await open(page, `${app.server.origin}/routines/hills00001`);
  const builder = new Builder(page);
  await expect(builder.row(ID)).toContainText("Low wall sit");
  await builder.start.click();
  await expect(new Player(page).title).toHaveText("Low wall sit");

  await open(page, `${app.server.origin}/exercises/${ID}`);
  await expect(page.locator(".own-not-mine")).toContainText("This exercise is deleted.");
  await button(page, "Add to my exercises").click();
  await expect(page.locator(".own-not-mine")).toHaveCount(0);
  await button(page, "Delete exercise").click();
  await notice(page, "Low wall sit deleted.").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(`li[data-exercise="${ID}"]`)).toHaveCount(1);
});

test("a link brings it: previewed, trained without being saved, then saved with the routine", async ({ app, server, sharedBrowser }) => {
  const page = await withStores(app, withOwn(), "/routines/hills00001");
  const link = await new Builder(page).link.inputValue();
  expect(new URL(link).hash).toMatch(/^#4[\w-]+$/);

  const other = new App(server, sharedBrowser);
  await stopClock(await other.launch({ reducedMotion: "reduce" }));
  const received = await other.open(link.slice(server.origin.length));
  await expect(heading(received)).toHaveText("Hills");
  const row = received.locator(`[data-exercise="${ID}"]`);
  await expect(row).toContainText("Wall sit");
  await expect(row).toContainText("2 × 20 seconds");
  await expect(row.locator("svg.figure")).toBeVisible();
  expect(await readKeys(received), "a preview stores nothing").toEqual({});

  await row.getByRole("link", { name: "Wall sit" }).click();
  await expect(received.locator(".own-not-mine")).toContainText("came in a link");
  await expect(received.locator(".own-exercise .steps li")).toHaveText(["Back flat on the wall"]);
  await received.goBack();
  await received.getByRole("button", { name: "Start", exact: true }).click();
  const player = new Player(received);
  await player.expectPhase("ready");
  await player.finish();
  expect((await stored(received)).map(({ name, gone }) => [name, gone])).toEqual([["Wall sit", true]]);
  expect((await readKeys(received))["mainspring.routines"] ?? "none").not.toContain("Hills");
  const [session] = await readLog(received);
  await open(received, `${server.origin}/progress/${session.id}`);
  await expect(received.locator(".bout h3")).toHaveText("Wall sit");
  const sheet = await received.locator("#sheet-link").inputValue();
  await open(received, `${server.origin}/exercises`);
  await expect(received.locator(`li[data-exercise="${ID}"]`), "it is in no list of hers").toHaveCount(0);

  await open(received, link);
  await received.getByRole("button", { name: "Save to my routines" }).click();
  await expect.poll(async () => (await stored(received)).map(({ name, gone }) => [name, gone])).toEqual([["Wall sit", undefined]]);
  await open(received, `${server.origin}/exercises`);
  await expect(received.locator(`li[data-exercise="${ID}"]`)).toHaveCount(1);
  await other.close();

  const coach = new App(server, sharedBrowser);
  const read = await coach.open(sheet.slice(server.origin.length));
  await expect(read.locator(".bout h3"), "a coach who has it not reads its name").toHaveText("Wall sit");
  expect(await readKeys(read)).toEqual({});
  await coach.close();
});

test("a hostile name is text: in the list, on its page, in the player, on paper", async ({ app }) => {
  const name = "<img src=x onerror=alert(1)>";
  const page = await withStores(app, withOwn([{ ...WALL_SIT, name, cues: ["</script><script>alert(2)</script>"] }]), `/exercises/${ID}`);
  page.on("dialog", () => expect.soft("no dialog").toBe("a dialog"));
  await expect(heading(page)).toHaveText(name);
  for (const path of ["/exercises", "/routines/hills00001", "/play/hills00001"]) {
    await open(page, app.server.origin + path);
    await expect(page.locator("body")).toContainText(name);
    expect(await page.locator("img").count()).toBe(0);
  }
  await open(page, `${app.server.origin}/routines/hills00001`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-sheet")).toContainText(name);
});

test("two tabs keep what both make, and one shows what the other changed", async ({ app }) => {
  const first = await withStores(app, withOwn(), `/exercises/${ID}`);
  const second = await app.open("/own");
  await second.getByLabel("Name", { exact: true }).fill("Dead hang");
  await button(second, "Save").click();
  await expect(heading(second)).toHaveText("Dead hang");
  await open(second, `${app.server.origin}/own?id=${ID}`);
  await second.getByLabel("Name", { exact: true }).fill("Low wall sit");
  await button(second, "Save").click();
  await expect(heading(first)).toHaveText("Low wall sit");
  await button(first, "Delete exercise").click();
  await expect(second.locator(".own-not-mine")).toContainText("This exercise is deleted.");
  expect((await stored(second)).map(({ name, gone }) => [name, gone])).toEqual([["Low wall sit", true], ["Dead hang", undefined]]);
});

test("a backup carries it to another phone, and says so", async ({ app, server, sharedBrowser }) => {
  const page = await withStores(app, withOwn(), "/settings");
  const [file] = await Promise.all([page.waitForEvent("download"), new Settings(page).export.click()]);
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, "utf8")).exercises.map(({ name }) => name)).toEqual(["Wall sit"]);
  const other = new App(server, sharedBrowser);
  const fresh = await other.open("/settings");
  const settings = new Settings(fresh);
  await settings.file.setInputFiles(path);
  await expect(settings.panel).toContainText("1 exercise of your own: 1 new.");
  await settings.panel.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(notice(fresh, /^Restored: 1 exercise of your own, 1 routine/)).toBeVisible();
  await open(fresh, `${server.origin}/exercises/${ID}`);
  await expect(heading(fresh)).toHaveText("Wall sit");
  await other.close();
});

test("a damaged list of exercises is kept aside, and the routine goes on to open", async ({ app }) => {
  const stores = withOwn();
  stores.keys["mainspring.exercises"] = "{{{";
  const page = await withStores(app, stores, "/routines/hills00001");
  await expect(notice(page, "Your own exercises could not be read.")).toBeVisible();
  await expect(new Builder(page).row(ID)).toContainText("own wallsit1");
  expect((await readKeys(page))["mainspring.quarantine.exercises.1"]).toBe("{{{");
});

test("made and trained without a network", async ({ app, server }) => {
  const page = await app.open("/");
  await offlineReady(page);
  await server.stop();
  app.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
  await page.goto(`${server.origin}/own`);
  await ready(page);
  await page.getByLabel("Name", { exact: true }).fill("Dead hang");
  await button(page, "Save").click();
  await expect(heading(page)).toHaveText("Dead hang");
  await button(page, "Try now").click();
  await expect(new Player(page).title).toHaveText("Dead hang");
});

test("with the keyboard alone: from the list to a saved exercise", async ({ app }) => {
  const page = await app.open("/own", { viewport: { width: 1280, height: 800 } });
  const tabTo = async (target) => {
    for (let press = 0; press < 60; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("not reached");
  };
  await tabTo(page.getByLabel("Name", { exact: true }));
  await page.keyboard.type("Dead hang");
  await tabTo(page.locator('input[name="own-measure"][value="reps"]'));
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Seconds in each set")).toBeVisible();
  await tabTo(page.getByRole("checkbox", { name: "Shoulder, arm or hand" }));
  await page.keyboard.press("Space");
  await tabTo(page.locator('input[name="own-picture"][value="none"]'));
  await page.keyboard.press("ArrowRight");
  await tabTo(page.locator('input[name="own-pose-end"]:checked'));
  await page.keyboard.press("ArrowRight");
  await tabTo(button(page, "Save"));
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Dead hang");
  await expect(heading(page)).toBeFocused();
  const [own] = await stored(page);
  expect(own).toMatchObject({ measure: "seconds", loads: ["arm"] });
  expect(own.picture.length).toBe(2);
});

test("the form and the page are whole at every size, with large letters, and for screen readers", async ({ app }) => {
  const page = await withStores(app, withOwn([WALL_SIT, { ...WALL_SIT, id: "own-plain000", name: "A long name without a picture, 40 letter", picture: undefined }]), "/own");
  await page.locator('label:has(input[name="own-picture"][value="poses"])').click();
  await button(page, "Save").click();
  const wrong = [...(await axe(page)), ...(await faultsAt(page, "form"))];
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  wrong.push(...(await faultsAt(page, "form, large", [[390, 844], [320, 568]])));
  for (const path of [`/exercises/${ID}`, "/exercises/own-plain000", "/exercises/own-missing0", "/exercises"]) {
    await open(page, app.server.origin + path);
    wrong.push(...(await axe(page)), ...(await faultsAt(page, path)));
  }
  expect(wrong).toEqual([]);
});
