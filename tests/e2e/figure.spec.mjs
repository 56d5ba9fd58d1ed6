// The moving figure on an exercise's page, in lists, on paper and for who asks for less motion.
import { Exercise } from "./pages/exercises.mjs";
import { stopClock } from "./pages/clock.mjs";
import { Player } from "./pages/player.mjs";
import { routineOf } from "./pages/stores.mjs";
import { expect, test } from "./support/app.mjs";

const part = (page, name) => page.locator(`#stage [data-figure="${name}"]`);
const button = (page, name) => page.locator("#stage").getByRole("button", { name, exact: true });

/** What is drawn now, as one text. */
const drawn = (page, root = "#stage") =>
  page
    .locator(`${root} [data-figure="moving"] path`)
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());

/** Whether anything moves within a third of a second. */
async function moves(page, root) {
  const before = await drawn(page, root);
  await page.waitForTimeout(350);
  return (await drawn(page, root)) !== before;
}

/** How far, in pixels, anything of the figure reaches beyond its picture in `ms` milliseconds. */
const cutOff = (page, root, ms) =>
  page.evaluate(
    async ([root, ms]) => {
      let most = 0;
      for (const since = Date.now(); ; await new Promise((done) => setTimeout(done, 60))) {
        const svg = document.querySelector(`${root} svg.figure`);
        const frame = svg.getBoundingClientRect();
        for (const path of svg.querySelectorAll(":scope > g path")) {
          const box = path.getBoundingClientRect();
          if (box.width) most = Math.max(most, frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
        }
        if (Date.now() - since >= ms) return most;
      }
    },
    [root, ms],
  );

/** Whether the whole of what is found lies in the window with nothing over it. */
const inSight = (page, found, within) =>
  found.evaluate((element, within) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const places = [[x, y], [left + 1, y], [right - 1, y], [x, top + 1], [x, bottom - 1]];
    return places.every(([x, y]) => document.elementFromPoint(x, y)?.closest(within));
  }, within);

test("it plays, stands at a tap, and goes on from there", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect.poll(() => moves(page)).toBe(true);
  await button(page, "Pause").click();
  await expect.poll(() => moves(page)).toBe(false);
  const stood = await drawn(page);
  await button(page, "Play").click();
  await expect.poll(() => drawn(page)).not.toBe(stood);
});

test("at half speed a hold lasts twice as long", async ({ app }) => {
  const page = await app.open("/exercises/banded-glute-bridge");
  const ring = part(page, "hold");
  // How much of the ring is filled in three tenths of a second, by its fastest look: others may hold the machine up.
  const filling = async () => {
    await expect.poll(() => ring.evaluate((circle) => Number(circle.getAttribute("stroke-dashoffset")) > 80 && !circle.getAttribute("display")), { timeout: 20_000, intervals: [20] }).toBe(true);
    return page.evaluate(async () => {
      const circle = document.querySelector('[data-figure="hold"]');
      const look = () => Number(circle.getAttribute("stroke-dashoffset"));
      const [from, since] = [look(), performance.now()];
      while (performance.now() - since < 900) await new Promise(requestAnimationFrame);
      return (from - look()) / (performance.now() - since);
    });
  };
  const whole = await filling();
  await button(page, "Half speed").click();
  await expect(button(page, "Half speed")).toHaveAttribute("aria-pressed", "true");
  const half = await filling();
  expect(half / whole).toBeGreaterThan(0.35);
  expect(half / whole).toBeLessThan(0.7);
});

test("it turns to each named view, on both sides, and says from where it is seen", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await button(page, "Pause").click();
  const image = page.locator("#stage").getByRole("img");
  const seen = new Map();
  const turnTo = async (name, sentence) => {
    await button(page, name).click();
    await expect(image).toHaveAttribute("aria-label", new RegExp(`${sentence}\\.$`));
    await expect(page.getByRole("status")).toHaveText(`${sentence}.`);
    await expect.poll(() => moves(page)).toBe(false);
    const shape = await drawn(page);
    for (const [other, before] of seen) expect(shape, `${sentence} and ${other}`).not.toBe(before);
    seen.set(sentence, shape);
  };
  const pressed = page.locator("#stage .figure-stops").getByRole("button", { pressed: true });
  await expect(pressed).toHaveText("Side");
  await expect(image).toHaveAttribute("aria-label", /Seen from the right side\.$/);
  await turnTo("Front", "Seen from the front");
  await turnTo("¾ front", "Seen from the front right");
  await turnTo("¾ back", "Seen from the back right");
  await turnTo("Back", "Seen from the back");
  await turnTo("Side", "Seen from the right side");
  await turnTo("Side", "Seen from the left side");
  await expect(pressed).toHaveText("Side");
  await turnTo("¾ front", "Seen from the front left");
  await turnTo("¾ back", "Seen from the back left");
  await page.goto(page.url().replace("deep-squat", "banded-glute-bridge"));
  await expect(button(page, "Half speed")).toBeVisible();
  await expect(button(page, "Front")).toHaveCount(1);
});

