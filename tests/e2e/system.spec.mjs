// What the system and other apps do to the app: they take the sound, the screen and the voice, change links on their way, and
// have their own idea of a download. What was taken is asked for again, and while it is gone the player says so.
import { stopClock } from "./pages/clock.mjs";
import { hide, show } from "./pages/device.mjs";
import { Player } from "./pages/player.mjs";
import { chosen, hearVoice } from "./pages/senses.mjs";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, offlineReady, open, ready, test } from "./support/app.mjs";

const hold = routineOf("hold000001", "Hold", ["single-leg-balance", "base", [60], 30]);

/** A session of `routine` just begun, in a browser on which `stubs` ran before the app. */
async function begin(app, { routine = hold, stubs = [], choices = {}, clock = true } = {}) {
  const context = await app.launch();
  for (const stub of stubs) await context.addInitScript(stub);
  if (clock) await stopClock(context);
  const page = await plainPage(app);
  const { keys } = withRoutine(routine);
  await writeStores(page, { keys: { ...keys, ...chosen(choices) } });
  await open(page, `${app.server.origin}/play/${routine.id}`);
  const player = new Player(page);
  await player.button("Start").click();
  await player.expectPhase("ready");
  return player;
}

const silent = (player) => player.main.locator("[data-notice=silent]");
const status = (player) => player.page.locator("p[role=status].visually-hidden");

/** Notes each text of the status line. */
const listen = (page) =>
  page.evaluate(() => {
    window.announced = [];
    const line = document.querySelector("p[role=status].visually-hidden");
    const note = () => window.announced.push(line.textContent);
    new MutationObserver(note).observe(line, { subtree: true, childList: true, characterData: true });
  });
const announced = (page) => page.evaluate(() => window.announced);

/** Holds the audio contexts; while `window.taken` is set, none can be woken. */
function holdAudio() {
  window.contexts = [];
  window.asked = 0;
  const Native = window.AudioContext;
  window.AudioContext = class extends Native {
    constructor() {
      super();
      window.contexts.push(this);
      if (window.taken) super.suspend();
    }
    async resume() {
      window.asked += 1;
      if (window.taken) throw new DOMException("no", "InvalidStateError");
      return super.resume();
    }
  };
}

const audio = (player) => player.page.evaluate(() => window.contexts.at(-1)?.state);

test("F5: sound that the system suspends is asked for again without a tap", async ({ app }) => {
  const player = await begin(app, { stubs: [holdAudio], clock: false });
  await expect.poll(() => audio(player)).toBe("running");
  for (const away of [false, true]) {
    await player.page.evaluate(() => window.contexts[0].suspend());
    if (away) {
      await hide(player.page);
      await show(player.page);
    }
    await expect.poll(() => audio(player)).toBe("running");
    await player.page.waitForTimeout(1100);
  }
  await expect(silent(player)).toHaveCount(0);
});

test("F5: while the sound cannot be had a line says so, once, and any tap brings it back", async ({ app }) => {
  const player = await begin(app, { stubs: [holdAudio], clock: false });
  await expect.poll(() => audio(player)).toBe("running");
  await listen(player.page);
  await player.page.evaluate(() => {
    window.taken = true;
    return window.contexts[0].suspend();
  });
  await expect(silent(player)).toHaveText("No sound right now. Tap anywhere to bring it back.");
  // "Get ready" is told a second after the heading, before or after that.
  const told = async () => (await announced(player.page)).filter((words) => !words.startsWith("Get ready"));
  expect(await told()).toEqual(["No sound right now. Tap anywhere to bring it back."]);
  const before = await player.page.evaluate(() => window.asked);
  await player.digits.click();
  expect(await player.page.evaluate(() => window.asked), "a tap asks again").toBeGreaterThan(before);
  await expect(silent(player)).toHaveCount(1);
  await player.page.evaluate(() => (window.taken = false));
  await player.digits.click();
  await expect.poll(() => audio(player)).toBe("running");
  await expect(silent(player)).toHaveCount(0);
  expect(await told()).toHaveLength(1);
});

test("F5: a session that begins without sound says so, and not while it is paused", async ({ app }) => {
  const player = await begin(app, { stubs: [holdAudio, () => (window.taken = true)], clock: false });
  await expect(silent(player)).toHaveCount(1);
  await player.button("Pause").click();
  await expect(silent(player)).toHaveCount(0);
  await player.button("Go on").click();
  await expect(silent(player)).toHaveCount(1);
});

test("F5: who turns the sound off misses nothing", async ({ app }) => {
  const player = await begin(app, { stubs: [holdAudio], clock: false });
  await player.page.evaluate(() => {
    window.taken = true;
    return window.contexts[0].suspend();
  });
  await expect(silent(player)).toHaveCount(1);
  await player.button("Sound").click();
  await expect(silent(player)).toHaveCount(0);
});

