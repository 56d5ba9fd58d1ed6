// Everybody can use all of it: screen reader, keyboard alone, large text, small screens, no motion.
import { CHROMIUM_ARGS } from "../../tools/chromium.mjs";
import { atRest, paint, stopClock } from "./pages/clock.mjs";
import { HEADINGS, SHARED, SHEET } from "./pages/places.mjs";
import { Player } from "./pages/player.mjs";
import { lived, plainPage, readLog, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { Today } from "./pages/today.mjs";
import { ROUTES, axe as axeOf, expect, open, test } from "./support/app.mjs";

const EVERYWHERE = [
  ...ROUTES,
  "/progress/a0b1c2d3e4",
  "/routines/k3j9x0a1b2",
  SHARED,
  SHEET,
  "/nowhere",
  "/exercises?type=balance&kit=none",
];
const balance = ["single-leg-balance", "base", [20], 30];
const mixed = routineOf("mixed00001", "Mixed", balance, ["deep-squat", "base", [5, 5], 30]);

const axe = (page) => atRest(page, axeOf);

/** A page of somebody who has trained. */
async function livedPage(app) {
  const page = await plainPage(app);
  const { keys, journal } = lived();
  const settings = keys["mainspring.settings"].replace("dark", "system");
  await writeStores(page, { keys: { ...keys, "mainspring.settings": settings }, journal });
  return page;
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on any route, ${colorScheme}, first day and later`, async ({ app, server }) => {
    test.setTimeout(180_000);
    await stopClock(await app.launch({ colorScheme }));
    const page = await livedPage(app);
    for (const route of EVERYWHERE) {
      await open(page, server.origin + route);
      expect(await axe(page), route).toEqual([]);
    }
    await open(page, `${server.origin}/settings`);
    await page.getByRole("button", { name: "Erase everything" }).click();
    expect(await axe(page), "the question before erasing").toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).click();
    for (const route of ["/", "/progress", "/routines", "/settings"]) {
      await open(page, server.origin + route);
      expect(await axe(page), `${route}, empty`).toEqual([]);
    }
    await open(page, `${server.origin}/routines`);
    await page.getByRole("button", { name: "New routine" }).click();
    await page.getByRole("button", { name: "Add an exercise" }).click();
    expect(await axe(page), "the picker").toEqual([]);
  });

  test(`axe finds nothing in any phase of the player, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(120_000);
    await stopClock(await app.launch({ colorScheme, reducedMotion: colorScheme === "dark" ? "reduce" : "no-preference" }));
    const player = await Player.begin(app, mixed);
    const seen = new Set();
    const look = async (name) => {
      if (!seen.has(name)) expect(await axe(player.page), name).toEqual([]);
      seen.add(name);
    };
    for (let { phase, digits } = await player.look(); phase !== "finished"; { phase, digits } = await player.look()) {
      await look(phase);
      if (!seen.has(`${phase}, paused`)) {
        await player.pause();
        await look(`${phase}, paused`);
        await player.resume();
      }
      if (phase === "rest" && !seen.has("wait")) await player.sleepThrough(digits + 6);
      else await player.next();
    }
    await expect(player.main).toContainText("Done and saved");
    await look("finished");
    const phases = ["hold", "ready", "reps", "rest", "switch", "wait"];
    expect([...seen].sort()).toEqual(["finished", ...phases.flatMap((phase) => [phase, `${phase}, paused`])].sort());
  });
}