test("a finger or the mouse turns it by dragging to the side, and the page still scrolls", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await button(page, "Pause").click();
  await expect.poll(() => moves(page)).toBe(false);
  const svg = page.locator("#stage svg.figure");
  await expect(svg).toHaveCSS("touch-action", /pan-y/);
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await drawn(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 50, y, { steps: 5 });
  await expect.poll(() => drawn(page), "it turns with the pointer").not.toBe(before);
  const held = await drawn(page);
  await page.mouse.move(x - 150, y, { steps: 5 });
  await expect.poll(() => drawn(page)).not.toBe(held);
  await page.mouse.up();
  // A hundred and fifty pixels to the left, a quarter of a turn: from the right side to the front.
  await expect(page.getByRole("status")).toHaveText("Seen from the front.");
  await expect.poll(() => moves(page)).toBe(false);
  await expect(svg).toHaveAttribute("aria-label", /Seen from the front\.$/);
});

test("the arrow keys turn it a step at a time, and Home brings its own view back", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat", { reducedMotion: "reduce" });
  const svg = page.locator("#stage svg.figure");
  await svg.focus();
  const still = () => page.locator('#stage [data-figure="still"] path').evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).filter(Boolean).join());
  const own = await still();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(still, "the still is turned").not.toBe(own);
  await expect(page.getByRole("status")).toHaveText("Seen from the right side.");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("status")).toHaveText("Seen from the front right.");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(still).toBe(own);
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("ArrowRight");
  await expect(svg).toHaveAttribute("aria-label", /Seen from the back\.$/);
  await page.keyboard.press("Home");
  await expect(svg).toHaveAttribute("aria-label", /Seen from the right side\.$/);
  await expect.poll(still).toBe(own);
  await expect(svg).toBeFocused();
});

test("by keyboard one gets from the figure to its named views and on to Pause, and sees where one is", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect(button(page, "Pause")).toBeVisible();
  await page.locator("#stage svg.figure").focus();
  const focus = () =>
    page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      const words = document.activeElement.getAttribute("aria-description") ?? document.activeElement.textContent;
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? words : `${words}: no ring`;
    });
  const passed = [];
  // The first key makes the browser show the focus.
  await page.keyboard.press("Home");
  for (let press = 0; press < 8; press += 1) {
    passed.push(await focus());
    await page.keyboard.press("Tab");
  }
  expect(passed[0]).toMatch(/arrow keys/i);
  expect(passed.slice(1)).toEqual(["Front", "¾ front", "Side", "¾ back", "Back", "Pause", "Half speed"]);
  await button(page, "¾ back").focus();
  await page.keyboard.press("Enter");
  await expect(button(page, "¾ back")).toHaveAttribute("aria-pressed", "true");
});

test("who asks for less motion turns the still by dragging and by its named views", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat", { reducedMotion: "reduce" });
  await expect(part(page, "still")).toBeVisible();
  const still = () => part(page, "still").locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
  const svg = page.locator("#stage svg.figure");
  await svg.scrollIntoViewIfNeeded();
  const [own, box] = [await still(), await svg.boundingBox()];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 75, y, { steps: 5 });
  await expect.poll(still, "it turns with the pointer").not.toBe(own);
  await page.mouse.move(x - 150, y, { steps: 5 });
  await page.mouse.up();
  await expect(svg).toHaveAttribute("aria-label", /Seen from the front\.$/);
  const front = await still();
  await button(page, "Side").click();
  await expect.poll(still).toBe(own);
  await button(page, "Front").click();
  await expect.poll(still).toBe(front);
  await expect(part(page, "moving")).toBeHidden();
});

