// Sharing: a link, a code, a file and a sheet of paper out; a link, a code and a done sheet in.
import { readFileSync } from "node:fs";
import jsqr from "jsqr";
import { Builder } from "./pages/builder.mjs";
import { Player } from "./pages/player.mjs";
import { SHARED } from "./pages/places.mjs";
import { faultsAt } from "./pages/looks.mjs";
import { plainPage, readKeys, readLog, routineOf, withLog, withRoutine, writeStores } from "./pages/stores.mjs";
import { App, axe, expect, open, test } from "./support/app.mjs";

const heading = (page) => page.getByRole("heading", { level: 1 });
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The text of the QR code in `picture`, a PNG; read by a decoder that is not the app's. */
async function readCode(page, picture) {
  const { data, width, height } = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, [...picture]);
  return jsqr(Uint8ClampedArray.from(data), width, height, { inversionAttempts: "dontInvert" })?.data;
}

/** Ten exercises, the last two again. */
const TEN = routineOf(
  "ten0000001",
  "Ten for hills",
  ...["single-leg-balance", "single-leg-deadlift", "supported-pistol-squat", "deep-squat", "lunge", "banded-glute-bridge", "monster-walk", "banded-dead-bug", "deep-squat", "lunge"].map((exercise) => [exercise, "base", [10, 10, 8], 45]),
);

async function withStores(app, stores, path) {
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + path);
}

for (const colorScheme of ["light", "dark"]) {
  test(`the code on screen is the link, read by another reader at 280 px, ${colorScheme}`, async ({ app }) => {
    const page = await app.open("/routines/bands-before-a-run", { colorScheme });
    const link = await page.locator("#share-link").inputValue();
    await button(page, "QR code").click();
    const code = page.locator("[data-qr]");
    await expect(code).toBeVisible();
    expect((await code.boundingBox()).width).toBe(280);
    expect(await readCode(page, await code.screenshot())).toBe(link);
    await button(page, "QR code").click();
    await expect(code).toHaveCount(0);
  });
}

test("a routine goes out by the device's own sheet, and as a file whose link opens it; a closed sheet says nothing", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(() => {
    window.sent = [];
    navigator.share = async (data) => {
      window.sent.push(data);
      if (window.sheet) throw new DOMException("", window.sheet);
    };
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await app.open("/routines/six-minutes");
  const link = await page.locator("#share-link").inputValue();
  await button(page, "Send").click();
  await expect.poll(() => page.evaluate(() => window.sent)).toEqual([{ title: "Six minutes, no kit", url: link }]);
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  await page.evaluate(() => (window.sheet = "AbortError"));
  await button(page, "Send").click();
  await expect.poll(() => page.evaluate(() => window.sent.length)).toBe(2);
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  // Refused, the link is copied.
  await page.evaluate(() => (window.sheet = "NotAllowedError"));
  await button(page, "Send").click();
  await expect(page.locator("[data-notice]")).toContainText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const download = page.waitForEvent("download");
  await button(page, "Save as a file").click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("mainspring-six-minutes-no-kit.txt");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("1. ");
  expect(text).toContain(link);
  await page.goto(`${app.server.origin}/routines`);
  await page.getByLabel("Link from a message").fill(text);
  await button(page, "Open").click();
  await expect(heading(page)).toHaveText("Six minutes, no kit");
});

test("a routine of ten is one page of paper: its stills, a box for each set, a code, and nothing of the app", async ({ app }) => {
  const page = await withStores(app, withRoutine(TEN), `/routines/${TEN.id}`);
  await expect(page.locator(".print-sheet")).toBeHidden();
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 703, height: 1032 });
  const sheet = page.locator(".print-sheet");
  await expect(sheet.getByText("Ten for hills")).toBeVisible();
  await expect(sheet.getByText("Notes")).toBeVisible();
  const rows = sheet.locator("li");
  await expect(rows).toHaveCount(10);
  for (const row of await rows.all()) {
    await expect(row.locator("svg.figure")).toBeVisible();
    await expect(row.locator(".print-boxes > i")).toHaveCount(3);
    await expect(row).toContainText("45 s rest");
  }
  const link = await page.evaluate(() => document.querySelector("#share-link").value);
  expect(await readCode(page, await sheet.locator("[data-qr]").screenshot({ scale: "device" }))).toBe(link);
  const furniture = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1 && !one.closest(".print-sheet") && !one.querySelector(".print-sheet")).map((one) => one.outerHTML.slice(0, 60)));
  expect(furniture).toEqual([]);
});