test("F12: loaded anew in mid-session the player says that a tap brings the sound back", async ({ app }) => {
  const player = await begin(app, { stubs: [holdAudio], clock: false });
  await player.page.addInitScript(() => (window.taken = true));
  await player.page.reload();
  await ready(player.page);
  await expect(silent(player)).toHaveCount(1);
  await player.page.evaluate(() => (window.taken = false));
  await player.digits.click();
  await expect.poll(() => audio(player)).toBe("running");
  await expect(silent(player)).toHaveCount(0);
});

test("F12: in the player a pull does not load the page anew, elsewhere it may", async ({ app }) => {
  const page = await app.open("/play/six-minutes");
  const pull = () => page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY);
  expect(await pull()).toBe("none");
  await page.goto(`${app.server.origin}/routines`);
  await ready(page);
  expect(await pull()).toBe("auto");
});

/** A screen lock that the test can take back: `window.takeBack()`; refused while `window.denies`. */
function screenLock() {
  window.locked = 0;
  const request = async () => {
    window.locked += 1;
    if (window.denies) throw new DOMException("no", "NotAllowedError");
    const lock = Object.assign(new EventTarget(), { released: false, release: async () => {} });
    window.takeBack = () => {
      lock.released = true;
      lock.dispatchEvent(new Event("release"));
    };
    return lock;
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}

test("F5: a screen lock that the system takes back is asked for again, and what was told of it goes", async ({ app }) => {
  const player = await begin(app, { stubs: [screenLock] });
  const locked = () => player.page.evaluate(() => window.locked);
  await expect.poll(locked).toBe(1);
  await player.page.evaluate(() => window.takeBack());
  await expect.poll(locked, "in sight, at once").toBe(2);
  await player.pass(2);
  await player.page.evaluate(() => {
    window.denies = true;
    window.takeBack();
  });
  const told = player.main.getByText("lets the screen sleep");
  await expect(told).toHaveCount(1);
  await player.page.evaluate(() => (window.denies = false));
  await player.next();
  await player.expectPhase("hold");
  await expect.poll(locked, "with the next phase").toBe(4);
  await expect(told).toHaveCount(0);
});

/** A platform with a silent switch. */
function silentSwitch() {
  window.types = [];
  const session = {};
  Object.defineProperty(session, "type", { set: (type) => window.types.push(type) });
  Object.defineProperty(navigator, "audioSession", { value: session });
}

test("F11: where there is a silent switch the runner chooses to be heard in spite of it", async ({ app }) => {
  const plain = await app.open("/settings");
  await expect(plain.getByRole("checkbox", { name: "Sound on silent" })).toHaveCount(0);
  await plain.close();
  const player = await begin(app, { stubs: [silentSwitch] });
  expect(await player.page.evaluate(() => window.types)).toEqual(["transient"]);
  await player.button("Change").click();
  await player.page.getByRole("checkbox", { name: "Sound on silent" }).check();
  await expect.poll(() => player.page.evaluate(() => window.types)).toEqual(["transient", "playback"]);
  await player.page.goto(`${app.server.origin}/settings`);
  await ready(player.page);
  await expect(player.page.getByRole("checkbox", { name: "Sound on silent" })).toBeChecked();
  await expect(player.page.getByText("The silent switch mutes the beeps unless this is on.")).toBeVisible();
});

/** A device whose voice begins, or fails where `window.fails`; notes each call. */
function voice() {
  window.calls = [];
  let busy = false;
  const speech = new EventTarget();
  const speak = (utterance) => {
    if (!utterance.text) return;
    window.calls.push(["speak", utterance.text]);
    busy = !window.fails;
    queueMicrotask(() => utterance.dispatchEvent(new Event(window.fails ? "error" : "start")));
    setTimeout(() => (busy = false), 1500);
  };
  const cancel = () => {
    window.calls.push(["cancel", busy]);
    busy = false;
  };
  const getVoices = () => [{ name: "Test", lang: "en-GB", localService: true, default: true }];
  Object.assign(speech, { getVoices, speak, cancel, pause() {}, resume() {}, paused: false, pending: false });
  Object.defineProperty(speech, "speaking", { get: () => busy });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text = "") {
      super();
      this.text = text;
    }
  };
}

test("F22: what the voice says is not said to a screen reader as well, and nothing is cancelled that does not speak", async ({ app }) => {
  const player = await begin(app, { stubs: [voice] });
  await expect(status(player)).toHaveText("The voice tells you each set. You can turn it off under Change.");
  await listen(player.page);
  await player.next();
  await player.expectPhase("hold");
  await player.pass(61);
  await player.expectPhase("switch");
  await player.pass(6);
  await player.expectPhase("hold");
  await player.pass(3);
  const calls = await player.page.evaluate(() => window.calls);
  expect(calls).toContainEqual(["speak", "Done. Other side. Left leg."]);
  expect(calls.filter(([call, busy]) => call === "cancel" && !busy)).toEqual([]);
  expect(await announced(player.page)).toEqual([]);
});