test("it turns softly, but at once for who asks for less motion", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await button(page, "Pause").click();
  await expect.poll(() => moves(page)).toBe(false);
  // The number of pictures from one view to the other.
  const pictures = () =>
    page.evaluate(async () => {
      const look = () => document.querySelector("#stage svg.figure [data-figure]:not([display]) path.fig-skin").getAttribute("d");
      const seen = new Set([look()]);
      [...document.querySelectorAll("#stage .figure-stops button")].find((stop) => stop.getAttribute("aria-pressed") === "false").click();
      for (const since = performance.now(); performance.now() - since < 900; await new Promise(requestAnimationFrame)) seen.add(look());
      return seen.size;
    });
  expect(await pictures()).toBeGreaterThan(4);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect(part(page, "still")).toBeVisible();
  expect(await pictures()).toBe(2);
});

test("a level changes figure, name and dose together", async ({ app }) => {
  const page = await app.open("/exercises/monster-walk");
  const exercise = new Exercise(page);
  const image = page.locator("#stage").getByRole("img");
  await expect(image).toHaveAttribute("aria-label", /^Monster walk, Base\. .*round the ankles.*\.$/);
  // The areas of the bands: those of one colour may be one path.
  const areas = () => part(page, "moving").locator(".fig-prop").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join().split("M").length - 1);
  await expect.poll(areas).toBeGreaterThan(0);
  const one = await areas();
  await exercise.level("harder").click();
  await expect(image).toHaveAttribute("aria-label", /^Monster walk, Harder\. /);
  // Of each band some areas are hidden in some moments.
  await expect.poll(areas, "two bands, round the ankles and the knees").toBeGreaterThan(1.4 * one);
});

test("a caption says what the picture cannot: how long a hold is, and that the eyes are closed", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-balance");
  await expect(page.locator("#stage")).toContainText("you hold it for 30 s");
  await expect(page.locator("#stage")).not.toContainText("eyes");
  await new Exercise(page).level("hard").click();
  await expect(page.locator("#stage")).toContainText("The eyes are closed. Shown short: you hold it for 30 s.");
});

test("a tapped cue moves the figure to its moment and rings the joint it speaks of", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect(part(page, "pointer")).toBeHidden();
  await page.getByRole("button", { name: /^knees/ }).click();
  await expect(part(page, "pointer")).toBeVisible();
  expect(await part(page, "guide").getAttribute("d"), "the knee over the toe").toMatch(/^M/);
  await expect.poll(() => moves(page)).toBe(false);
  const first = await part(page, "pointer").getAttribute("cy");
  await page.getByRole("button", { name: /^foot/ }).click();
  await expect.poll(() => part(page, "pointer").getAttribute("cy")).not.toBe(first);
  expect(Number(await part(page, "pointer").getAttribute("cy")), "at the ground").toBeGreaterThan(-60);
  await new Exercise(page).level("hard").click();
  await expect(part(page, "pointer"), "the other level has its own moments").toBeHidden();
  await button(page, "Play").click();
  await expect.poll(() => moves(page)).toBe(true);
});

for (const [width, height] of [[390, 844], [844, 390], [320, 568], [1280, 800]]) {
  test(`a tapped cue and what it speaks of are in sight together at ${width} × ${height}`, async ({ app }) => {
    const page = await app.open("/exercises/deep-squat", { viewport: { width, height } });
    for (const topic of ["knees", "foot", "weight"]) {
      const cue = page.getByRole("button", { name: new RegExp(`^${topic}`) });
      await cue.click();
      await expect(cue).toHaveAttribute("aria-pressed", "true");
      await expect(cue).toBeFocused();
      await expect.poll(() => inSight(page, part(page, "pointer"), "#stage"), `the ring of ${topic}`).toBe(true);
      await expect.poll(() => inSight(page, cue, ".cue"), `the cue ${topic}`).toBe(true);
      for (const stop of await page.locator("#stage .figure-stops button").all()) {
        await expect.poll(() => inSight(page, stop, ".figure-stops button"), `the named views beside ${topic}`).toBe(true);
      }
    }
    await button(page, "Play").click();
    await expect(part(page, "pointer")).toBeHidden();
    await expect.poll(() => inSight(page, page.locator("#stage svg.figure"), "#stage"), "the figure that plays").toBe(true);
  });
}