test("by keyboard alone: skip link, Start, a whole session, how it felt, its page", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await plainPage(app);
  const twoSets = routineOf("keys000001", "Two sets", ["deep-squat", "base", [5, 6], 20]);
  await writeStores(page, withRoutine(twoSets));
  await open(page, `${app.server.origin}/`);
  const tab = async () => {
    await page.keyboard.press("Tab");
    await expectVisibleFocus(page);
  };
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await tab();
    }
    throw new Error(`no way by Tab to ${locator}`);
  };

  await tab();
  await expect(page.getByRole("button", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(new Today(page).start);
  await tabTo(page.getByRole("link", { name: "Routines" }));
  await page.keyboard.press("Enter");
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();
  await tabTo(page.getByRole("button", { name: "Start Two sets" }));
  await page.keyboard.press("Enter");

  const player = new Player(page);
  await player.expectPhase("ready");
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();
  await tabTo(player.primary);
  for (const key of ["Enter", "Space", "Enter", "Space"]) {
    await expect(player.primary).toBeFocused();
    await player.pass(0.6);
    await page.keyboard.press(key);
  }
  await expect(player.main).toContainText("Done and saved");
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();
  await tabTo(player.button("Just right"));
  await page.keyboard.press("Space");
  await expect(player.button("Just right")).toHaveAttribute("aria-pressed", "true");
  await tabTo(page.getByRole("link", { name: "See every set" }));
  await page.keyboard.press("Enter");
  await paint(page);
  await expect(page.locator("#title")).toBeFocused();
  await expect(page.locator("table.figures tbody tr")).toHaveCount(2);
  await expect.poll(async () => (await readLog(page)).map(({ effort, sets }) => [effort, sets.length])).toEqual([["right", 2]]);
});

test("the player's single keys do what they say", async ({ app }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const player = await Player.begin(app, mixed);
  const { page } = player;
  const press = async (key) => {
    await player.pass(0.6);
    await page.keyboard.press(key);
  };
  await press("ArrowRight");
  await player.expectPhase("hold");
  await press("Space");
  await expect(player.main).toHaveAttribute("data-paused", "true");
  await press("Space");
  await expect(player.main).toHaveAttribute("data-paused", "false");
  await player.next();
  await player.expectPhase("switch");
  await press("ArrowLeft");
  await player.expectPhase("ready");
  await expect.poll(() => player.look()).toMatchObject({ side: "Right" });
  const sound = player.button("Sound");
  await expect(sound).toHaveAttribute("aria-pressed", "true");
  await press("m");
  await expect(sound).toHaveAttribute("aria-pressed", "false");
});

test("a change of place moves the focus to its heading and names the page", async ({ app }) => {
  const page = await app.open("/");
  await expect(page).toHaveTitle("Today · Mainspring");
  for (const name of ["Exercises", "Routines", "Plan", "Progress", "Today"]) {
    const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });
    await link.click();
    await expect(page).toHaveTitle(`${name} · Mainspring`);
    await expect(page.locator("#title")).toBeFocused();
    await expect(link).toHaveAttribute("aria-current", "page");
  }
  await page.goBack();
  await expect(page).toHaveTitle("Progress · Mainspring");
  await expect(page.locator("#title")).toBeFocused();
});

const sizes = {
  "at 320 px": { width: 320 },
  "at 390 px with text at 200 %": { width: 390, text: "200%" },
  "at 1280 px with the browser set to twice the text": { width: 1280, args: ["--blink-settings=defaultFontSize=32"] },
};

for (const [name, { width, text, args = [] }] of Object.entries(sizes)) {
  test.extend({ ownProfile: args.length > 0 })(`${name} nothing scrolls sideways and nothing is cut off`, async ({ app, server }) => {
    test.setTimeout(120_000);
    const context = await app.launch({
      viewport: { width, height: 844 },
      ...(args.length && { args: [...CHROMIUM_ARGS, ...args] }),
    });
    await stopClock(context);
    const page = await livedPage(app);
    const found = {};
    const check = async (where) => {
      if (text) await page.evaluate((text) => void (document.documentElement.style.fontSize = text), text);
      const { wide, out } = await page.evaluate(sideways);
      if (wide > width || out.length) found[where] = { wide, out };
    };
    for (const route of EVERYWHERE) {
      await open(page, server.origin + route);
      if (args.length) expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
      await check(route);
    }
    await page.goto(`${server.origin}/icons/icon.svg`);
    await writeStores(page, withRoutine(mixed));
    await open(page, `${server.origin}/play/mixed00001`);
    const player = new Player(page);
    await player.button("Start").click();
    for (let { phase } = await player.look(); phase !== "finished"; { phase } = await player.look()) {
      await check(phase);
      await player.next();
    }
    await check("finished");
    expect(found).toEqual({});
  });
}

