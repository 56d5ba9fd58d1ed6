// Every phase of the player on every screen in both themes: large, whole, in place, and told apart without its colour.
// The pictures are left in `.build/e2e-phases/`, to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { paint, stopClock } from "./pages/clock.mjs";
import { faultsAt } from "./pages/looks.mjs";
import { Player } from "./pages/player.mjs";
import { chosen } from "./pages/senses.mjs";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const PICTURES = fileURLToPath(new URL("../../.build/e2e-phases/", import.meta.url));
const SCREENS = [
  { width: 390, height: 844, digits: 110 },
  { width: 844, height: 390, digits: 80 },
  { width: 320, height: 568, digits: 66 },
  { width: 1280, height: 800, digits: 110 },
];
const PHASES = ["ready", "hold", "paused", "switch", "rest", "wait", "reps", "finished"];
const mixed = routineOf("mixed00001", "Mixed", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [5, 5], 30]);

/**
 * Begins a session in a theme; `at(name, player)` is called in every phase of `PHASES`. `told`: what the browser refuses
 * is told in a notice that stays; `big`: with big digits.
 */
async function throughPhases(app, colorScheme, at, { told = false, big = false } = {}) {
  const context = await app.launch({ colorScheme, reducedMotion: "reduce" });
  if (told) await context.addInitScript(refuseToStayAwake);
  await stopClock(context);
  const page = await plainPage(app);
  const stores = withRoutine(mixed);
  await writeStores(page, { ...stores, keys: { ...stores.keys, ...(big ? chosen({ on: ["big-digits"] }) : {}) } });
  await open(page, `${app.server.origin}/play/mixed00001`);
  const player = new Player(page);
  await player.button("Start").click();
  if (told) await expect(player.main.locator(".notice")).toHaveCount(1);
  else await dismissNotices(player);
  for (const name of PHASES) {
    if (name === "paused") await player.pause();
    else if (name === "wait") await player.sleepThrough((await player.look()).digits + 6);
    else if (name !== "ready") await player.goOn(({ phase }) => phase === name);
    await expect(player.main).toHaveAttribute("data-phase", name === "paused" ? "hold" : name);
    if (name === "finished") await player.expectFinished();
    await paint(page);
    await at(name, player);
    if (name === "paused") await player.resume();
  }
}

// Runs in the page before the app.
function refuseToStayAwake() {
  const request = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}

/** What the browser refuses is told in a notice, which takes room; that is looked at in a journey of its own. */
async function dismissNotices(player) {
  await expect(player.main).toHaveAttribute("data-phase", "ready");
  await paint(player.page);
  const dismiss = player.main.getByRole("button", { name: "Dismiss" });
  while (await dismiss.count()) await dismiss.first().click();
}

for (const colorScheme of ["light", "dark"]) {
  test(`every phase on every screen, ${colorScheme}: large digits and button, nothing cut off`, async ({ app }) => {
    test.setTimeout(120_000);
    mkdirSync(PICTURES, { recursive: true });
    const wrong = [];
    await throughPhases(app, colorScheme, async (name, { page }) => {
      for (const screen of SCREENS) {
        const where = `${name}-${screen.width}x${screen.height}-${colorScheme}`;
        await page.setViewportSize({ width: screen.width, height: screen.height });
        await paint(page);
        wrong.push(...(await page.evaluate(misplaced, { ...screen, timed: name !== "finished" })).map((fault) => `${where}: ${fault}`));
        await page.screenshot({ path: join(PICTURES, `${where}.png`) });
      }
    });
    expect(wrong).toEqual([]);
  });
}

for (const [told, choices] of [
  ["", {}],
  [" with a notice", { told: true }],
  [" with big digits", { big: true }],
]) {
  test(`every phase on every screen${told}: nothing lies on anything else, and the digits stand on one line`, async ({ app }) => {
    test.setTimeout(120_000);
    mkdirSync(PICTURES, { recursive: true });
    const wrong = [];
    await throughPhases(
      app,
      "light",
      async (name, { page }) => {
        for (const screen of SCREENS) {
          const where = `${name}-${screen.width}x${screen.height}${told.replaceAll(" ", "-")}`;
          await page.setViewportSize({ width: screen.width, height: screen.height });
          await paint(page);
          const faults = await page.evaluate(misplaced, { ...screen, timed: name !== "finished" });
          wrong.push(...[...faults, ...(await page.evaluate(overlapping))].map((fault) => `${where}: ${fault}`));
          if (told) await page.screenshot({ path: join(PICTURES, `${where}.png`) });
        }
      },
      choices,
    );
    expect(wrong).toEqual([]);
  });
}