test("with text at 200 % the figure does not cover the cue, and each named view is whole", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect(button(page, "Pause")).toBeVisible();
  await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
  const cue = page.getByRole("button", { name: /^knees/ });
  await cue.click();
  await expect.poll(() => inSight(page, cue, ".cue")).toBe(true);
  for (const stop of await page.locator("#stage .figure-stops button").all()) {
    await stop.scrollIntoViewIfNeeded();
    const [inner, outer] = [await stop.boundingBox(), await page.locator("#stage").boundingBox()];
    expect(inner.x).toBeGreaterThanOrEqual(outer.x);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    expect(await stop.evaluate((stop) => stop.scrollWidth - stop.clientWidth), "no word is cut").toBeLessThanOrEqual(0);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`working muscles do not have the colour of pain, ${colorScheme}`, async ({ app }) => {
    const page = await app.open("/exercises/monster-walk", { colorScheme });
    await expect(page.locator("#stage .fig-primary").first()).toBeAttached();
    const [muscle, pain] = await page.evaluate(() => {
      const sample = document.body.appendChild(document.createElement("p"));
      sample.style.color = "var(--danger)";
      const hue = (colour) => Number(colour.match(/^oklch\(\S+ \S+ ([\d.]+)/)[1]);
      return [hue(getComputedStyle(document.querySelector("#stage .fig-primary")).fill), hue(getComputedStyle(sample).color)];
    });
    const between = Math.abs(muscle - pain);
    expect(Math.min(between, 360 - between), "degrees between the hues").toBeGreaterThan(60);
  });
}

test("a cue that only the front shows is shown from there, and what points at it goes with the view", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  const places = async () => [await part(page, "pointer").getAttribute("cx"), await part(page, "guide").getAttribute("d")];
  await expect(button(page, "Front")).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: /^knees/ }).click();
  await expect(button(page, "Front")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => moves(page)).toBe(false);
  const front = await places();
  await button(page, "Side").click();
  await expect.poll(async () => (await places()).every((place, at) => place !== front[at])).toBe(true);
  await expect(part(page, "pointer")).toBeVisible();
});

test("a motion opens at its beginning", async ({ app }) => {
  await stopClock(await app.launch());
  const page = await app.open("/exercises/single-leg-deadlift?level=harder");
  const [bell, svg] = [page.locator("#stage .fig-iron").last(), page.locator("#stage svg.figure")];
  const [low, ground] = [await bell.boundingBox(), await svg.boundingBox()];
  const over = ground.y + ground.height - low.y - low.height;
  expect(over, "the kettlebell is still on the floor").toBeLessThan(ground.height * 0.12);
});

for (const [exercise, level] of [["supported-pistol-squat", "base"], ["single-leg-deadlift", "harder"], ["banded-dead-bug", "hard"]]) {
  test(`the other side of ${exercise}, ${level}, is on stage`, async ({ app }) => {
    const page = await app.open(`/exercises/${exercise}?level=${level}`);
    expect(await cutOff(page, "#stage", 1500)).toBeLessThan(2);
    await button(page, "Other side").click();
    expect(await cutOff(page, "#stage", 4000)).toBeLessThan(2);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    await button(page, "Other side").click();
    await expect(part(page, "still")).toBeVisible();
    expect(await cutOff(page, "#stage", 100)).toBeLessThan(2);
  });
}

test("an exercise that is done side by side is shown for the other side too", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-deadlift");
  await button(page, "Other side").click();
  await expect(page.locator("#stage svg.figure > g").first()).toHaveAttribute("transform", "scale(-1 1)");
  const image = page.locator("#stage").getByRole("img");
  await expect(image).toHaveAttribute("aria-label", /barefoot on the left leg .* the straight right leg/);
  await button(page, "Other side").click();
  await expect(image).toHaveAttribute("aria-label", /barefoot on the right leg .* the straight left leg/);
  await page.goto(page.url().replace("single-leg-deadlift", "deep-squat"));
  await expect(button(page, "Play").or(button(page, "Pause"))).toBeVisible();
  await expect(button(page, "Other side")).toHaveCount(0);
});