test("F22: where the voice fails, or never begins, a screen reader is told", async ({ app }) => {
  const player = await begin(app, { stubs: [voice] });
  await player.pass(6);
  await player.page.evaluate(() => (window.fails = true));
  await player.press();
  await player.expectPhase("hold");
  await expect(status(player)).toHaveText("Single-leg balance. Right leg. 60 seconds.");
});

test("F22: a voice that is asked and stays silent is no voice", async ({ app }) => {
  const player = await begin(app, { stubs: [hearVoice] });
  await player.pass(6);
  await player.press();
  await player.expectPhase("hold");
  await player.pass(4);
  await expect(status(player)).toHaveText("Single-leg balance. Right leg. 60 seconds.");
});

const CODE = "1~Hill%20day~lunge.b.30.10";
const heading = (page) => page.getByRole("heading", { level: 1 });

test("F9: links that mail and messengers have changed lead where they led, also offline", async ({ app }) => {
  const page = await app.open("/");
  await offlineReady(page);
  const go = async (path) => {
    await page.goto("about:blank");
    await page.goto(app.server.origin + path);
    await ready(page);
  };
  for (const path of [`/r%23${CODE}`, `/r%2523${encodeURIComponent(CODE)}`, `/r#${CODE.replaceAll("~", "%7E")}).`, `/r?utm_source=x#${CODE}&fbclid=y`]) {
    await go(path);
    await expect(heading(page), path).toHaveText("Hill day");
  }
  await go("/r#1~Hill%20day~lunge.b)");
  await expect(page.locator("[data-error]")).toContainText("damaged");
  await go("/Exercises/Lunge%22?level=hard&utm_source=x");
  await expect(heading(page)).toHaveText("Lunge");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/exercises/lunge?level=hard");
  await go("/nowhere.");
  await expect(heading(page)).toHaveText("There is no such page");
  await app.server.stop();
  await go(`/r%23${CODE}`);
  await expect(heading(page)).toHaveText("Hill day");
  await app.server.start();
});

test("F9: a link pasted with words around it opens, and what is none is told", async ({ app }) => {
  const page = await app.open("/routines");
  const field = page.getByLabel("Link from a message");
  const submit = page.getByRole("button", { name: "Open", exact: true });
  await field.fill("See you at 5.");
  await submit.click();
  await expect(page.getByRole("alert")).toHaveText("There is no link to Mainspring in this text. Copy the whole link.");
  await field.fill(`We did these: <${app.server.origin}/r#${CODE}>. See you!`);
  await submit.click();
  await expect(heading(page)).toHaveText("Hill day");
  await page.goBack();
  await field.fill(`Look: ${app.server.origin}/exercises/lunge?level=hard.`);
  await field.press("Enter");
  await expect(heading(page)).toHaveText("Lunge");
});

/** A home-screen app of iOS; the share sheet does as `window.sheet` says. */
function homeScreen() {
  window.shared = [];
  window.revoked = 0;
  Object.defineProperty(navigator, "standalone", { value: true });
  navigator.canShare = () => true;
  navigator.share = async ({ files: [file] }) => {
    if (window.sheet) throw new DOMException("no", window.sheet);
    window.shared.push(file.name, (await file.text()).slice(0, 1));
  };
  const { revokeObjectURL } = URL;
  URL.revokeObjectURL = (url) => {
    window.revoked += 1;
    return revokeObjectURL.call(URL, url);
  };
}

test("F10: in a home-screen app of iOS a file goes to the share sheet; closed it saves nothing, refused it is a download", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(homeScreen);
  await stopClock(context);
  const page = await app.open("/settings");
  const button = page.getByRole("main").getByRole("button", { name: "Download my data", exact: true }).first();
  await button.click();
  await expect.poll(() => page.evaluate(() => window.shared)).toEqual([expect.stringMatching(/^mainspring-.*\.json$/), "{"]);
  await page.evaluate(() => (window.sheet = "AbortError"));
  await button.click();
  const closed = page.getByRole("main").getByText("You closed the share sheet. Nothing was saved.");
  await expect(closed).toBeVisible();
  await page.evaluate(() => (window.sheet = "NotAllowedError"));
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(file.suggestedFilename()).toMatch(/^mainspring-.*\.json$/);
  await expect(closed).toHaveCount(0);
  await page.clock.runFor(59_000);
  expect(await page.evaluate(() => window.revoked), "its address is good for a minute").toBe(0);
  await page.clock.runFor(2_000);
  expect(await page.evaluate(() => window.revoked)).toBe(1);
});