test("a ready-made routine and a received one are printed the same way", async ({ app }) => {
  const page = await app.open("/routines/balance");
  for (const [path, title] of [["/routines/balance", "Balance, barefoot"], [SHARED, "Hills"]]) {
    await open(page, app.server.origin + path);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".print-sheet").getByText(title)).toBeVisible();
    await expect(page.locator("ol.planned")).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  }
});

test("Print prints the page", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  const page = await app.open("/routines/balance");
  await button(page, "Print").click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
});

// A received routine -----------------------------------------------------------------------------------------------------

const RECEIVED = "/r#1~Hills~deep-squat.x.60.15.15~moon-hop.b.10.99.99~single-leg-balance.h.30.30";

test("a received routine says what it is, and what is unknown counts into nothing", async ({ app }) => {
  const page = await app.open(RECEIVED.replace("~moon-hop.b.10.99.99", ""));
  const minutes = await page.locator(".plan-figures b").textContent();
  await page.goto(app.server.origin + RECEIVED);
  await expect(heading(page)).toHaveText("Hills");
  const figures = page.locator(".plan-figures");
  await expect(figures).toContainText("3 sets");
  await expect(figures).toContainText("2 exercises");
  await expect(figures.locator("b")).toHaveText(minutes);
  const rows = page.locator("ol.planned > li");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("Jump squats");
  await expect(rows.nth(2)).toContainText("Eyes closed");
  for (const level of ["Base", "Hard", "Harder"]) await expect(page.locator("ol.planned").getByText(level, { exact: true })).toHaveCount(0);
  await expect(rows.nth(1)).toHaveAttribute("data-known", "false");
  await expect(rows.nth(1)).toContainText("moon hop");
  await expect(page.locator(".callout")).toContainText("One exercise is not in this version");
  for (const row of [0, 2]) await expect(rows.nth(row).locator("svg.figure")).toBeAttached();
  expect(await axe(page)).toEqual([]);
});

test("the kit of a received routine is marked against hers, and swapped for what she has", async ({ app }) => {
  const page = await app.open("/r#1~Kit~single-leg-deadlift.b.45.8~supported-pistol-squat.b.60.8");
  const chip = (kit) => page.locator(`[data-kit=${kit}]`);
  await expect(chip("dowel")).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator("ol.planned")).toContainText("Needs: Straps or a band fixed to a wall");
  await chip("dowel").click();
  await expect(chip("dowel")).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: /^Swap 1 exercise/ }).click();
  await expect(page.locator("ol.planned")).toContainText("Instead of Supported pistol squat");
  await expect(chip("straps")).toHaveCount(0);
  await button(page, "Start").click();
  await expect(page.locator("main.player")).toHaveAttribute("data-phase", "ready");
});

test("a received routine is trained without being saved; the log has it", async ({ app }) => {
  const page = await app.open("/r#1~One~lunge.b.0.5");
  await button(page, "Start").click();
  const player = new Player(page);
  await player.expectPhase("ready");
  await page.reload();
  await expect(player.main).toHaveAttribute("data-phase", /ready|wait|reps/);
  await expect(async () => {
    await player.primary.click();
    await player.expectPhase("finished");
  }).toPass();
  await expect.poll(async () => (await readLog(page)).map(({ name }) => name)).toEqual(["One"]);
  expect(Object.keys(await readKeys(page))).not.toContain("mainspring.routines");
});

test("a link saved a second time says so and opens the copy there is, also a changed one; nothing is overwritten", async ({ app }) => {
  const page = await app.open(SHARED);
  const save = button(page, "Save to my routines");
  await save.click();
  const builder = new Builder(page);
  await builder.name.fill("My hills");
  await expect(builder.kept).toHaveText("Saved");
  const address = page.url();
  for (const again of [1, 2]) {
    await open(page, app.server.origin + SHARED);
    await save.click();
    await expect(page.locator("[data-notice]"), `again ${again}`).toContainText("You have this routine already. Here it is.");
    expect(page.url()).toBe(address);
    await expect(builder.name).toHaveValue("My hills");
  }
  expect(JSON.parse((await readKeys(page))["mainspring.routines"]).routines).toHaveLength(1);
  // Another link is another routine.
  await open(page, `${app.server.origin}/r#1~Hills~lunge.b.30.10`);
  await save.click();
  await expect(builder.name).toHaveValue("Hills");
  await expect.poll(async () => JSON.parse((await readKeys(page))["mainspring.routines"]).routines.length).toBe(2);
});

