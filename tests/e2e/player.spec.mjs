// The player on its screens, and what it costs while it runs and while it stands still.
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { routineOf } from "./pages/stores.mjs";
import { expect, test } from "./support/app.mjs";

const mixed = routineOf("mixed00001", "Mixed", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]);

const screens = [
  { width: 390, height: 844, digits: 110 },
  { width: 844, height: 390, digits: 80 },
  { width: 1280, height: 800, digits: 110 },
  { width: 320, height: 568, digits: 80 },
];

for (const { width, height, digits } of screens) {
  test(`at ${width}×${height} digits and button are large, and the button is there without scrolling`, async ({ app }) => {
    await stopClock(await app.launch({ viewport: { width, height } }));
    const player = await Player.begin(app, mixed);
    const seen = new Set();
    while (seen.size < 5) {
      const { phase } = await player.look();
      if (!seen.has(phase)) {
        seen.add(phase);
        await expectRoom(player, phase, { width, height, digits });
      }
      if (seen.size === 5) break;
      await player.next();
    }
    expect([...seen].sort()).toEqual(["hold", "ready", "reps", "rest", "switch"]);
    // What the browser refused is told in a notice; without it everything is in place just the same.
    const dismiss = player.main.getByRole("button", { name: "Dismiss" });
    while (await dismiss.count()) await dismiss.first().click();
    await expectRoom(player, "without notices", { width, height, digits });
  });
}

async function expectRoom(player, phase, { width, height, digits }) {
  const found = await player.page.evaluate(() => {
    const button = document.querySelector(".main-action");
    const box = button.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(document.querySelector(".player-digits"));
    const at = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
    return {
      digits: document.querySelector(".player-digits").getBoundingClientRect().height,
      shown: text.getBoundingClientRect().toJSON(),
      button: box.toJSON(),
      hit: button.contains(at),
      scrolled: scrollY,
      wide: document.documentElement.scrollWidth,
    };
  });
  const where = `${phase}: ${JSON.stringify(found)}`;
  expect(found.digits, where).toBeGreaterThanOrEqual(digits);
  expect(found.shown.top, where).toBeGreaterThanOrEqual(0);
  expect(found.button.height, where).toBeGreaterThanOrEqual(96);
  expect(found.button.bottom, where).toBeLessThanOrEqual(height);
  expect(found.hit, where).toBe(true);
  expect(found.scrolled, where).toBe(0);
  expect(found.wide, where).toBeLessThanOrEqual(width);
}

test("the digits never change their width with their value", async ({ app }) => {
  await stopClock(await app.launch());
  const player = await Player.begin(app, mixed);
  const widths = new Set();
  await player.goOn((look) => look.phase === "hold");
  for (let second = 0; second < 10; second += 1) {
    widths.add(await player.digits.evaluate((digits) => {
      const text = document.createRange();
      text.selectNodeContents(digits);
      return Math.round(text.getBoundingClientRect().width * 10) / 10;
    }));
    await player.pass(1);
  }
  expect([...widths]).toHaveLength(1);
});

// Runs before the app: counts what it has asked the browser to call later, and the batches in which the page changes.
// The ids handed out are small, as a browser's are; a stopped clock's own would not fit the app's 32 bits.
function countTimers() {
  const pending = new Map();
  let last = 0;
  const count = (set, clear, once) => {
    const [real, forget] = [window[set], window[clear]];
    window[set] = (call, ...rest) => {
      const id = (last += 1);
      const ring = (...given) => {
        if (once) pending.delete(id);
        call(...given);
      };
      pending.set(id, real.call(window, ring, ...rest));
      return id;
    };
    window[clear] = (id) => {
      forget.call(window, pending.get(id));
      pending.delete(id);
    };
  };
  count("setTimeout", "clearTimeout", true);
  count("setInterval", "clearInterval", false);
  count("requestAnimationFrame", "cancelAnimationFrame", true);
  window.pendingTimers = () => pending.size;
  window.watchChanges = () => {
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    window.batches = 0;
    window.frames = 0;
    const ofFigure = ({ target }) => target.nodeType === Node.ELEMENT_NODE && target.closest(".player-figure");
    const count = (records) => {
      if (!records.every(ofFigure)) window.batches += 1;
      else window.frames += 1;
    };
    new MutationObserver(count).observe(document, everything);
  };
}

test("running it changes the page once a second but for the figure, paused it waits for nothing but to let the screen sleep", async ({ app }) => {
  const context = await app.launch();
  await stopClock(context);
  await context.addInitScript(countTimers);
  const player = await Player.begin(app, mixed);
  const { page } = player;
  await player.pass(0.1);
  await page.evaluate(() => window.watchChanges());
  for (const phase of ["ready", "hold", "rest", "reps"]) {
    await player.goOn((look) => look.phase === phase);
    await player.pass(0.6);
    const counts = [];
    for (let second = 0; second < 5; second += 1) {
      await page.evaluate(() => (window.batches = 0));
      await player.pass(1);
      counts.push(await page.evaluate(() => window.batches));
    }
    expect(Math.max(...counts), `${phase}: ${counts}`).toBeLessThanOrEqual(4);
    expect(Math.min(...counts), `${phase}: ${counts}`).toBeGreaterThanOrEqual(1);
    await expect.poll(() => page.evaluate(() => window.frames), { message: `${phase}: the figure moves` }).toBeGreaterThan(5);
    await expect.poll(() => page.evaluate(() => window.pendingTimers()), { message: `${phase}: the clock and the figure's next frame` }).toBe(2);

    await page.keyboard.press("Space");
    await expect(player.main).toHaveAttribute("data-paused", "true");
    await player.pass(0.1);
    // What is written now has a time limit until it is on disk.
    const left = () => page.evaluate(() => window.pendingTimers());
    await expect.poll(left, `${phase}, paused: only the screen's leave to sleep`).toBeLessThanOrEqual(1);
    await page.evaluate(() => (window.batches = window.frames = 0));
    const { word: paused, ...before } = await player.look();
    expect(paused).toBe("Paused");
    await player.pass(3600);
    await expect.poll(() => page.evaluate(() => window.batches + window.frames), { message: `${phase}, paused for an hour` }).toBe(0);
    await expect.poll(() => page.evaluate(() => window.pendingTimers()), { message: `${phase}, paused for an hour: timers` }).toBe(0);
    await page.keyboard.press("Space");
    await expect(player.main).toHaveAttribute("data-paused", "false");
    await expect.poll(() => player.look()).toEqual({ ...before, paused: false, word: expect.not.stringMatching(paused) });
  }
});
