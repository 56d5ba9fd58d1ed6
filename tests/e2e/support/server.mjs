// The static host of one test: stops, comes back on the same port, serves another build, or breaks an answer.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../../tools/serve.mjs";
import { baseOf } from "../../../tools/stamp.mjs";

/** The build under test. */
export const DIST = resolve(process.env.DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url)));

export class Server {
  #running;
  #tamper;

  /** Every answer since this was last emptied, as `[path, status, bytes of its body]`. */
  sent = [];

  /** Starts serving `dir` on a free port. */
  static async start(dir = DIST) {
    const server = new Server();
    server.dir = dir;
    server.port = 0;
    await server.start();
    return server;
  }

  /** The app's address, without the last slash. */
  get origin() {
    return `http://127.0.0.1:${this.port}${baseOf(this.dir).slice(0, -1)}`;
  }

  async start() {
    if (this.#running) return;
    this.#running = await serve(this.dir, this.port, {
      tamper: (...answer) => this.#tamper?.(...answer),
      sent: (...answer) => this.sent.push(answer),
    });
    this.port = this.#running.port;
  }

  /** Refuses every connection until `start()`, as an unreachable network does. */
  async stop() {
    const running = this.#running;
    this.#running = undefined;
    await running?.close();
  }

  /** Serves another directory from now on, as after a deploy. */
  use(dir) {
    this.dir = dir;
    this.#running?.use(dir);
  }

  /** `change(path, answer, request)` edits `answer.status`, `.headers`, `.body` (a Buffer); without it answers are normal again. */
  tamper(change) {
    this.#tamper = change;
  }
}