test("hostile links, damaged ones and newer ones get a sentence and write nothing", async ({ app }) => {
  const page = await app.open("/");
  for (const [path, told] of [
    ["/r#", "carries nothing"],
    ["/r#1~Hills~deep-squat.b", "damaged"],
    ["/r#9~Hills~deep-squat.b.60.10", "newer version"],
    ["/r#1~<img src=x onerror=alert(1)>~<script>.b.1.1", "damaged"],
    [`/r#1~x~${"lunge.b.1.1~".repeat(5000)}`, "damaged"],
    ["/d#", "carries nothing"],
    ["/d#1.AAAAAAAA", "damaged"],
    ["/d#2.AAAAAAAA", "newer version"],
    ["/d#1.<script>alert(1)</script>", "damaged"],
  ]) {
    await page.goto("about:blank");
    await open(page, app.server.origin + path);
    await expect(heading(page), path.slice(0, 60)).toHaveText("This link does not open");
    await expect(page.locator("[data-error]"), path.slice(0, 60)).toContainText(told);
  }
  await open(page, `${app.server.origin}/r#1~<b>x</b>~lunge.b.30.10`);
  await expect(heading(page)).toHaveText("<b>x</b>");
  expect(await readKeys(page)).toEqual({});
});

// Opening a link ---------------------------------------------------------------------------------------------------------

test("the clipboard's link opens by one tap, also where mail broke it; a text without one is told", async ({ app }) => {
  const context = await app.launch();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await app.open("/routines");
  const paste = async (text) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await button(page, "Paste").click();
  };
  await paste("See you at 5.");
  await expect(page.getByRole("alert")).toHaveText("There is no link to Mainspring in this text. Copy the whole link.");
  await paste(`HTTPS://EXAMPLE.ORG/r?fbclid=IwAR0#1~Hill%20day~lunge.b.3\r\n0.10), see you!`);
  await expect(heading(page)).toHaveText("Hill day");
});

test("a clipboard that is refused is told", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(() => {
    if (navigator.clipboard) navigator.clipboard.readText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  const page = await app.open("/routines");
  await button(page, "Paste").click();
  await expect(page.getByRole("alert")).toContainText("did not allow pasting");
});

/** A browser with a camera and a detector of codes; `window.seen` is the text that it sees, `window.refusal` the name of an error. */
function camera() {
  // A blank page has no camera.
  if (!navigator.mediaDevices) return;
  window.live = 0;
  window.BarcodeDetector = class {
    async detect(video) {
      if (!video.srcObject) throw new Error("no picture");
      return window.seen ? [{ rawValue: window.seen }] : [];
    }
  };
  navigator.mediaDevices.getUserMedia = async ({ video }) => {
    if (video.facingMode !== "environment") throw new TypeError("the camera on the back");
    if (window.refusal) throw new DOMException("", window.refusal);
    const stream = Object.assign(document.createElement("canvas"), { width: 8, height: 8 }).captureStream();
    for (const track of stream.getTracks()) {
      window.live += 1;
      const stop = track.stop.bind(track);
      track.stop = () => {
        window.live -= 1;
        stop();
      };
    }
    return stream;
  };
}
const live = (page) => page.evaluate(() => window.live);

test("a code before the camera opens its routine, and the camera stops", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(camera);
  const page = await app.open("/routines");
  const scan = button(page, "Scan a QR code");
  await scan.click();
  await expect(page.locator("#scan-video")).toBeVisible();
  await expect.poll(() => live(page)).toBe(1);
  expect(await axe(page)).toEqual([]);
  // Somebody else's code.
  await page.evaluate(() => (window.seen = "WIFI:S:gym;;"));
  await expect(page.getByRole("alert")).toHaveText("This QR code does not lead to Mainspring.");
  await expect.poll(() => live(page)).toBe(0);
  await page.evaluate(() => (window.seen = ""));
  await scan.click();
  await page.evaluate((link) => (window.seen = link), `https://elsewhere.example${SHARED}`);
  await expect(heading(page)).toHaveText("Hills");
  await expect.poll(() => live(page)).toBe(0);
});

test("the camera stops on Stop, on leaving the page and when the page is hidden; refused or missing it is told", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(camera);
  const page = await app.open("/routines");
  const scan = button(page, "Scan a QR code");
  const begin = async () => {
    await scan.click();
    await expect.poll(() => live(page)).toBe(1);
  };
  await begin();
  await button(page, "Stop the camera").click();
  await expect.poll(() => live(page)).toBe(0);
  await expect(scan).toBeVisible();
  await begin();
  await page.evaluate(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await expect(page.getByRole("alert")).toContainText("stopped when you left the page");
  await expect.poll(() => live(page)).toBe(0);
  await page.evaluate(() => delete document.hidden);
  for (const [refusal, told] of [["NotAllowedError", "not allowed"], ["NotFoundError", "No camera"]]) {
    await page.evaluate((refusal) => (window.refusal = refusal), refusal);
    await scan.click();
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(scan).toBeVisible();
  }
  await page.evaluate(() => (window.refusal = undefined));
  await begin();
  await page.getByRole("link", { name: "Exercises", exact: true }).first().click();
  await expect(heading(page)).toHaveText("Exercises");
  await expect.poll(() => live(page)).toBe(0);
});

