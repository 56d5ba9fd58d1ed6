// Every page for everyone: nothing overlaps, is cut off or broken at any size and with large letters; one grid; the order of the focus.
import { Builder } from "./pages/builder.mjs";
import { paint, stopClock } from "./pages/clock.mjs";
import { SIZES, faultsAt, unfold } from "./pages/looks.mjs";
import { SHARED, SHEET } from "./pages/places.mjs";
import { lived, plainPage, writeStores } from "./pages/stores.mjs";
import { SCREENS, show } from "../screens/table.mjs";
import { ROUTES, expect, open, test } from "./support/app.mjs";

const PAGES = [
  ...ROUTES.filter((route) => !route.startsWith("/play")),
  "/exercises?starred=1",
  "/exercises?type=balance&kit=none&level=hard",
  "/exercises/single-leg-deadlift?level=harder",
  "/exercises/deep-sqaut",
  "/progress/a0b1c2d3e4",
  "/routines/k3j9x0a1b2",
  SHARED,
  SHEET,
  "/r#1~Hills~deep-squat.b",
  "/nowhere",
];

/** A page of somebody who has trained. */
async function livedPage(app) {
  const page = await plainPage(app);
  await writeStores(page, lived());
  return page;
}

const named = (name) => (page) => page.getByRole("button", { name, exact: true });

// A page, and what opens a dialog on it, one after the other.
const DIALOGS = [
  ["/exercises/deep-squat", named("Something hurts")],
  ["/", named("Something hurts")],
  ["/settings", named("Erase everything")],
  ["/routines/k3j9x0a1b2", (page) => new Builder(page).add],
  ["/play/balance", named("Start"), named("How to")],
  ["/play/balance", named("Change")],
  ["/play/balance", named("Something hurts")],
];