/** A point of the screen inside one of the shapes that `selector` names, where nothing else than the figure lies; `null` if there is none. */
const pointOn = (page, selector) =>
  page.locator("#stage svg.figure").evaluate((svg, selector) => {
    const frame = svg.getBoundingClientRect();
    for (let y = frame.top + 2; y < frame.bottom; y += 3) {
      for (let x = frame.left + 2; x < frame.right; x += 3) {
        // A little room around it, so that a rounded place is inside as well.
        const near = [[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]];
        const shapes = near.map(([dx, dy]) => document.elementsFromPoint(x + dx, y + dy).find((found) => found.matches(selector)));
        if (shapes[0] && shapes.every((shape) => shape === shapes[0])) return [x, y];
      }
    }
    return null;
  }, selector);

const touched = (page) => page.locator("#stage .stage-touched");
const HINT = "Tap a muscle to see what it does.";
/** The outline of what was touched. */
const outline = (page) => page.locator("#stage .fig-touched");

for (const [how, options] of [["playing", {}], ["still", { reducedMotion: "reduce" }], ["dark", { colorScheme: "dark" }]]) {
  test(`a tap on the figure names the muscle and its part in the exercise, ${how}`, async ({ app }) => {
    const page = await app.open("/exercises/deep-squat", { viewport: { width: 390, height: 844 }, ...options });
    await expect(touched(page)).toHaveText(HINT);
    if (how === "dark") await button(page, "Pause").click();
    await page.locator("#stage svg.figure").scrollIntoViewIfNeeded();
    const place = await page.locator("#stage svg.figure").boundingBox();
    const scrolled = await page.evaluate(() => scrollY);
    // While it plays the muscle moves on meanwhile: another one, then.
    await expect(async () => {
      await page.mouse.click(...(await pointOn(page, `#stage [data-figure="${how === "still" ? "still" : "moving"}"] .fig-primary`)));
      await expect(touched(page)).toHaveText(/^(Quads: straighten the knee. They do|Glute max: straightens the hip. It does) most of the work here\.$/, { timeout: 500 });
    }).toPass();
    await expect(outline(page)).toHaveAttribute("d", /^M.+z$/);
    expect(await page.evaluate(() => scrollY), "the page stays where it is").toBe(scrolled);
    expect((await page.locator("#stage svg.figure").boundingBox()).height, "and the picture as large as it is").toBe(place.height);
    if (how === "playing") expect(await moves(page), "it goes on playing").toBe(true);
    // A tap beside the body ends it, and Escape.
    await page.mouse.click(place.x + 5, place.y + 5);
    await expect(touched(page)).toHaveText(HINT);
    await expect(outline(page)).not.toHaveAttribute("d", /M/);
    await new Exercise(page).fold("Muscles").click();
    await page.getByRole("button", { name: "adductors" }).press("Enter");
    await expect(touched(page)).toHaveText("Adductors: pull the leg inward. They help here.");
    await page.keyboard.press("Escape");
    await expect(touched(page)).toHaveText(HINT);
  });
}

test("a muscle of the text is shown on the figure, which turns to it; a drag touches nothing", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-deadlift");
  await button(page, "Pause").click();
  await new Exercise(page).fold("Muscles").click();
  const hamstrings = page.locator(".muscles").getByRole("button", { name: "hamstrings" });
  await button(page, "Front").click();
  await hamstrings.click();
  await expect(hamstrings).toHaveAttribute("aria-pressed", "true");
  await expect(touched(page)).toHaveText("Hamstrings: bend the knee and help to straighten the hip. They do most of the work here.");
  await expect(button(page, "Front"), "they are behind").toHaveAttribute("aria-pressed", "false");
  await expect(outline(page)).toHaveAttribute("d", /^M.+z$/);
  // Another view keeps it lit where it is seen, and a second press ends it.
  await hamstrings.click();
  await expect(hamstrings).toHaveAttribute("aria-pressed", "false");
  await expect(touched(page)).toHaveText(HINT);
  const box = await page.locator("#stage svg.figure").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(touched(page)).toHaveText(HINT);
});

test("the outline of a muscle is written only where it changes", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await outline(page).evaluate((path) => {
    window.written = 0;
    for (const name of ["setAttribute", "removeAttribute"]) {
      const write = Element.prototype[name];
      Element.prototype[name] = function (...values) {
        if (this === path) window.written++;
        return write.apply(this, values);
      };
    }
  });
  const written = () => page.evaluate(() => window.written);
  await expect.poll(() => moves(page)).toBe(true);
  expect(await written(), "none is chosen while it plays").toBe(0);
  await new Exercise(page).fold("Muscles").click();
  await page.getByRole("button", { name: "adductors" }).click();
  await expect(outline(page)).toHaveAttribute("d", /^M.+z$/);
  expect(await written()).toBeGreaterThan(0);
});