const WINDOWS = [...SCREENS, { width: 768, height: 1024 }, { width: 920, height: 700 }, { width: 1080, height: 760 }, { width: 1920, height: 1080 }];

/** Notes in `seen` where the rows of the player stand at this moment, in every window. */
async function noteRows(seen, name, page) {
  for (const screen of WINDOWS) {
    const size = `${screen.width}x${screen.height}`;
    await page.setViewportSize({ width: screen.width, height: screen.height });
    await paint(page);
    for (const [part, place] of Object.entries(await page.evaluate(standing))) ((seen[`${part} at ${size}`] ??= {})[place] ??= []).push(name);
    await page.screenshot({ path: join(PICTURES, `rows-${size}-${name}.png`) });
  }
}

function expectNothingMoved(seen) {
  const moved = Object.entries(seen).filter(([, places]) => Object.keys(places).length > 1);
  expect(Object.fromEntries(moved)).toEqual({});
}

test("digits, title, cue and buttons stand at the same place in every phase, on every screen", async ({ app }) => {
  test.setTimeout(180_000);
  mkdirSync(PICTURES, { recursive: true });
  const seen = {};
  await throughPhases(app, "light", async (name, { page }) => {
    if (name !== "finished") await noteRows(seen, name, page);
  });
  expectNothingMoved(seen);
});

test("they stand at the same place while something is asked, on every screen", async ({ app }) => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const seen = {};
  const player = await Player.begin(app, asking);
  const { page } = player;
  const asked = page.locator("[data-asked]");
  await dismissNotices(player);
  await noteRows(seen, "ready", page);
  await player.goOn(({ phase }) => phase === "reps");
  await player.pass(1);
  await noteRows(seen, "reps", page);
  await player.goOn(({ phase }) => phase === "rest");
  await expect(asked.getByRole("button")).toHaveCount(6);
  await noteRows(seen, "six answers", page);
  await player.goOn(({ place, phase }) => place.startsWith("3 of") && phase === "rest");
  await expect(asked.getByRole("button")).toHaveCount(0);
  await player.goOn(({ title, phase }) => title === "Single-leg balance" && phase === "rest");
  await expect(asked.getByRole("button")).toHaveCount(2);
  await noteRows(seen, "two answers", page);
  await player.goOn(({ phase }) => phase === "hold");
  await player.pass(4);
  await player.sleepThrough(18);
  await expect(page.locator('[data-asked="held"]')).toHaveCount(1);
  await noteRows(seen, "held on", page);
  expectNothingMoved(seen);
});

// Runs in the page: where the rows of the player stand.
function standing() {
  const parts = { digits: "[role=timer]", title: "#title", cue: ".player-cue", "large button": ".main-action", "small buttons": ".player-small" };
  const place = (selector) => {
    const { x, y } = document.querySelector(selector).getBoundingClientRect();
    // The digits are centred: only their line has a place.
    return selector.includes("timer") ? `${Math.round(y)}` : `${Math.round(x)}, ${Math.round(y)}`;
  };
  return Object.fromEntries(Object.entries(parts).map(([part, selector]) => [part, place(selector)]));
}