for (const [letters, enlarge] of [
  ["letters as they are", async () => {}],
  ["letters twice as large", (page) => page.evaluate(() => void (document.documentElement.style.fontSize = "200%"))],
]) {
  test(`on every page at every size, with ${letters}, no text overlaps, is cut off or broken`, async ({ app, server }) => {
    test.setTimeout(300_000);
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const page = await livedPage(app);
    const wrong = [];
    for (const route of [...PAGES, "/play/six-minutes", "/play/balance"]) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto("about:blank");
      await open(page, server.origin + route);
      await enlarge(page);
      wrong.push(...(await faultsAt(page, route)));
      await unfold(page);
      wrong.push(...(await faultsAt(page, `${route}, unfolded`)));
    }
    for (const [route, ...openers] of DIALOGS) {
      await page.setViewportSize({ width: 390, height: 844 });
      await open(page, server.origin + route);
      await enlarge(page);
      for (const opener of openers) await opener(page).first().click({ timeout: 10_000 });
      await expect(page.locator("dialog[open]")).toBeVisible();
      wrong.push(...(await faultsAt(page, `${route}, dialog “${await page.locator("dialog[open] h2").first().textContent()}”`)));
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
}

// A row in the air lies on others.
for (const name of Object.keys(SCREENS).filter((name) => name !== "builder-drag")) {
  test(`no text overlaps, is cut off or broken on the screen “${name}”, nor with letters twice as large`, async ({ app, server }) => {
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const page = await plainPage(app);
    await show(page, server, name);
    const wrong = await faultsAt(page, name, [[768, 1024], [390, 844]]);
    await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
    wrong.push(...(await faultsAt(page, `${name}, large`, [[844, 390], [320, 568]])));
    expect(wrong).toEqual([]);
  });
}

test("the test of overlaps, cuts and broken words finds each of them", async ({ app }) => {
  const page = await app.open("/exercises");
  await page.evaluate(() => {
    const add = (css, words) => {
      const p = document.querySelector("main").appendChild(document.createElement("p"));
      p.style.cssText = css;
      p.append(words);
    };
    add("width: 3em; overflow-wrap: anywhere", "strengthening");
    add("width: 2em; overflow: hidden; white-space: nowrap", "clipped words");
    add("margin-block-end: -1lh", "below");
    add("", "above");
  });
  const wrong = await faultsAt(page, "here", [[390, 844]]);
  expect(wrong.join("\n")).toMatch(/“strengthening” is broken/);
  expect(wrong.join("\n")).toMatch(/“clipped words” is cut off/);
  expect(wrong.join("\n")).toMatch(/“below” lies on “above”/);
});

test("at 1280 and 1920 every page stands on one grid: the same left edge and width", async ({ app, server }) => {
  test.setTimeout(90_000);
  const page = await livedPage(app);
  for (const [width, height] of [[1280, 800], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    const grid = {};
    for (const route of PAGES) {
      await open(page, server.origin + route);
      const [left, wide, title] = await page.evaluate(() => {
        const main = document.querySelector("main").getBoundingClientRect();
        const title = document.querySelector("#title").getBoundingClientRect();
        return [main.left, main.width, title.width > 1 ? title.left : null];
      });
      expect(wide, route).toBeGreaterThanOrEqual(1024);
      expect(wide, route).toBeLessThanOrEqual(1200);
      ((grid[`main at ${left}, ${wide} px wide`] ??= {})[title ?? "no title"] ??= []).push(route);
    }
    expect(Object.keys(grid), JSON.stringify(grid)).toHaveLength(1);
    const titles = Object.keys(Object.values(grid)[0]).filter((left) => left !== "no title");
    expect(titles, JSON.stringify(grid)).toHaveLength(1);
  }
});

test("the focus comes in reading order, navigation first, and “Skip to content” skips it all: on every page", async ({ app, server }) => {
  test.setTimeout(120_000);
  const context = await app.launch({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await stopClock(context);
  const page = await livedPage(app);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const place = element.closest("main") ? "main" : element.closest("nav.nav") ? "navigation" : element.closest("header") ? "header" : element.matches(".skip") ? "skip" : "nowhere";
      return `${place}: ${(element.getAttribute("aria-label") ?? element.textContent).trim()}`;
    });
  const navigation = ["Today", "Exercises", "Routines", "Plan", "Progress", "Settings"].map((name) => `navigation: ${name}`);
  for (const route of PAGES) {
    // From one shared link to another is no new page.
    await page.goto("about:blank");
    await open(page, server.origin + route);
    await paint(page);
    await page.evaluate(() => document.activeElement.blur());
    const order = [];
    for (let presses = 0; presses < 9; presses += 1) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order.slice(0, 8), route).toEqual(["skip: Skip to content", "header: Mainspring", ...navigation]);
    expect(order[8], route).toMatch(/^main: /);
    const first = order[8];
    await page.locator(".skip").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(), `${route}, skipped`).toBe(first);
  }
});

test("what has the focus is never below the bars of a phone: on every page", async ({ app, server }) => {
  test.setTimeout(240_000);
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await livedPage(app);
  for (const [width, height] of [[390, 844], [320, 568], [844, 390]]) {
    await page.setViewportSize({ width, height });
    for (const route of PAGES) {
      await open(page, server.origin + route);
      await paint(page);
      await unfold(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator("main").focus();
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press("Tab");
        const fault = await page.evaluate(coveredFocus);
        if (fault === "end") break;
        expect(fault, `${route} at ${width}×${height}`).toBe("");
      }
    }
  }
});

// Runs in the page: whether something covers what has the focus; "end" once the focus has left the page's content.
function coveredFocus() {
  const element = document.activeElement;
  if (!element.closest("main")) return "end";
  const box = (element.closest("label") ?? element).getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const name = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40);
  if (bottom - top < Math.min(box.height, 40)) return `“${name}” is out of sight: ${Math.round(box.top)}–${Math.round(box.bottom)}`;
  const bars = [...document.querySelectorAll(".nav, .exercise-actions, .builder-total")].filter((bar) => !bar.contains(element) && /fixed|sticky/.test(getComputedStyle(bar).position));
  const over = bars.find((bar) => {
    const { left, right, top, bottom } = bar.getBoundingClientRect();
    return left < box.right - 1 && right > box.left + 1 && top < box.bottom - 2 && bottom > box.top + 2;
  });
  return over ? `“${name}” is below ${over.className}` : "";
}

test("with 390 × 844 five exercises are on the first screen, each in a row of about 112 px; at 844 × 390 two rows beside a rail of icons", async ({ app }) => {
  const page = await app.open("/exercises");
  const cards = page.locator("li.exercise-card");
  const seen = async () => {
    const bar = await page.locator("nav.nav").boundingBox();
    const edge = (page.viewportSize().height > 500 ? bar.y : page.viewportSize().height) + 0.5;
    const boxes = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect()).map(({ top, bottom, height }) => ({ top, bottom, height })));
    return boxes.filter(({ top, bottom }) => top >= 0 && bottom <= edge);
  };
  for (const { height } of await seen()) expect(Math.abs(height - 112)).toBeLessThanOrEqual(4);
  expect((await seen()).length).toBeGreaterThanOrEqual(5);
  const still = await page.locator("li.exercise-card svg.figure").first().boundingBox();
  expect([still.width, still.height]).toEqual([96, 96]);

  await page.setViewportSize({ width: 844, height: 390 });
  await paint(page);
  expect(new Set((await seen()).map(({ top }) => top)).size).toBeGreaterThanOrEqual(2);
  await expect(page.locator(".shell-bar")).toBeHidden();
  const rail = await page.locator("nav.nav").boundingBox();
  expect([rail.x, rail.y, rail.height]).toEqual([0, 0, 390]);
  expect(rail.width).toBeLessThan(100);
  for (const link of await page.locator("nav.nav a").all()) {
    const { height, y } = await link.boundingBox();
    expect(height).toBeGreaterThanOrEqual(48);
    expect(y + height).toBeLessThanOrEqual(390.5);
  }
});

