// The player: its phases, its digits, its one large button.
import { expect } from "@playwright/test";
import { open } from "../support/app.mjs";
import { plainPage, readJournal, withRoutine, writeStores } from "./stores.mjs";

export class Player {
  constructor(page, root = page) {
    this.page = page;
    this.main = root.locator("main.player");
    this.digits = root.locator(".player-digits");
    this.title = root.locator("#title");
    this.side = root.locator("[data-side]");
    this.primary = root.locator(".main-action");
    this.acknowledged = root.locator("[data-saved]");
    this.leaveButton = root.getByRole("button", { name: "Leave; what is done stays saved" });
  }

  /** Starts a session of `routine`, the only thing stored, in a new page; leaves it in the get-ready phase. */
  static begin(app, routine) {
    return Player.of(app, withRoutine(routine), routine.id);
  }

  /** The same with these stores, and the routine of this id in them. */
  static async of(app, stores, id) {
    const page = await plainPage(app);
    await writeStores(page, stores);
    await open(page, `${app.server.origin}/play/${id}`);
    const player = new Player(page);
    await player.button("Start").click();
    await player.expectPhase("ready");
    return player;
  }

  button(name) {
    return this.main.getByRole("button", { name, exact: true });
  }

  /** The screen's contents, read at one moment. */
  look() {
    return this.main.evaluate((main) => ({
      phase: main.dataset.phase,
      paused: main.dataset.paused === "true",
      // While the session waits for the runner, the waiting time changes.
      digits: Number((main.querySelector("[data-waited]")?.dataset.waited ?? main.querySelector(".player-digits")?.textContent)),
      side: main.querySelector("[data-side]")?.textContent ?? "",
      title: main.querySelector("#title")?.firstChild?.textContent ?? "",
      rest: main.dataset.rest ?? "",
      word: main.querySelector("#phase")?.textContent ?? "",
      coming: main.querySelector(".eyebrow span")?.textContent ?? "",
      then: main.querySelector("[data-then]")?.textContent ?? "",
      dose: main.querySelector(".player-dose")?.textContent ?? "",
      place: main.querySelector(".player-place span")?.textContent ?? "",
      saved: Number(main.querySelector("[data-saved]")?.dataset.saved ?? 0),
    }));
  }

  async expectPhase(phase) {
    await expect(this.main).toHaveAttribute("data-phase", phase);
  }

  /** Waits until this many sets are on disk. */
  async expectSaved(count) {
    await expect(this.acknowledged).toHaveAttribute("data-saved", String(count));
  }

  /** Lets time pass on a stopped clock. */
  async pass(seconds) {
    await this.page.clock.runFor(Math.round(seconds * 1000));
  }

  /** Presses the large button, late enough not to count as a double tap. */
  async press() {
    await this.pass(0.6);
    await this.primary.click();
  }

  /** Pauses the session, wherever the keyboard's focus is. */
  async pause() {
    await this.button("Pause").click();
    await expect(this.main).toHaveAttribute("data-paused", "true");
    await this.written();
  }

  /** Ends the pause. */
  async resume() {
    await this.button("Go on").click();
    await expect(this.main).toHaveAttribute("data-paused", "false");
    await this.written();
  }

  /** Lets time pass while the page is asleep: its timers fire once when it is over. */
  async sleepThrough(seconds) {
    await this.page.clock.fastForward(Math.round(seconds * 1000));
  }

  /** Goes on to the end of the present phase: by the clock if that ends it, otherwise by the button. Returns the screens seen. */
  async next() {
    const seen = await this.look();
    if (seen.phase === "reps" || seen.phase === "wait") {
      await this.pass(2);
      await this.primary.click();
    } else {
      await this.pass(seen.digits);
    }
    await expect.poll(async () => changed(seen, await this.look()), { intervals: [10, 20, 50] }).toBe(true);
    await this.written();
    return seen;
  }

  /**
   * Waits until what is being written is on disk, as reading after it tells: on a stopped clock a phase lasts milliseconds, and
   * a slow device would be seconds late. Not for long, where a store never answers.
   */
  async written() {
    await Promise.race([readJournal(this.page).catch(() => {}), new Promise((done) => setTimeout(done, 1000))]);
  }

  /** Goes on until `stop(look)` is true; returns the screens seen on the way. */
  async goOn(stop) {
    const seen = [];
    for (let now = await this.look(); now.phase !== "finished" && !stop?.(now); now = await this.look()) {
      seen.push(await this.next());
    }
    return seen;
  }

  /** Trains to the end, until the session is in the log; with `kept: false` if the log has no room for it. */
  async finish({ kept = true } = {}) {
    const seen = await this.goOn();
    await (kept ? this.expectFinished() : this.expectPhase("finished"));
    return seen;
  }

  /** Waits until the session is over and in the log: the log is written a moment after the last set. */
  async expectFinished() {
    await this.expectPhase("finished");
    await expect(this.main.locator(".player-phase")).toHaveText("Done and saved");
  }
}

function changed(before, after) {
  return ["phase", "side", "title", "place"].some((part) => before[part] !== after[part]);
}
