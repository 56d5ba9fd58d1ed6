// Flows: exercises held for breaths, without rest, to both sides: built by hand, trained, in the log after a reload, in a link.
import { Builder } from "./pages/builder.mjs";
import { paint } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { readKeys, readLog } from "./pages/stores.mjs";
import { expect, ready, test } from "./support/app.mjs";

test("a flow to both sides: built on a phone, led by the breath without rest, logged in breaths, sent in a link", async ({ app }) => {
  test.setTimeout(120_000);
  const { builder, page, block } = await Builder.withPart(app, "Flow to both sides", "deep-squat", "single-leg-balance");
  const player = new Player(page);
  await expect(block).toHaveAttribute("data-block", "mirrored-flow");
  await expect(block.locator(".facts")).toHaveText("5 s a breath");
  await expect(builder.row("single-leg-balance").locator("[data-dose]")).toHaveText("5 breaths each side");
  await block.getByRole("button", { name: "Change Flow to both sides" }).click();
  await block.getByRole("button", { name: "Less: Length of a breath of Flow to both sides" }).click();
  await expect(block.locator(".facts")).toHaveText("4 s a breath");
  await builder.step("single-leg-balance", "Breaths", -2);
  await expect(builder.row("single-leg-balance").locator("[data-dose]")).toHaveText("3 breaths each side");
  await builder.undoButton.click();
  await expect(builder.row("single-leg-balance").locator("[data-dose]")).toHaveText("4 breaths each side");
  await expect(builder.row("deep-squat").getByRole("group", { name: /^(Tempo|Rest)/ }), "the breath gives the time").toHaveCount(0);
  await expect(builder.kept).toHaveText("Saved");
  const link = new URL(await builder.link.inputValue());
  expect(link.hash).toMatch(/^#5/);
  const stored = JSON.parse((await readKeys(page))["mainspring.routines"]);
  expect(stored, "an older program leaves it alone").toMatchObject({ v: 4, routines: [{ blocks: [{ kind: "mirrored-flow", clock: 4, rounds: 2 }] }] });

  await builder.start.click();
  await player.expectPhase("ready");
  await player.next();
  await player.expectPhase("hold");
  await expect(player.digits).toHaveText("5");
  await expect(page.locator(".player-unit")).toContainText("breaths");
  await expect(page.locator(".player-sofar")).toHaveText("in");
  await player.pass(2);
  await expect(page.locator(".player-sofar")).toHaveText("out");
  await player.pass(2);
  await expect(player.digits).toHaveText("4");
  await player.pass(16);
  await expect.poll(async () => (await player.look()).title, "no rest").toBe("Single-leg balance");
  await player.expectPhase("hold");
  await expect(player.side).toHaveText("Right");
  await player.written();
  await page.reload();
  await ready(page);
  await expect.poll(async () => (await player.look()).title).toBe("Single-leg balance");
  if ((await player.look()).paused) await player.resume();
  const sides = [];
  for (let second = 0; second < 80 && (await player.look()).phase !== "finished"; second += 1) {
    const { title, side, phase } = await player.look();
    if (phase === "wait") await player.primary.click();
    if (sides.at(-1) !== `${title} ${side}`) sides.push(`${title} ${side}`);
    await player.pass(1);
  }
  await player.expectFinished();
  expect(sides).toEqual(["Single-leg balance Right", "Deep squat ", "Single-leg balance Left"]);
  const [session] = await readLog(page);
  expect(session.sets.map(({ measure, done }) => measure + done)).toEqual(["b5", "b4", "b5", "b4"]);
  await page.getByRole("link", { name: /set by set|every set/i }).click();
  await page.reload();
  await ready(page);
  await expect(page.locator("table.figures").first()).toContainText("5 breaths");

  const other = await app.open(link.pathname + link.hash);
  await expect(other.locator("li.planned-block")).toContainText("4 s a breath");
  await other.getByRole("button", { name: /^Save/ }).first().click();
  await paint(other);
  expect(JSON.parse((await readKeys(other))["mainspring.routines"]).routines.at(-1).blocks[0].kind).toBe("mirrored-flow");
});
