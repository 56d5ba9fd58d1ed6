// The order of the sides and the tempo of an exercise: built by hand, trained, logged, printed, sent in a link.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { plainPage, readKeys, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, ready, test } from "./support/app.mjs";

const balance = routineOf("sides00001", "Sides", ["single-leg-balance", "base", [10, 10], 10], ["deep-squat", "base", [3], 10]);

test("which side begins and the tempo: planned, trained, logged, undone, on paper and in a link", async ({ app }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  await writeStores(page, withRoutine(balance));
  await open(page, `${app.server.origin}/routines/sides00001`);
  const [builder, player] = [new Builder(page), new Player(page)];
  const [leg, squat] = [builder.row("single-leg-balance"), builder.row("deep-squat")];
  await builder.open("single-leg-balance");
  const order = leg.getByRole("radiogroup", { name: "Which side first: Single-leg balance" });
  await order.locator("label:has(input[value=left-first])").click();
  await expect(leg.locator(".facts")).toContainText("Left first");
  await order.locator("label:has(input[value=alternating])").click();
  await expect(leg.locator(".facts")).toContainText("Sides in turn");
  await builder.undoButton.click();
  await expect(leg.locator(".facts")).toContainText("Left first");
  await order.locator("label:has(input[value=alternating])").click();
  await expect(leg.getByRole("group", { name: /^Tempo/ }), "seconds have no tempo").toHaveCount(0);

  await builder.step("deep-squat", "Tempo of Deep squat: down", 3);
  await expect(squat.locator(".facts")).toContainText(/tempo \d-\d/);
  const tempo = (await squat.locator(".facts").textContent()).match(/tempo ([\d-]+)/)[1];
  await expect(squat.getByRole("radiogroup", { name: "Which side first: Deep squat" })).toHaveCount(0);
  await expect(builder.kept).toHaveText("Saved");
  const stored = JSON.parse((await readKeys(page))["mainspring.routines"]);
  expect(stored, "an older program leaves it alone").toMatchObject({ v: 4, routines: [{ items: [{ order: "alternating" }, { tempo: tempo.split("-").map(Number) }] }] });
  await page.reload();
  await ready(page);
  await expect(squat.locator(".facts")).toContainText(`tempo ${tempo}`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-rows")).toContainText("Sides in turn");
  await expect(page.locator(".print-rows")).toContainText(`tempo ${tempo}`);
  const link = new URL(await builder.link.inputValue());
  expect(link.hash).toMatch(/^#5/);

  await builder.start.click();
  await player.expectPhase("ready");
  const sides = [];
  await player.goOn((look) => {
    if (look.phase === "hold" && sides.at(-1)?.step !== look.dose + look.side) sides.push({ step: look.dose + look.side, side: look.side });
    return look.title === "Deep squat" && look.phase === "reps";
  });
  await expect(page.locator(".player-about"), "the tempo of the plan").toContainText(`down ${tempo.split("-")[0]}`);
  await player.finish();
  const [session] = await readLog(page);
  expect(session.sets.map(({ side }) => side).join(" ")).toMatch(/^r l l r/);
  await page.reload();
  await ready(page);
  expect((await readLog(page)).length).toBe(1);

  const other = await app.open(link.pathname + link.hash);
  await expect(other.locator(".planned")).toContainText("Sides in turn");
  await expect(other.locator(".planned")).toContainText(`tempo ${tempo}`);
  await other.getByRole("button", { name: /^Save/ }).first().click();
  await paint(other);
  const saved = JSON.parse((await readKeys(other))["mainspring.routines"]).routines;
  expect(saved.at(-1).items[0].order).toBe("alternating");
});
