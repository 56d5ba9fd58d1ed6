// Every field of the app: what is typed is there again when the page is loaded anew, hidden and gone, closed, or dead.
import { Builder } from "./pages/builder.mjs";
import { Player } from "./pages/player.mjs";
import { lived, plainPage, readKeys, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { ROUTES, expect, open, test } from "./support/app.mjs";

const own = routineOf("own0000001", "Hill squats", ["deep-squat", "base", [5, 5], 0], ["lunge", "base", [5], 30]);
const { keys: livedKeys } = lived();
const { "mainspring.active": _, "mainspring.at": __, ...over } = livedKeys;
const keys = { ...over, "mainspring.routines": JSON.stringify({ v: 1, routines: [own] }) };
const [month] = Object.keys(keys).filter((key) => key.startsWith("mainspring.log:"));
const session = JSON.parse(keys[month]).s[0][0];
const SESSION = `/progress/${session}`;
const BUILDER = `/routines/${own.id}`;

/** What is typed in each field of text, and what shows it afterwards. `kept` is what is there again. */
const FIELDS = {
  "textarea#note": { at: SESSION, text: "Left foot slipped" },
  "input#routine-name": { at: BUILDER, text: "Hills on Tuesday" },
  "input#routine-note": { at: BUILDER, text: "Before easy runs" },
  "input#note-0": { at: BUILDER, text: "Slowly", open: "deep-squat" },
  "input#note-1": { at: BUILDER, text: "12 kg in the backpack", open: "lunge" },
  "input#amount-0": { at: BUILDER, text: "12", open: "deep-squat", also: "2 × 12 reps" },
  "input#amount-1": { at: BUILDER, text: "0", open: "lunge", error: true },
  "input#load-0-0-typed": { at: BUILDER, text: "7.5", open: "deep-squat" },
  "input#load-1-0-typed": { at: BUILDER, text: "12", open: "lunge" },
  "input#add-search": { at: BUILDER, text: "balance", wide: true },
  "input#picker-search": { at: BUILDER, text: "band", picker: true },
  "input#exercise-search": { at: "/exercises", text: "hips", byAddress: true },
  "input#pasted-link": { at: "/routines", text: "https://example.org/r#1~Hills" },
  "input#volume": { at: "/settings", text: "35", range: true },
  "input#own-name": { at: "/own", text: "Dead hang" },
  "input#own-sets-number": { at: "/own", text: "4" },
  "input#own-amount": { at: "/own", text: "12 to 15" },
  "input#own-rest": { at: "/own", text: "75" },
  "input#own-rep": { at: "/own", text: "5" },
  "textarea#own-cues": { at: "/own", text: "Shoulders down" },
};

// Choices hold what they show: nothing is half chosen.
const CHOICES = "input[type=radio], input[type=checkbox], select";
// Nobody types in these.
const OTHERS = "input[readonly], input[type=file]";

async function prepare(app) {
  const page = await plainPage(app);
  await writeStores(page, { keys });
  return page;
}

test("every field of every page is a choice, or in the table of what is kept while it is typed", async ({ app }) => {
  await prepare(app);
  const found = new Set();
  const page = await (await app.launch()).newPage();
  for (const route of [...ROUTES, SESSION, BUILDER]) {
    await open(page, app.server.origin + route);
    // The list to add from is filled once it is opened.
    if (route === BUILDER) await page.getByRole("button", { name: "Add an exercise" }).click();
    const fields = await page.evaluate(
      ([choices, others]) =>
        Array.from(document.querySelectorAll("input, textarea, select, [contenteditable]"))
          .filter((field) => !field.matches(choices) && !field.matches(others))
          .map((field) => `${field.localName}#${field.id}`),
      [CHOICES, OTHERS],
    );
    for (const field of fields) found.add(field);
  }
  expect([...found].sort()).toEqual(Object.keys(FIELDS).sort());
});

/** Types into a field as a person does, and leaves the focus in it. */
async function type(page, selector, { at, text, open: exercise, picker, range }) {
  await open(page, page.origin + at);
  const builder = new Builder(page);
  if (exercise) await builder.open(exercise);
  if (picker) await builder.add.click();
  const field = page.locator(selector);
  if (range) {
    await field.evaluate((field, text) => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
    return field;
  }
  await field.click();
  await field.press("Control+a");
  await field.pressSequentially(text, { delay: 20 });
  await expect(field).toHaveValue(text);
  await expect(field).toBeFocused();
  return field;
}

async function expectKept(page, selector, { at, text, open: exercise, also, error, byAddress, picker }, how) {
  await open(page, byAddress ? page.url() : page.origin + at);
  if (exercise) await new Builder(page).open(exercise);
  if (picker) await page.getByRole("button", { name: "Add an exercise" }).click();
  await expect(page.locator(selector), how).toHaveValue(text);
  if (also) await expect(page.getByText(also), how).toBeVisible();
  if (error) {
    await expect(page.locator(selector), how).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator(`${selector.replace("input", "")}-error`), how).toContainText("Until then it stays at 5.");
  }
}

// Runs in the page: another tab, or another app, comes to the front.
function hide() {
  Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
  Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  // A crashed page stays crashed; the runner opens the app again.
  const context = page.context();
  await page.close();
  return context.newPage();
}

const ways = {
  "loaded anew": async (page) => (await page.reload(), page),
  "hidden, then dead": async (page) => {
    await page.evaluate(hide);
    await page.waitForTimeout(300);
    return crash(page);
  },
  // Typed text is at most a second on its way.
  "dead a moment later": async (page) => {
    await page.waitForTimeout(1500);
    return crash(page);
  },
  closed: async (page) => {
    const context = page.context();
    await page.close({ runBeforeUnload: true });
    return context.newPage();
  },
};

// Every field in one of the ways; in the others one that is kept as a value, and one as it was typed: all fields hand on their
// text alike (`ui/typed.rs`).
const EVERY = "hidden, then dead";
const SOME = ["textarea#note", "input#amount-1"];

for (const [how, end] of Object.entries(ways)) {
  test(`fault F6: what is typed in ${how === EVERY ? "any" : "a"} field is there again, ${how}`, async ({ app }) => {
    test.setTimeout(120_000);
    for (const [selector, row] of Object.entries(FIELDS)) {
      if (how !== EVERY && !SOME.includes(selector)) continue;
      let page = await prepare(app);
      if (row.wide) await page.setViewportSize({ width: 1280, height: 800 });
      page.origin = app.server.origin;
      await type(page, selector, row);
      const address = page.url();
      page = await end(page);
      page.origin = app.server.origin;
      if (row.wide) await page.setViewportSize({ width: 1280, height: 800 });
      if (row.byAddress) await page.goto(address);
      await expectKept(page, selector, row, `${selector}, ${how}`);
      await page.close();
    }
  });
}

test("fault F6: a note typed at the finish is there when the page is dead a second later", async ({ app }) => {
  await app.launch({ reducedMotion: "reduce" });
  const { keys: only } = withRoutine(routineOf("short00001", "Short", ["deep-squat", "base", [5], 0]));
  await writeStores(await plainPage(app), { keys: only });
  let page = await app.open("/play/short00001");
  const player = new Player(page);
  await player.button("Start").click();
  while ((await player.look()).phase !== "finished") {
    await page.waitForTimeout(600);
    await player.primary.click();
  }
  await page.locator("textarea#note").pressSequentially("Left foot slipped", { delay: 20 });
  await page.waitForTimeout(1500);
  await expect(page.locator("textarea#note")).toBeFocused();
  page = await crash(page);
  await open(page, `${app.server.origin}/progress`);
  await page.locator("ol.rows > li[data-session]").getByRole("link").first().click();
  await expect(page.locator("textarea#note")).toHaveValue("Left foot slipped");
});

test("fault F6: the caret stays where it is while a note is kept, spaces at its end and all", async ({ app }) => {
  await prepare(app);
  const page = await app.open(SESSION);
  const field = page.locator("textarea#note");
  await field.click();
  await field.pressSequentially("slipped ");
  await page.waitForTimeout(1300);
  await expect(field).toHaveValue("slipped ");
  for (let at = 0; at < 8; at += 1) await field.press("ArrowLeft");
  await field.pressSequentially("left foot ", { delay: 150 });
  await page.waitForTimeout(1300);
  await expect(field).toHaveValue("left foot slipped ");
  await expect.poll(() => field.evaluate((field) => field.selectionStart)).toBe("left foot ".length);
});

test("fault F6: an unfinished composition is left alone, and is kept", async ({ app }) => {
  await prepare(app);
  const page = await app.open(SESSION);
  const field = page.locator("textarea#note");
  await field.click();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(1300);
  await cdp.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await cdp.send("Input.insertText", { text: "日本" });
  await expect(field).toHaveValue("日本");
  await page.reload();
  await expect(page.locator("textarea#note")).toHaveValue("日本");
});

test("fault F6: another tab's change leaves a field alone that is being typed in", async ({ app }) => {
  await prepare(app);
  const page = await app.open(BUILDER);
  const name = page.locator("#routine-name");
  await name.click();
  await name.press("End");
  await name.pressSequentially(" on");
  const other = await app.open(BUILDER);
  await expect(other.locator("#routine-name")).toHaveValue("Hill squats on");
  await new Builder(other).step("deep-squat", "Sets of", 1);
  await expect(page.locator('li[data-exercise="deep-squat"] [data-dose]')).toHaveText("3 × 5 reps");
  await name.pressSequentially(" grass");
  await expect(name).toHaveValue("Hill squats on grass");
  await page.reload();
  await expect(name).toHaveValue("Hill squats on grass");
  await expect(page.locator('li[data-exercise="deep-squat"] [data-dose]')).toHaveText("3 × 5 reps");
});

test("fault F6: a note is not written anew at every key, and not at all where nothing changed", async ({ app }) => {
  await prepare(app);
  const context = await app.launch();
  await context.addInitScript(() => {
    const set = Storage.prototype.setItem;
    window.written = [];
    Storage.prototype.setItem = function (key, value) {
      if (/log:/.test(key)) window.written.push(key);
      return set.call(this, key, value);
    };
  });
  const page = await app.open(SESSION);
  const field = page.locator("textarea#note");
  await field.click();
  await field.pressSequentially("Twenty letters, fast", { delay: 10 });
  await field.press("Tab");
  await expect.poll(async () => (await readKeys(page))[month]).toContain("Twenty letters, fast");
  const written = await page.evaluate(() => window.written.length);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThanOrEqual(3);
  await field.focus();
  await field.press("Tab");
  await page.waitForTimeout(1200);
  await expect.poll(() => page.evaluate(() => window.written.length)).toBe(written);
});

test("fault F6: a note says how much room is left, and that it is full", async ({ app }) => {
  await prepare(app);
  const page = await app.open(SESSION);
  const field = page.locator("textarea#note");
  const room = page.locator("#note-room");
  await field.fill("a".repeat(440));
  await expect(room).toHaveText("");
  await field.fill("a".repeat(477));
  await expect(room).toHaveText("23 characters left.");
  await field.press("End");
  await field.pressSequentially("b".repeat(22));
  await expect(room).toHaveText("1 character left.");
  await field.pressSequentially("cdef");
  await expect(field).toHaveValue("a".repeat(477) + "b".repeat(22) + "c");
  await expect(room).toHaveText("This is full: 500 characters.");
  await expect(field).toHaveAccessibleDescription("This is full: 500 characters.");
});

test("fault F6: typing an amount is one step back, and a typed zero changes nothing", async ({ app }) => {
  await prepare(app);
  const page = await app.open(BUILDER);
  const builder = new Builder(page);
  await builder.open("deep-squat");
  const field = page.locator("#amount-0");
  const dose = builder.row("deep-squat").locator("[data-dose]");
  await field.click();
  await field.press("Control+a");
  await field.pressSequentially("1");
  await expect(dose).toHaveText("2 × 1 rep");
  await field.pressSequentially("7");
  await expect(dose).toHaveText("2 × 17 reps");
  await builder.undoButton.click();
  await expect(dose).toHaveText("2 × 5 reps");
  await expect(field).toHaveValue("5");
  await field.fill("0");
  await field.press("Tab");
  await expect(dose).toHaveText("2 × 5 reps");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.locator(`li[data-exercise="deep-squat"]`).getByRole("button", { name: /^More: Reps/ }).click();
  await expect(dose).toHaveText("2 × 6 reps");
  await expect(field).toHaveValue("6");
  await page.reload();
  await new Builder(page).open("deep-squat");
  await expect(field).toHaveValue("6");
  await expect.poll(async () => Object.keys(await readKeys(page))).not.toContain("mainspring.unfinished");
});
