// WebKitGTK's small browser over WebDriver, on a screen of its own: https://www.w3.org/TR/webdriver2/
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { programs } from "../../tools/engines.mjs";
import { Program, temporary } from "./program.mjs";

const SCREEN = "2400x1400x24";
// The pointer of a new screen is in its middle. Without a window manager the window under it has the keyboard.
const [X, Y] = [1000, 100];
// The browser's own bar would keep its window wider than a phone.
const NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n";
/** Milliseconds. */
const LIMIT = 90_000;
const LOCAL = "127.0.0.1";

/** A MiniBrowser with a profile of its own. Its console cannot be read from here: `Page` watches from within. */
export async function launch() {
  const { WEBKITWEBDRIVER, MINIBROWSER, XVFB } = programs("webkit");
  const profile = temporary();
  const downloads = join(profile, "downloads");
  mkdirSync(downloads);
  mkdirSync(join(profile, "config"));
  // GLib's place for downloads, which the browser saves into without a question.
  writeFileSync(join(profile, "config", "user-dirs.dirs"), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
  for (const gtk of ["gtk-3.0", "gtk-4.0"]) {
    mkdirSync(join(profile, "config", gtk));
    writeFileSync(join(profile, "config", gtk, "gtk.css"), NARROW);
  }
  const started = [];
  const start = (...program) => started[started.push(new Program(...program)) - 1];
  const stop = async () => {
    for (const program of started.toReversed()) await program.stop();
  };
  try {
    const screen = start(XVFB, ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
    const [, display] = await screen.said(/^(\d+)\n/m);
    const port = await freePort();
    const folder = (name) => join(profile, name);
    const driver = start(WEBKITWEBDRIVER, [`--port=${port}`, `--host=${LOCAL}`], {
      DISPLAY: `:${display}`,
      GDK_BACKEND: "x11",
      HOME: profile,
      XDG_CONFIG_HOME: folder("config"),
      XDG_DATA_HOME: folder("data"),
      XDG_CACHE_HOME: folder("cache"),
      XDG_RUNTIME_DIR: profile,
      NO_AT_BRIDGE: "1",
      GTK_A11Y: "none",
      LIBGL_ALWAYS_SOFTWARE: "1",
    });
    const service = `http://${LOCAL}:${port}`;
    await answers(service);
    const options = { binary: MINIBROWSER, args: ["--automation"] };
    const alwaysMatch = { "webkitgtk:browserOptions": options, timeouts: { script: LIMIT, pageLoad: LIMIT } };
    const { sessionId, capabilities } = await send(`${service}/session`, "POST", { capabilities: { alwaysMatch } });
    return new WebKit({ stop, downloads, session: `${service}/session/${sessionId}`, version: capabilities.browserVersion });
  } catch (error) {
    await stop();
    throw error;
  }
}

class WebKit {
  name = "webkit";
  #stop;
  #session;

  constructor({ stop, session, downloads, version }) {
    Object.assign(this, { downloads, version });
    this.#stop = stop;
    this.#session = session;
  }

  async open(url) {
    await this.#post("url", { url });
  }

  async reload() {
    await this.#post("refresh", {});
  }

  /** The result of a function's source, called with these values. */
  async evaluate(source, values) {
    const script = `
      const [json, done] = arguments;
      (async () => JSON.stringify(await (${source})(...JSON.parse(json))))().then(
        (value) => done({ value: value ?? null }),
        (error) => done({ error: String(error) }),
      );`;
    const { value, error } = await this.#post("execute/async", { script, args: [JSON.stringify(values)] });
    if (error) throw new Error(error);
    return value === null ? undefined : JSON.parse(value);
  }

  async tap(x, y) {
    const actions = [
      { type: "pointerMove", x, y, duration: 0 },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#post("actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }

  async keys(text) {
    const actions = Array.from(text, (value) => [{ type: "keyDown", value }, { type: "keyUp", value }]).flat();
    await this.#post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** The window is larger than its page by the browser's bars. */
  async resize(width, height) {
    const size = () => this.evaluate("() => [innerWidth, innerHeight]", []);
    const window = await this.#post("window/rect", { x: X, y: Y, width, height });
    const [w, h] = await size();
    await this.#post("window/rect", { width: window.width + width - w, height: window.height + height - h });
  }

  async screenshot() {
    return Buffer.from(await send(`${this.#session}/screenshot`, "GET"), "base64");
  }

  async close() {
    await send(this.#session, "DELETE").catch(() => {});
    await this.#stop();
  }

  #post(command, body) {
    return send(`${this.#session}/${command}`, "POST", body);
  }
}

async function send(url, method, body) {
  const headers = { "Content-Type": "application/json" };
  // Longer than the driver's own limits.
  const signal = AbortSignal.timeout(LIMIT * 1.5);
  const response = await fetch(url, { method, body: body && JSON.stringify(body), headers, signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname.split("/").slice(3).join("/")}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(service) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send(`${service}/status`, "GET");
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, LOCAL, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
