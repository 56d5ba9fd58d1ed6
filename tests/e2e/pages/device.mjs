// Changes of the device: the page is hidden, the clock is set, the page's process dies.

/** Hides the page; with a stopped clock its timers fire only when told, as those of a throttled page do. */
export const hide = (page) => setVisibility(page, "hidden");

/** Shows the page again. */
export const show = (page) => setVisibility(page, "visible");

function setVisibility(page, state) {
  return page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** Sets the device's clock forward (or back) without firing a timer, as if the device had slept. */
export async function setClock(page, byMs) {
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + byMs);
}

/** Kills the process of the page. */
export async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // The answer never comes: the page is gone.
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

/** Runs before the app, and before its clock is stopped: the real time. */
export function keepRealTime() {
  const [clock, now] = [performance, Performance.prototype.now];
  window.realNow = () => now.call(clock);
}

/**
 * Runs before the app: records its output. `window.told` has each change of the status line, with the moment and the
 * phase on screen then; `window.sounded` each scheduled tone; `window.spoken` each spoken sentence.
 */
export function listen() {
  window.told = [];
  window.sounded = [];
  window.spoken = [];
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    window.sounded.push({ after: when - this.context.currentTime, pitch: this.frequency.value });
    return start.call(this, when);
  };
  const { speak } = SpeechSynthesis.prototype;
  SpeechSynthesis.prototype.speak = function (utterance) {
    window.spoken.push(utterance.text);
    return speak.call(this, utterance);
  };
  const note = (records) => {
    if (!records.some(({ target }) => (target.closest ? target : target.parentElement)?.closest("[role=status]"))) return;
    const phase = document.querySelector("main.player")?.dataset.phase;
    window.told.push({ at: Date.now(), phase, text: document.querySelector("[role=status]").textContent });
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
}
