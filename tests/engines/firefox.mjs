// Firefox over WebDriver BiDi: https://w3c.github.io/webdriver-bidi/
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import WebSocket from "ws";
import { programs } from "../../tools/engines.mjs";
import { Program, temporary } from "./program.mjs";

/** Milliseconds. */
const LIMIT = 120_000;
const PREFERENCES = {
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** A Firefox with a profile of its own; `note` hears of each error on its console. */
export async function launch(note) {
  const profile = temporary();
  const downloads = join(profile, "downloads");
  mkdirSync(downloads);
  const preferences = { ...PREFERENCES, "browser.download.dir": downloads };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const { FIREFOX } = programs("firefox");
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
  const program = new Program(FIREFOX, args, { HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" });
  try {
    const [, address] = await program.said(/WebDriver BiDi listening on (ws:\S+)/);
    const bidi = await Bidi.connect(`${address}/session`);
    const { capabilities } = await bidi.send("session.new", { capabilities: {} });
    await bidi.send("session.subscribe", { events: ["log.entryAdded"] });
    bidi.on("log.entryAdded", ({ level, text, stackTrace, source }) => {
      if (level === "error") note(`console: ${text} (${stackTrace?.callFrames[0]?.url ?? source.context ?? ""})`);
    });
    // Its first window never gets the focus: fields there lose theirs without a word.
    const { context } = await bidi.send("browsingContext.create", { type: "window" });
    return new Firefox({ program, bidi, downloads, context, version: capabilities.browserVersion });
  } catch (error) {
    await program.stop();
    throw error;
  }
}

class Firefox {
  name = "firefox";
  #program;
  #bidi;
  #context;

  constructor({ program, bidi, context, downloads, version }) {
    Object.assign(this, { downloads, version });
    this.#program = program;
    this.#bidi = bidi;
    this.#context = context;
  }

  async open(url) {
    await this.#send("browsingContext.navigate", { url, wait: "interactive" });
  }

  async reload() {
    await this.#send("browsingContext.reload", { wait: "interactive" });
  }

  /** The result of a function's source, called with these values. */
  async evaluate(source, values) {
    const functionDeclaration = `async (json) => JSON.stringify(await (${source})(...JSON.parse(json)))`;
    const answer = await this.#bidi.send("script.callFunction", {
      functionDeclaration,
      arguments: [{ type: "string", value: JSON.stringify(values) }],
      target: { context: this.#context },
      awaitPromise: true,
      userActivation: false,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result.type === "string" ? JSON.parse(answer.result.value) : undefined;
  }

  async tap(x, y) {
    const actions = [
      { type: "pointerMove", x, y },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#send("input.performActions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }

  async keys(text) {
    const actions = Array.from(text, (value) => [{ type: "keyDown", value }, { type: "keyUp", value }]).flat();
    await this.#send("input.performActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async resize(width, height) {
    await this.#send("browsingContext.setViewport", { viewport: { width, height } });
  }

  async screenshot() {
    const { data } = await this.#send("browsingContext.captureScreenshot", {});
    return Buffer.from(data, "base64");
  }

  async close() {
    await this.#program.stop(() => this.#bidi.send("browser.close", {}).catch(() => {}));
  }

  #send(method, parameters) {
    return this.#bidi.send(method, { context: this.#context, ...parameters });
  }
}

/** Commands and events over one socket. */
class Bidi {
  #socket;
  #last = 0;
  #waiting = new Map();
  #listeners = new Map();

  static connect(url) {
    const bidi = new Bidi();
    bidi.#socket = new WebSocket(url);
    bidi.#socket.on("message", (data) => bidi.#hear(JSON.parse(data)));
    bidi.#socket.on("close", () => bidi.#fail(new Error("Firefox has ended.")));
    return new Promise((done, failed) => bidi.#socket.once("open", () => done(bidi)).once("error", failed));
  }

  send(method, params) {
    const id = (this.#last += 1);
    this.#socket.send(JSON.stringify({ id, method, params }));
    const answer = new Promise((done, failed) => this.#waiting.set(id, { method, done, failed }));
    const timer = setTimeout(() => this.#hear({ id, error: "timeout", message: `no answer in ${LIMIT / 1000} s` }), LIMIT);
    return answer.finally(() => clearTimeout(timer));
  }

  on(method, listener) {
    this.#listeners.set(method, listener);
  }

  #hear({ type, id, method, params, result, error, message }) {
    if (type === "event") return this.#listeners.get(method)?.(params);
    const command = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (type === "success") return command?.done(result);
    return command?.failed(new Error(`${command.method}: ${error}: ${message}`));
  }

  #fail(error) {
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