test("a tap finds what is seen on the other side too", async ({ app }) => {
  const page = await app.open("/exercises/single-leg-deadlift");
  await button(page, "Pause").click();
  await button(page, "Other side").click();
  await expect.poll(() => moves(page)).toBe(false);
  await page.locator("#stage svg.figure").scrollIntoViewIfNeeded();
  const muscle = '#stage [data-figure="moving"] .fig-primary';
  // In some moments no muscle faces the viewer.
  await expect(async () => {
    if (await pointOn(page, muscle)) return;
    await button(page, "Play").click();
    await page.waitForTimeout(300);
    await button(page, "Pause").click();
    throw new Error("no muscle is seen");
  }).toPass();
  await page.mouse.click(...(await pointOn(page, muscle)));
  await expect(touched(page)).toHaveText(/^(Hamstrings|Glute max): .* most of the work here\.$/);
  await page.mouse.click(...(await pointOn(page, '#stage [data-figure="moving"] .fig-hair')));
  await expect(touched(page)).toHaveText("Head");
});

test("out of sight nothing is painted", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat", { viewport: { width: 390, height: 500 } });
  const painted = () =>
    page.evaluate(async () => {
      let count = 0;
      const watch = new MutationObserver((records) => (count += records.length));
      watch.observe(document.querySelector('#stage [data-figure="moving"]'), { subtree: true, attributes: true });
      await new Promise((done) => setTimeout(done, 700));
      watch.disconnect();
      return count;
    });
  expect(await painted()).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(1000);
  expect(await painted()).toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(painted).toBeGreaterThan(0);
});

test("who asks for less motion sees the still, and it moves only when asked to", async ({ app }) => {
  const page = await app.open("/exercises/lunge", { reducedMotion: "reduce" });
  await expect(part(page, "still")).toBeVisible();
  await expect(part(page, "moving")).toBeHidden();
  await expect(page.locator("#stage .fig-ghost")).toHaveCSS("stroke-dasharray", /\d/);
  expect(await page.locator("#stage .fig-arrow").getAttribute("d")).toMatch(/^M/);
  await expect.poll(() => moves(page)).toBe(false);
  await button(page, "Play").click();
  await expect(part(page, "moving")).toBeVisible();
  await expect.poll(() => moves(page)).toBe(true);
});

test("who asks for less motion has the still again when a cue is tapped once more", async ({ app }) => {
  const page = await app.open("/exercises/lunge", { reducedMotion: "reduce" });
  const cue = page.getByRole("button", { name: /^knee/ });
  await cue.click();
  await expect(part(page, "still")).toBeHidden();
  await expect(part(page, "pointer")).toBeVisible();
  await cue.click();
  await expect(cue).toHaveAttribute("aria-pressed", "false");
  await expect(part(page, "still")).toBeVisible();
  await expect(part(page, "moving")).toBeHidden();
});

test("in lists every exercise has its still, and nothing moves", async ({ app }) => {
  const page = await app.open("/exercises");
  await expect(page.locator("li.exercise-card svg.figure")).toHaveCount(8);
  const shapes = () => page.locator("svg.figure path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
  const before = await shapes();
  expect(before).not.toContain("NaN");
  await page.waitForTimeout(500);
  expect(await shapes()).toBe(before);
});

test("Today shows the still of the first exercise where there is room, and nothing moves when it comes", async ({ app }) => {
  await app.launch({ viewport: { width: 390, height: 844 } });
  const page = await app.open("/");
  const still = page.locator("[data-suggestion] svg.figure");
  await expect(still).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)));
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );
  expect(shift).toBeLessThanOrEqual(0.01);
  await expect(page.getByRole("button", { name: /^Start/ })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 320, height: 568 });
  await expect(still).toBeHidden();
});