test("where the browser reads no codes there is no button for it", async ({ app }) => {
  const page = await app.open("/routines");
  await page.addInitScript(() => delete window.BarcodeDetector);
  await page.reload();
  await expect(page.getByLabel("Link from a message")).toBeVisible();
  await expect(button(page, "Scan a QR code")).toHaveCount(0);
});

test("in the browser of iOS a received link is copied for the home-screen app, whose field reads it", async ({ app }) => {
  const context = await app.launch();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "standalone", { get: () => false }));
  const page = await app.open(SHARED);
  await button(page, "Copy for the app").click();
  await expect(page.locator("[data-notice]")).toContainText("Link copied.");
  await page.goto(`${app.server.origin}/routines`);
  await button(page, "Paste").click();
  await expect(heading(page)).toHaveText("Hills");
});

// The done sheet ---------------------------------------------------------------------------------------------------------

const TRAINED = withLog([{ started: Date.UTC(2026, 10, 20, 17), level: "h", effort: "hard" }], withRoutine(TEN));

test("what was done goes back as a link and a code, and opens elsewhere as a page that stores nothing", async ({ app, server }) => {
  const hers = await withStores(app, TRAINED, "/progress/session000");
  const cells = (page) => page.locator("main table").evaluateAll((tables) => tables.map((table) => [...table.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))));
  const name = await heading(hers).textContent();
  const done = (await cells(hers)).map((rows) => rows.map((row) => row.slice(0, -1)));
  const link = await hers.locator("#sheet-link").inputValue();
  await button(hers, "QR code").click();
  expect(await readCode(hers, await hers.locator("[data-qr]").screenshot())).toBe(link);

  const other = new App(server);
  const page = await other.open("/");
  await open(page, link);
  await expect(heading(page)).toHaveText(name);
  await expect(page.getByText("A session sent to you")).toBeVisible();
  await expect(page.locator("dl.summary")).toContainText("Hard");
  await expect(page.locator("dl.summary")).toContainText("20 Nov, 17:00");
  expect(await cells(page)).toEqual(done);
  await expect(page.getByText("Nothing of it is saved on your device.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Delete|Save/ })).toHaveCount(0);
  expect(await axe(page)).toEqual([]);
  expect(await faultsAt(page, "a done sheet")).toEqual([]);
  const path = new URL(link);
  for (const mangled of [`/d%23${path.hash.slice(1)}`, `/d?utm_source=x${path.hash}&fbclid=y`, `/d${path.hash}).`]) {
    await page.goto("about:blank");
    await open(page, app.server.origin + mangled);
    await expect(heading(page), mangled).toHaveText(name);
  }
  await open(page, `${app.server.origin}/routines`);
  await page.getByLabel("Link from a message").fill(`Done! ${link}.`);
  await button(page, "Open").click();
  await expect(heading(page)).toHaveText(name);
  expect(await readKeys(page)).toEqual({});
  await other.close();
  other.forget();
  expect(other.problems).toEqual([]);
});

test("after a routine from a link the sheet can be sent back at once, with how it felt", async ({ app }) => {
  const page = await app.open("/r#1~One~lunge.b.0.5");
  await button(page, "Start").click();
  const player = new Player(page);
  await player.expectPhase("ready");
  await expect(async () => {
    await player.primary.click();
    await player.expectPhase("finished");
  }).toPass();
  const field = page.locator("#sheet-link");
  const before = await field.inputValue();
  await button(page, "Hard").click();
  await expect(field).not.toHaveValue(before);
  const link = await field.inputValue();
  await open(page, link);
  await expect(heading(page)).toHaveText("One");
  await expect(page.locator("dl.summary")).toContainText("Hard");
});

test("the pages of sharing hold at every size and with letters twice as large", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(camera);
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "standalone", { get: () => false }));
  const page = await withStores(app, TRAINED, "/routines/six-minutes");
  const open_ = (name) => async () => button(page, name).first().click();
  for (const [path, act] of [["/routines/six-minutes", open_("QR code")], [RECEIVED, async () => {}], ["/routines", open_("Scan a QR code")], ["/progress/session000", open_("QR code")]]) {
    await page.goto("about:blank");
    await open(page, app.server.origin + path);
    await act();
    for (const size of ["100%", "200%"]) {
      await page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);
      expect(await faultsAt(page, `${path} ${size}`)).toEqual([]);
    }
  }
});