// Runs in the page: how wide it is, and which texts and controls stick out of the window or of a box that clips them.
function sideways() {
  const shown = (element) => element.checkVisibility?.() && !element.closest(".visually-hidden, .skip");
  const elements = [...document.querySelectorAll("body *")].filter(shown);
  const out = elements.filter((element) => {
    const box = element.getBoundingClientRect();
    const sticksOut = box.right > innerWidth + 1 || (box.left < -1 && !isClipped(element));
    return box.width > 1 && box.height > 1 && sticksOut && !scrolls(element);
  });
  function above(element, holds) {
    for (let one = element; one && one !== document.body; one = one.parentElement) if (holds(getComputedStyle(one))) return true;
    return false;
  }
  // What hides its own first mark at the beginning of a line stands a little outside, and shows nothing there.
  function isClipped(element) {
    return above(element, (style) => style.clipPath !== "none");
  }
  function scrolls(element) {
    return above(element.parentElement, (style) => /auto|scroll/.test(style.overflowX));
  }
  const words = (element) => `${element.tagName} ${element.getAttribute("class") ?? ""}: ${element.textContent.trim().slice(0, 30)}`;
  return { wide: document.documentElement.scrollWidth, out: out.map(words) };
}

test("every target is large enough for a thumb, on every route", async ({ app, server }) => {
  await stopClock(await app.launch());
  const page = await livedPage(app);
  const check = async (where) => expect(await page.evaluate(smallTargets), where).toEqual([]);
  for (const route of EVERYWHERE) {
    await open(page, server.origin + route);
    await check(route);
  }
  await open(page, `${server.origin}/`);
  await new Today(page).resumeButton.click();
  await check("the player");
  await open(page, `${server.origin}/routines/k3j9x0a1b2`);
  await page.locator(".build-open").first().click();
  await check("an open row of the builder");
});

// Runs in the page: links, buttons and fields that are smaller than 24 px, primary ones smaller than 48 px. A link in a
// running text is as high as its line; a hidden radio button or box is as large as its label.
function smallTargets() {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [role=button]")];
  const small = targets.map((element) => {
    const area = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element;
    return [element, area.getBoundingClientRect()];
  });
  return small
    .filter(([element, box]) => {
      if (!element.checkVisibility() || element.closest(".visually-hidden, .skip") || box.width === 0) return false;
      const least = element.matches(".primary, .main-action, nav a") ? 48 : 24;
      return box.height < least - 0.5 || box.width < least - 0.5;
    })
    .map(([element, box]) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`);
}

test("with reduced motion nothing moves", async ({ app, server }) => {
  await stopClock(await app.launch({ reducedMotion: "reduce" }));
  const page = await livedPage(app);
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(",").map(parseFloat));
        const animated = animationName !== "none" && parseFloat(animationDuration) > 0.01;
        return longest > 0.01 || animated ? [element.outerHTML.slice(0, 80)] : [];
      }),
    );
  for (const route of ["/", "/exercises", "/routines/k3j9x0a1b2", "/progress", "/settings"]) {
    await open(page, server.origin + route);
    await expect.poll(() => moving(), { message: route }).toEqual([]);
  }
  await open(page, `${server.origin}/`);
  await new Today(page).resumeButton.click();
  await expect.poll(() => moving(), { message: "the player" }).toEqual([]);
});

async function expectVisibleFocus(page) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    // A hidden radio button or box shows its focus on its label or the words beside it.
    const shown = [element, element.closest("label"), element.nextElementSibling].filter(Boolean);
    const visible = shown.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    });
    const box = (element.closest("label") ?? element).getBoundingClientRect();
    return visible && box.bottom > 0 && box.top < innerHeight ? "" : element.outerHTML.slice(0, 120);
  });
  // After the last element the browser's own bar has the focus.
  expect(["", "nothing"], seen).toContain(seen);
}