// Runs in the page: what is too small, out of the window, cut off by its own box, or lies on something else.
function misplaced({ width, height, digits, timed }) {
  const wrong = [];
  const boxOf = (element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    return (element.matches("button, a, .player-digits, svg") ? element : text).getBoundingClientRect();
  };
  const whole = ({ left, right, top, bottom }) => left >= -0.5 && right <= width + 0.5 && top >= -0.5 && bottom <= height + 0.5;
  const at = ({ x, y, right, bottom }) => [x, y, right, bottom].map(Math.round).join();

  if (timed) {
    const shown = document.querySelector("[role=timer]");
    const box = boxOf(shown);
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(shown);
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    // The digits themselves, not the line they stand on.
    const { actualBoundingBoxAscent: height } = pen.measureText("7");
    if (height < digits) wrong.push(`digits ${height} px high`);
    if (!whole(box)) wrong.push(`digits out of the window: ${at(box)}`);
  }
  const button = document.querySelector(".main-action");
  const box = button.getBoundingClientRect();
  if (box.height < 96) wrong.push(`large button ${box.height} px high`);
  if (!whole(box)) wrong.push(`large button out of the window: ${at(box)}`);
  const hit = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
  if (!button.contains(hit)) wrong.push(`large button under ${hit?.outerHTML.slice(0, 60)}`);
  // What must be in sight whatever else is told: not covered, and whole.
  for (const part of document.querySelectorAll("main > * .player-phase, [role=timer], .player .notice p, .player .notice button, #title")) {
    const box = boxOf(part);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (const [across, down] of [[x, y], [x, box.y + 3], [x, box.bottom - 3], [box.x + 3, y], [box.right - 3, y]]) {
      const over = document.elementFromPoint(across, down);
      // The line of the digits is higher than the digits, and takes taps beyond them: see `overlapping`.
      if (!over || !(part.contains(over) || over.contains(part) || over.matches("[role=timer]"))) wrong.push(`${part.textContent.slice(0, 24)} under ${over?.className}`);
    }
    if (!whole(box)) wrong.push(`${part.className || part.tagName} out of the window: ${at(box)}`);
  }
  if (scrollX || scrollY) wrong.push("scrolled");
  if (document.documentElement.scrollWidth > width) wrong.push(`${document.documentElement.scrollWidth} px wide`);

  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && boxOf(element).width > 1;
  const told = "h1, p, summary, output, legend, button, a, li, [data-side]";
  const parts = [...document.querySelectorAll(`main :is(${told})`)].filter(
    (element) => seen(element) && !element.closest(".visually-hidden") && !element.parentElement.closest("button, a"),
  );
  const name = (element) => `“${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 24)}”`;
  for (const part of parts) {
    const { overflowX, overflowY } = getComputedStyle(part);
    const cut = (overflowX !== "visible" && part.scrollWidth > part.clientWidth + 1) || (overflowY !== "visible" && part.scrollHeight > part.clientHeight + 1);
    if (cut) wrong.push(`${name(part)} cut off`);
    const { left, right } = boxOf(part);
    if (left < -0.5 || right > width + 0.5) wrong.push(`${name(part)} sticks out: ${at(boxOf(part))}`);
  }
  return wrong;
}

// Runs in the page: what lies on something else, by the boxes of their texts.
function overlapping() {
  const wrong = [];
  const boxOf = (element) => {
    const text = document.createRange();
    text.selectNodeContents(element);
    return (element.matches("button, a, progress, .player-phase, [role=timer]") ? element : text).getBoundingClientRect();
  };
  const told = "h1, p, summary, output, legend, button, a, li, progress, [data-side]";
  const parts = [...document.querySelectorAll(`main :is(${told})`)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && boxOf(element).width > 1 && !element.parentElement.closest("button, a, details:not([open]) > :not(summary)"),
  );
  const name = (element) => `“${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 24)}”`;
  const at = ({ x, y, right, bottom }) => [x, y, right, bottom].map(Math.round).join();
  for (const [index, one] of parts.entries()) {
    for (const other of parts.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const [a, b] = [boxOf(one), boxOf(other)];
      const [across, down] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      // What the bar of buttons covers comes out from under it by scrolling, if the page is long enough for that.
      const bar = document.querySelector(".player-actions");
      const room = document.documentElement.scrollHeight - innerHeight - scrollY;
      if (bar && bar.contains(one) !== bar.contains(other) && room >= down - 1) continue;
      // The box of a line is higher than its letters.
      if (across > 1 && down > 4) wrong.push(`${name(one)} on ${name(other)}: ${at(a)} and ${at(b)}`);
    }
  }
  const digits = document.querySelector("[role=timer]");
  const line = document.createRange();
  if (digits) line.selectNodeContents(digits);
  const lines = new Set(Array.from(line.getClientRects(), ({ top }) => Math.round(top)));
  if (lines.size > 1) wrong.push(`digits on ${lines.size} lines`);
  return wrong;
}

const LARGE = {
  "the browser's letters twice as large": async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Page.enable");
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  },
  "the page's letters twice as large": (page) => page.evaluate(() => void (document.documentElement.style.fontSize = "200%")),
};