test("a notch at the side of a phone in landscape covers nothing, nor does the line at its bottom", async ({ app, server }) => {
  test.setTimeout(90_000);
  const context = await app.launch({ viewport: { width: 844, height: 390 } });
  const page = await livedPage(app);
  const devtools = await context.newCDPSession(page);
  for (const [width, height, insets] of [
    [844, 390, { left: 59, right: 59, bottom: 21 }],
    [568, 320, { left: 44, right: 44, bottom: 21 }],
    [390, 844, { top: 47, bottom: 34 }],
  ]) {
    await page.setViewportSize({ width, height });
    await devtools.send("Emulation.setSafeAreaInsetsOverride", { insets });
    for (const route of PAGES) {
      await open(page, server.origin + route);
      const hidden = await page.evaluate(([left, right, bottom]) => {
        const texts = [...document.querySelectorAll("main :is(h1, h2, p, li, a, button, input, select), nav.nav a, header.shell-bar a")].filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, .finder-types"));
        const over = texts.filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 1 && (box.left < left - 2 || box.right > innerWidth - right + 2);
        });
        const below = [...document.querySelectorAll("nav.nav a")].filter((one) => one.getBoundingClientRect().bottom > innerHeight - bottom + 1);
        return [...over, ...below].map((one) => one.outerHTML.slice(0, 80));
      }, [insets.left ?? 0, insets.right ?? 0, insets.bottom ?? 0]);
      expect(hidden, `${route} at ${width}×${height}`).toEqual([]);
    }
  }
});

for (const [width, height] of SIZES) {
  test(`“Try now” and Star are in sight at ${width} × ${height}, at the top of an exercise and at its end`, async ({ app }) => {
    const page = await app.open("/exercises/banded-dead-bug?level=hard", { viewport: { width, height } });
    for (const at of ["top", "middle", "end"]) {
      await page.evaluate((at) => scrollTo(0, { top: 0, middle: document.documentElement.scrollHeight / 2, end: document.documentElement.scrollHeight }[at]), at);
      await paint(page);
      for (const name of ["Try now", "Star"]) await expect(page.getByRole("button", { name, exact: true }), at).toBeInViewport({ ratio: 1 });
    }
  });
}

test("the bar of the system has the colour of the chosen theme, also where the system has the other one", async ({ app, server }) => {
  const page = await app.open("/settings", { colorScheme: "light" });
  const bar = () =>
    page.evaluate(() => {
      const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const light = (colour) => {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        return pen.getImageData(0, 0, 1, 1).data.slice(0, 3);
      };
      const shown = [...document.querySelectorAll("meta[name=theme-color]")].find((meta) => matchMedia(meta.media).matches).content;
      const [bar, page] = [light(shown), light(getComputedStyle(document.documentElement).backgroundColor)];
      return Math.max(...bar.map((value, at) => Math.abs(value - page[at])));
    });
  for (const theme of ["dark", "light", "system"]) {
    await page.locator(`label:has(input[name="theme"][value="${theme}"])`).click();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(bar, `${theme} in a ${colorScheme} system`).toBeLessThanOrEqual(3);
    }
  }
  await page.locator('label:has(input[name="theme"][value="dark"])').click();
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, `${server.origin}/exercises`);
  await expect.poll(bar, "from the first moment of a new page").toBeLessThanOrEqual(3);
});

test("a page on paper is what it tells: no navigation, no buttons, no fields", async ({ app, server }) => {
  const page = await livedPage(app);
  for (const route of PAGES) {
    await open(page, server.origin + route);
    await page.emulateMedia({ media: "print" });
    const left = await page.locator("nav.nav, header.shell-bar, button:not(.cue, .muscle), a.button, select, input:not([type=radio], [type=checkbox])").evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1).map((one) => one.outerHTML.slice(0, 80)));
    expect(left, route).toEqual([]);
    await expect(page.locator("#title"), route).toBeAttached();
    await page.emulateMedia({ media: "screen" });
  }
  // What is folded on screen stands on paper.
  await open(page, `${server.origin}/exercises/deep-squat`);
  await page.emulateMedia({ media: "print" });
  for (const told of ["Press the knees out over the feet", "Strength through the whole bend", "adductors"]) await expect(page.getByText(told).first(), told).toBeVisible();
});