test("paper gets the still", async ({ app }) => {
  const page = await app.open("/exercises/deep-squat");
  await expect(part(page, "still")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(part(page, "still")).toBeVisible();
  await expect(part(page, "moving")).toBeHidden();
});

for (const colorScheme of ["light", "dark"]) {
  test(`a routine is printed with the still of each exercise, in light colours, ${colorScheme}`, async ({ app }) => {
    const page = await app.open("/routines/six-minutes", { colorScheme });
    const rows = page.locator("ol.planned > li");
    await expect(rows).toHaveCount(4);
    await page.emulateMedia({ media: "print", colorScheme });
    for (const row of await rows.all()) {
      await expect(row.locator("svg.figure")).toBeVisible();
      expect(await row.locator("svg.figure .fig-ghost").getAttribute("d")).toMatch(/^M/);
    }
    await expect(page.getByRole("navigation").first()).toBeHidden();
    expect(await page.evaluate(() => matchMedia("print").matches && getComputedStyle(document.documentElement).colorScheme)).toBe("light");
  });
}

test("the player shows the side at work, and the next move during a rest", async ({ app }) => {
  await stopClock(await app.launch());
  const player = await Player.begin(
    app,
    routineOf("sides00001", "Sides", ["supported-pistol-squat", "base", [5], 30], ["lunge", "base", [5], 30]),
  );
  const { page } = player;
  const picture = page.locator(".player-figure svg > g").first();
  const name = page.locator(".player-figure").getByRole("img");
  await expect(picture).not.toHaveAttribute("transform", "scale(-1 1)");
  await player.goOn((look) => look.phase === "switch");
  await expect(picture).toHaveAttribute("transform", "scale(-1 1)");
  await expect(name).toHaveAttribute("aria-label", /on the left leg .* the right leg straight/);
  for (let at = 0; at < 8; at += 1) {
    expect(await cutOff(page, ".player-figure", 0)).toBeLessThan(2);
    await player.pass(0.5);
  }
  await player.goOn((look) => look.phase === "rest");
  await expect(name).toHaveAttribute("aria-label", /^Lunge\. /);
  const before = await drawn(page, ".player-figure");
  await player.pass(1);
  expect(await drawn(page, ".player-figure")).not.toBe(before);
});

test("in the player a chosen view holds for the other side and the next exercise, and after a reload", async ({ app }) => {
  await stopClock(await app.launch());
  const player = await Player.begin(
    app,
    routineOf("views00001", "Views", ["supported-pistol-squat", "base", [5], 30], ["lunge", "base", [5], 30]),
  );
  const { page } = player;
  const list = page.getByRole("combobox", { name: "View" });
  const name = page.locator(".player-figure").getByRole("img");
  await expect(list).toHaveValue("");
  await expect(name).toHaveAttribute("aria-label", /Seen from the right side\.$/);
  await list.selectOption({ label: "Front right" });
  await expect(name).toHaveAttribute("aria-label", /Seen from the front right\.$/);
  await player.pass(0.5);
  await expect(page.getByRole("status")).toHaveText("Seen from the front right.");
  await player.goOn((look) => look.phase === "switch");
  await expect(name, "the mirror image of it").toHaveAttribute("aria-label", /Seen from the front left\.$/);
  await player.goOn((look) => look.phase === "rest");
  await expect(name).toHaveAttribute("aria-label", /^Lunge\. .* Seen from the front right\.$/);
  await page.reload();
  await expect(page.locator(".player-figure").getByRole("img")).toHaveAttribute("aria-label", /Seen from the front right\.$/);
  await list.selectOption({ label: "Best view" });
  await expect(name).toHaveAttribute("aria-label", /Seen from the right side\.$/);
});

for (const [width, height, text] of [[320, 568, "100%"], [390, 844, "200%"], [844, 390, "200%"]]) {
  test(`the player's list of views shows its words whole at ${width} × ${height} with text at ${text}`, async ({ app }) => {
    await stopClock(await app.launch({ viewport: { width, height } }));
    const { page } = await Player.begin(app, routineOf("views00002", "Views", ["lunge", "base", [5], 30]));
    const list = page.getByRole("combobox", { name: "View" });
    await page.evaluate((text) => void (document.documentElement.style.fontSize = text), text);
    for (const label of ["Best view", "Front right"]) {
      await list.selectOption({ label });
      const [words, room] = await list.evaluate((list) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(list);
        const paper = document.createElement("canvas").getContext("2d");
        paper.font = font;
        return [paper.measureText(list.selectedOptions[0].text).width, list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)];
      });
      expect(words, label).toBeLessThanOrEqual(room + 1);
    }
    const [inner, outer] = [await list.boundingBox(), await page.locator(".player-figure").boundingBox()];
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width + 1);
    await expect(list).toBeInViewport();
  });
}