for (const [enlarged, enlarge] of Object.entries(LARGE)) {
  test(`every phase on every screen, ${enlarged}: the digits in sight, everything in reach, no word broken`, async ({ app }) => {
    test.setTimeout(180_000);
    mkdirSync(PICTURES, { recursive: true });
    const wrong = [];
    let enlarges = true;
    await throughPhases(app, "light", async (name, { page }) => {
      if (enlarges) await enlarge(page);
      enlarges = false;
      for (const screen of SCREENS) {
        const where = `${name}-${screen.width}x${screen.height}-large`;
        await page.setViewportSize({ width: screen.width, height: screen.height });
        await paint(page);
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: join(PICTURES, `${where}.png`) });
        wrong.push(...(await page.evaluate(unreadable)).map((fault) => `${where}: ${fault}`));
        await page.evaluate(() => scrollTo(0, 0));
        wrong.push(...(await faultsAt(page, name, [[screen.width, screen.height]])));
      }
    });
    expect(wrong).toEqual([]);
  });
}

test("the longest names and doses, letters twice as large: nothing overlaps, is cut off or broken", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const long = routineOf("long000001", "Long", ["supported-pistol-squat", "hard", [10, 8], 30], ["single-leg-deadlift", "base", [10, 10], 30]);
  const player = await Player.begin(app, long);
  await LARGE["the page's letters twice as large"](player.page);
  const wrong = await faultsAt(player.page, "get ready");
  await player.goOn(({ phase }) => phase === "rest");
  wrong.push(...(await faultsAt(player.page, "rest")));
  expect(wrong).toEqual([]);
});

