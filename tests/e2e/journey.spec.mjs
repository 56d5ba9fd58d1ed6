// The main path: one tap to the first set, a whole session, and everything still there with the network gone.
import { Builder } from "./pages/builder.mjs";
import { NOW, stopClock } from "./pages/clock.mjs";
import { HEADINGS } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { Progress } from "./pages/progress.mjs";
import { editCopy } from "./pages/routines.mjs";
import { readJournal, readKeys, readLog } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { ROUTES, expect, offlineReady, ready, test } from "./support/app.mjs";

test.use({ ownProfile: true });

test("first open, one tap, a whole session, and it is still there offline after a restart", async ({ app, server }) => {
  test.setTimeout(120_000);
  await stopClock(await app.launch({ viewport: { width: 320, height: 568 } }));
  const page = await app.open("/");
  const [today, player, progress] = [new Today(page), new Player(page), new Progress(page)];

  await expect(today.start).toHaveText("Start · 6 min · no kit");
  const box = await today.start.boundingBox();
  expect(box.y + box.height).toBeLessThanOrEqual(568);
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 1];
  await expect.poll(() => page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("button")?.textContent, [x, y])).toBe(
    "Start · 6 min · no kit",
  );
  await today.start.click();

  await player.expectPhase("ready");
  await expect.poll(() => player.look()).toMatchObject({ digits: 10, title: "Single-leg balance", side: "Right" });
  const seen = [];
  for (const saved of [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]) {
    await expect.poll(async () => (await player.look()).saved).toBe(saved);
    seen.push(await player.next());
  }
  await player.expectPhase("finished");
  expect(seen.map(({ phase, title, side }) => `${phase} ${title} ${side}`.trim())).toEqual([
    "ready Single-leg balance Right",
    "hold Single-leg balance Right",
    "switch Single-leg balance Left",
    "hold Single-leg balance Left",
    "rest Deep squat",
    "reps Deep squat",
    "rest Lunge",
    "reps Lunge",
    "rest Single-leg balance Right",
    "hold Single-leg balance Right",
    "switch Single-leg balance Left",
    "hold Single-leg balance Left",
  ]);
  expect(seen.map((look) => look.digits)).toEqual([10, 30, 5, 30, 30, 15, 50, 12, 50, 30, 5, 30]);

  await expect(player.main).toContainText("Done and saved");
  await expect(player.main).toContainText("Your first session: 4 sets in");
  await player.button("Just right").click();
  await expect(player.button("Just right")).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("link", { name: "See every set" }).click();
  await expect(page.locator("#title")).toHaveText("Six minutes, no kit");
  const sets = await progress.sets();
  expect(sets.map(({ exercise, level, cells }) => [exercise, level, ...cells.slice(0, -1)].join(" "))).toEqual([
    "Single-leg balance Base 1 Right 30 s 30 s",
    "Single-leg balance Base 1 Left 30 s 30 s",
    "Deep squat Base 1 15 reps 15 reps",
    "Lunge Base 1 12 reps 12 reps",
    "Single-leg balance Base 1 Right 30 s 30 s",
    "Single-leg balance Base 1 Left 30 s 30 s",
  ]);
  const detail = new URL(page.url()).pathname;
  expect(detail).toMatch(/^\/progress\/[a-z0-9]{10}$/);

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Progress" }).click();
  await expect(progress.rows).toHaveCount(1);
  await page.reload();
  await ready(page);
  await expect(progress.rows).toHaveCount(1);
  await expect(progress.row("Six minutes, no kit")).toContainText("Just right");
  const log = await readLog(page);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ id: detail.split("/").at(-1), name: "Six minutes, no kit", effort: "right" });

  // A routine of one's own, so that its place can be opened too.
  await page.goto(`${server.origin}/routines`);
  await ready(page);
  await editCopy(page, "Body weight");
  const own = new URL(page.url()).pathname;
  const code = new URL(await new Builder(page).link.inputValue()).hash;
  const [keys, journal] = [await readKeys(page), await readJournal(page)];
  await offlineReady(page);
  // localStorage goes to disk seconds later; a browser that is closed, not killed, writes it out.
  await app.close();
  await server.stop();

  const headings = { ...HEADINGS, [detail]: "Six minutes, no kit", [own]: "Body weight", [`/r${code}`]: "Body weight" };
  expect(Object.keys(headings)).toEqual(expect.arrayContaining(ROUTES));
  const failed = [];
  // A newer service worker is asked for in vain: that is what being offline means.
  app.allow(/sw\.js/);
  const again = await app.launch();
  await stopClock(again, NOW + 86_400_000);
  const note = (request) => request.url().endsWith("/sw.js") || failed.push(request.url());
  again.on("requestfailed", note);
  again.on("response", (response) => response.ok() || note(response.request()));
  for (const [route, heading] of Object.entries(headings)) {
    const place = await app.open(route);
    await expect(place.locator("#title"), route).toHaveText(heading);
    if (route === "/progress") await expect(new Progress(place).rows).toHaveCount(1);
    if (route === detail) expect(await new Progress(place).sets()).toEqual(sets);
    await place.close();
  }
  expect(failed).toEqual([]);
  const last = await app.open("/settings");
  await expect.poll(() => readKeys(last)).toEqual(keys);
  await expect.poll(() => readJournal(last)).toEqual(journal);
});
