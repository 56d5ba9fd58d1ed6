// What an earlier build has stored opens in this one (make before): a session with its note, a routine, choices, pain, and a
// session that was left open in the middle.
import { Builder } from "./pages/builder.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Pain } from "./pages/pain.mjs";
import { Player } from "./pages/player.mjs";
import { Settings } from "./pages/settings.mjs";
import { readKeys, readLog } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { DIST, Server } from "./support/server.mjs";
import { test as base, expect, open, ready } from "./support/app.mjs";
import { readFileSync } from "node:fs";

const test = base.extend({
  ownProfile: true,
  server: async ({}, use) => {
    const server = await Server.start(process.env.BEFORE);
    await use(server);
    await server.stop();
  },
});

const buildOf = (page) => page.locator('meta[name="build"]').getAttribute("content");

/** The data file of this page, without its moment and build. */
async function contents(page, server) {
  await open(page, `${server.origin}/settings`);
  const [file] = await Promise.all([page.waitForEvent("download"), new Settings(page).export.click()]);
  return { ...JSON.parse(readFileSync(await file.path(), "utf8")), saved: undefined, build: undefined };
}

test("everything that the build before has stored opens in this one, and its open session goes on", async ({ app, server }) => {
  test.setTimeout(300_000);
  // Each load is the build that is served, as after an update.
  await stopClock(await app.launch({ serviceWorkers: "block" }));
  const page = await app.open("/settings");
  const [settings, builder, player, today] = [new Settings(page), new Builder(page), new Player(page), new Today(page)];
  await settings.option("goal", "endurance").click();
  await settings.kit("BOSU").check();
  await settings.option("theme", "dark").click();

  await open(page, `${server.origin}/play/six-minutes`);
  await player.button("Start").click();
  await player.finish();
  await player.main.getByRole("button", { name: "Hard", exact: true }).click();
  await player.main.getByLabel("Note").fill("Left foot slipped.");
  await player.pass(2);

  await open(page, `${server.origin}/routines`);
  await page.getByRole("button", { name: "New routine" }).click();
  await builder.name.fill("Legs <b>& hips</b>");
  await builder.addAll("deep-squat", "single-leg-balance");
  await builder.setLevel("single-leg-balance", "hard");
  await expect(builder.kept).toHaveText("Saved");
  await builder.start.click();
  await player.expectPhase("ready");
  await player.goOn((look) => look.phase === "rest");
  await player.expectSaved(1);
  await player.leaveButton.click();
  await expect(today.resume).toBeVisible();
  await open(page, `${server.origin}/exercises/lunge`);
  await new Pain(page).tell("Knee", 2, "Left");
  await expect.poll(() => new Pain(page).kept()).toHaveLength(1);

  const before = { build: await buildOf(page), file: await contents(page, server), keys: await readKeys(page), log: await readLog(page) };
  expect(before.log).toHaveLength(1);
  await app.close();

  server.use(DIST);
  const next = await open(await (await app.launch({ serviceWorkers: "block" })).newPage(), `${server.origin}/`);
  expect(await buildOf(next)).not.toBe(before.build);
  expect(await contents(next, server)).toEqual(before.file);
  expect(await readLog(next)).toEqual(before.log);
  const { "mainspring.at": _, "mainspring.index": __, "mainspring-turn": ___, ...rest } = await readKeys(next);
  for (const [key, text] of Object.entries(rest)) expect(text, key).toBe(before.keys[key]);

  await open(next, `${server.origin}/`);
  await expect(next.locator("html")).toHaveAttribute("data-theme", "dark");
  await new Today(next).resumeButton.click();
  const resumed = new Player(next);
  await resumed.expectSaved(1);
  await next.reload();
  await ready(next);
  await expect(resumed.main).toHaveAttribute("data-phase", /./);
  await expect(resumed.acknowledged).toHaveAttribute("data-saved", "1");
  await resumed.leaveButton.click();
  await new Today(next).endButton.click();
  await expect.poll(async () => (await readLog(next)).map((session) => session.sets.length)).toEqual([before.log[0].sets.length, 1]);
});