// Runs in the page: what cannot be read or reached when the letters are large and the page has to scroll.
function unreadable() {
  const wrong = [];
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem !== 32) wrong.push(`letters of ${rem} px`);
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} px wide`);
  const over = (part, { x, y }) => {
    const top = document.elementFromPoint(x, y);
    return !top || part.contains(top) || top.contains(part) ? undefined : top;
  };
  const digits = document.querySelector("[role=timer]");
  if (digits) {
    const { x, width, top, bottom } = digits.getBoundingClientRect();
    if (bottom > innerHeight) wrong.push(`digits end at ${bottom}`);
    for (const y of [top + 20, (top + bottom) / 2, bottom - 20]) {
      const covers = over(digits, { x: x + width / 2, y });
      if (covers) wrong.push(`digits under ${covers.className}`);
    }
  }
  const told = "h1, p, summary, output, legend, button, a, li, [data-side]";
  for (const part of document.querySelectorAll(`main :is(${told})`)) {
    const name = `“${(part.getAttribute("aria-label") ?? part.textContent).trim().slice(0, 24)}”`;
    const shown = part.checkVisibility({ visibilityProperty: true }) && !part.closest(".visually-hidden, .notices");
    if (!shown || !part.textContent || part.closest("details:not([open]) > :not(summary)")) continue;
    part.scrollIntoView({ block: "center" });
    const { x, y, width, height, left, right } = part.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) wrong.push(`${name} sticks out`);
    const covers = over(part, { x: x + width / 2, y: y + height / 2 });
    if (covers && !covers.matches("[role=timer]")) wrong.push(`${name} under ${covers.className}`);
    for (const node of [...part.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)) {
      for (const { index, 0: word } of node.data.matchAll(/[\p{L}\d]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) wrong.push(`“${word}” broken`);
      }
    }
  }
  return wrong;
}

const squats = routineOf("squats0001", "Squats", ["single-leg-deadlift", "base", [8], 30], ["deep-squat", "base", [14], 30], ["lunge", "base", [6], 30]);

const asking = routineOf("asking0001", "Asking", ["lunge", "base", [6], 30], ["deep-squat", "base", [14, 14], 30], ["single-leg-balance", "base", [20], 30]);

/** What `selector` names is in the window on every screen, large enough for a finger, and nothing lies on it. */
async function expectInSight(player, where, selector) {
  const { page } = player;
  const wrong = [];
  for (const { width, height } of SCREENS) {
    await page.setViewportSize({ width, height });
    await paint(page);
    await page.screenshot({ path: join(PICTURES, `${where}-${width}x${height}.png`) });
    wrong.push(...(await page.evaluate(outOfSight, selector)).map((fault) => `${where}-${width}x${height}: ${fault}`));
  }
  expect(wrong).toEqual([]);
}

// Runs in the page: which of these are covered, outside the window, or too small for a finger.
function outOfSight(selector) {
  const parts = [...document.querySelectorAll(selector)];
  if (!parts.length) return [`no ${selector}`];
  return parts.flatMap((part) => {
    const { x, y, width, height, right, bottom } = part.getBoundingClientRect();
    const corners = [[x + width / 2, y + 3], [x + width / 2, y + height / 2], [x + width / 2, bottom - 3]];
    const covered = corners.some(([across, down]) => !part.contains(document.elementFromPoint(across, down)));
    const small = part.matches("button") && (width < 47.5 || height < 47.5);
    if (!covered && !small && x >= 0 && right <= innerWidth) return [];
    return [`“${part.textContent.slice(0, 24)}” ${covered ? "covered" : ""} ${Math.round(width)}×${Math.round(height)}`];
  });
}

test("every answer is in sight as soon as something is asked, on every screen", async ({ app }) => {
  test.setTimeout(120_000);
  mkdirSync(PICTURES, { recursive: true });
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, squats);
  const { page } = player;
  await dismissNotices(player);
  const dialog = page.getByRole("dialog", { name: "Something hurts" });
  await player.goOn(({ phase }) => phase === "reps");
  await player.pass(1);
  await player.button("Something hurts").click();
  await expectInSight(player, "hurts", "dialog[open] .chip");
  await dialog.getByRole("button", { name: "Knee", exact: true }).click();
  for (const score of ["4", "8"]) {
    await dialog.getByRole("button", { name: score, exact: true }).click();
    await page.evaluate(() => document.querySelector("dialog[open]").scrollTo(0, 0));
    await expectInSight(player, `hurts-${score}`, "dialog[open] :is(.way, [aria-live] .lead, [data-warning] p:first-child)");
  }
  // From 4 on squats and lunges would leave the session.
  await dialog.getByRole("button", { name: "3", exact: true }).click();
  await page.keyboard.press("Escape");
  await player.resume();

  const asked = ".main-action, .player-digits, #title, [data-asked] :is(p, button)";
  await player.goOn(({ phase }) => phase === "rest");
  await expectInSight(player, "reserve", asked);
  await player.goOn(({ title, phase }) => title === "Lunge" && phase === "rest");
  await expectInSight(player, "reserve-many", asked);
  await player.finish();

  await open(page, `${app.server.origin}/play/squats0001`);
  await player.button("Start").click();
  await player.expectPhase("ready");
  await dismissNotices(player);
  await expect(page.locator('[data-asked="pain"]')).toHaveCount(1);
  await expectInSight(player, "pain", asked);
});

test("a tab that watches has the clock and the way on in sight, on every screen", async ({ app }) => {
  mkdirSync(PICTURES, { recursive: true });
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  await Player.begin(app, squats);
  const watching = new Player(await app.open("/play/squats0001"));
  await expect(watching.main).toHaveAttribute("data-watching", "running");
  await expectInSight(watching, "watching", "#title, [data-watched], .watched .numbers, .main-action");
});

test("each phase is told by its own word and icon, and the roles by a colour of their own, which grey does not need", async ({ app }) => {
  const [words, icons, colours, pictures] = [{}, {}, {}, {}];
  await throughPhases(app, "light", async (name, { page }) => {
    const mark = page.locator(".player-phase");
    const word = await mark.locator("span").textContent();
    words[name] = word;
    icons[name] = await mark.locator("svg path").getAttribute("d");
    colours[name] = await mark.evaluate((element) => getComputedStyle(element).backgroundColor);
    const grey = await page.context().newCDPSession(page);
    await grey.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
    pictures[name] = (await mark.screenshot()).toString("base64");
    await grey.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
    await grey.detach();
  });
  const different = (told) => [...new Set(Object.values(told))];
  expect(different(words), JSON.stringify(words)).toHaveLength(PHASES.length);
  expect(different(pictures)).toHaveLength(PHASES.length);
  expect.soft(words).toEqual({
    ready: "Get ready",
    hold: "Hold",
    paused: "Paused",
    switch: "Other side",
    rest: "Rest",
    wait: "Ready when you are",
    reps: "Work",
    finished: "Done and saved",
  });
  // Hold and repetitions are both work.
  const { reps: _, ...iconsOfRoles } = icons;
  expect(different(iconsOfRoles), JSON.stringify(icons)).toHaveLength(PHASES.length - 1);
  expect(colours.reps).toBe(colours.hold);
  const roles = [colours.ready, colours.hold, colours.rest, colours.wait, colours.switch, colours.paused];
  expect([...new Set(roles)], JSON.stringify(colours)).toHaveLength(6);
});
