// Routines in blocks: built by touch and by keyboard, trained in rounds, sent in a link, undone, kept.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { circuitOf, plainPage, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

/** The blocks and items in order: "warm-up", "single-leg-balance". */
const outline = (page) =>
  page.locator(".build-rows > li").evaluateAll((rows) => rows.map((row) => row.dataset.block ?? row.dataset.exercise));

test("a warm-up and a circuit of three rounds: built on a phone, kept, trained, sent, received", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await app.open("/routines");
  const [builder, player] = [new Builder(page), new Player(page)];
  const status = page.locator("p[role=status].visually-hidden");
  await page.getByRole("button", { name: "New routine" }).click();
  await expect(builder.name).toHaveValue("My routine");
  await paint(page);
  const parts = page.getByRole("group", { name: "Add a part" });
  await builder.addAll("single-leg-balance");
  expect(await outline(page), "a plain routine has no headings").toEqual(["single-leg-balance"]);

  // A new part gets what is added next.
  await parts.getByRole("button", { name: "Circuit" }).click();
  await expect(status).toHaveText("Circuit added.");
  await builder.addAll("deep-squat", "lunge");
  await expect.poll(() => outline(page)).toEqual(["main", "single-leg-balance", "circuit", "deep-squat", "lunge"]);
  await expect(builder.row("lunge").locator("[data-dose]")).toContainText("3 × ");
  await parts.getByRole("button", { name: "Warm-up" }).click();
  await expect.poll(() => outline(page)).toEqual(["warm-up", "main", "single-leg-balance", "circuit", "deep-squat", "lunge"]);

  // Over the border by Alt and an arrow, and by the button of the other part.
  await builder.row("single-leg-balance").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => outline(page)).toEqual(["warm-up", "single-leg-balance", "main", "circuit", "deep-squat", "lunge"]);
  await expect(status).toHaveText("Single-leg balance is now in Warm-up.");
  await paint(page);
  await expect(builder.row("single-leg-balance")).toBeFocused();
  await builder.open("lunge");
  await builder.row("lunge").getByRole("button", { name: "Main part" }).click();
  await expect.poll(() => outline(page)).toEqual(["warm-up", "single-leg-balance", "main", "lunge", "circuit", "deep-squat"]);
  await builder.row("lunge").getByRole("button", { name: "Circuit" }).click();
  await expect.poll(() => outline(page)).toEqual(["warm-up", "single-leg-balance", "main", "circuit", "deep-squat", "lunge"]);

  // The empty main part goes, and comes back.
  const main = page.locator("li[data-block=main]");
  await main.getByRole("button", { name: "Remove Main part" }).click();
  await expect(status).toHaveText("Main part removed.");
  await paint(page);
  await expect(builder.undoRemoval).toBeFocused();
  await builder.undoRemoval.click();
  await expect(main).toHaveCount(1);
  await main.getByRole("button", { name: "Remove Main part" }).click();

  const circuit = page.locator("li[data-block=circuit]");
  const before = await builder.minutes.textContent();
  await circuit.getByRole("button", { name: "Change Circuit" }).click();
  await circuit.getByRole("button", { name: /^More: Rounds of Circuit/ }).click();
  await expect(circuit.locator(".facts")).toContainText("4 rounds");
  await expect.poll(() => builder.minutes.textContent()).not.toBe(before);
  await circuit.getByRole("button", { name: /^Less: Rounds of Circuit/ }).click();
  await circuit.getByRole("button", { name: /^Less: Rounds of Circuit/ }).click();
  for (let press = 0; press < 6; press += 1) await circuit.getByRole("button", { name: /^Less: Rest after a round/ }).click();
  await expect(circuit.locator(".facts")).toContainText("2 rounds");
  await expect(circuit.locator(".facts")).toContainText("30 s between rounds");
  await circuit.getByRole("textbox", { name: "Note on Circuit" }).fill("No hurry");
  await circuit.getByRole("textbox", { name: "Note on Circuit" }).blur();
  await page.getByLabel("Note", { exact: true }).fill("Before easy runs");
  await page.getByLabel("Note", { exact: true }).blur();
  await expect(builder.kept).toHaveText("Saved");
  const link = await builder.link.inputValue();

  await page.reload();
  await ready(page);
  await expect.poll(() => outline(page)).toEqual(["warm-up", "single-leg-balance", "circuit", "deep-squat", "lunge"]);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Before easy runs");
  await expect(circuit).toContainText("No hurry");

  // In turn, round by round: each rest says what it leads to.
  await builder.start.click();
  await player.expectPhase("ready");
  const seen = [];
  await player.goOn(({ phase, rest, word, coming, dose, then }) => {
    if (phase === "rest") seen.push(`${rest}: ${word}, ${coming}`);
    if (phase === "reps") seen.push([dose.split(" · ")[0], then].join(" "));
  });
  const rounds = (round) => [`Round ${round} of 2 Then Lunge`, "exercise: Rest, Next exercise", `Round ${round} of 2 `];
  expect(seen).toEqual(["exercise: Rest, Next exercise", ...rounds(1), "round: Round rest, Next round", ...rounds(2)]);
  await page.getByRole("button", { name: "Just right" }).click();
  await expect.poll(async () => (await readLog(page)).length).toBe(1);

  // The receiver sees the same parts, and saves them.
  const other = await app.open(new URL(link).pathname + new URL(link).hash);
  await expect(other.locator("li.planned-block")).toHaveCount(2);
  await expect(other.locator("li.planned-block").nth(1)).toContainText("2 rounds");
  await other.getByRole("button", { name: /^Save/ }).first().click();
  await expect.poll(() => outline(other)).toEqual(["warm-up", "single-leg-balance", "circuit", "deep-squat", "lunge"]);
});

test("a session in rounds goes on in the same round after a reload", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, circuitOf("circuit001", "Hill circuit"));
  const { page } = player;
  await player.goOn((look) => look.phase === "reps" && look.title === "Lunge");
  await expect(page.locator(".player-dose")).toContainText("Round 1 of 3");
  await page.reload();
  await ready(page);
  await expect(page.locator(".player-dose")).toContainText("Round 1 of 3");
  await player.button("How to").click();
  await expect(page.locator("dialog#how-to"), "with the note on the part").toContainText("No hurry");
});

test("a routine of the build before opens unchanged, and stays as it was stored", async ({ app }) => {
  const page = await plainPage(app);
  const routine = routineOf("plain00001", "Plain", ["deep-squat", "base", [10, 8], 60]);
  await writeStores(page, withRoutine(routine));
  await open(page, `${app.server.origin}/routines/plain00001`);
  const builder = new Builder(page);
  expect(await outline(page)).toEqual(["deep-squat"]);
  await expect(builder.row("deep-squat").locator("[data-dose]")).toHaveText("10, 8 reps");
  await builder.step("deep-squat", "Rest after a set of", 1);
  await expect(builder.kept).toHaveText("Saved");
  const stored = await page.evaluate(() => JSON.parse(localStorage["mainspring.routines"]));
  expect(stored).toMatchObject({ v: 1, routines: [{ ...routine, items: [{ ...routine.items[0], rest: 65 }] }] });
});
