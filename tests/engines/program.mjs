// Programs and folders of a test. They end with the test, however the test ends: a guard beside it sees to that.
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Reads process groups (`+ id`, `- id` once ended) and folders (`/ path`) until the test closes the pipe or dies with it,
// even by SIGKILL; then it ends the groups and removes the folders.
const GUARD = `
  groups=" "
  folders=""
  while read -r kind it; do
    case "$kind" in
      +) groups="$groups$it " ;;
      -) groups="\${groups% $it *} \${groups##* $it }" ;;
      /) folders="$folders $it" ;;
    esac
  done
  for it in $groups; do kill -KILL "-$it" 2>/dev/null; done
  for try in 1 2 3 4 5; do rm -rf $folders 2>/dev/null && break; sleep 0.2; done`;
/** Time for a program to end by itself when it is told to. Milliseconds. */
const GRACE = 5_000;

const running = new Set();
let guard;

/** A folder that is removed when the test ends. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "mainspring-engine-"));
  tellGuard("/", folder);
  return folder;
}

/** Ends every program and removes every folder; to be called at the end of the test. */
export async function endAll() {
  await Promise.all([...running].map((program) => program.stop()));
  const ended = guard && new Promise((done) => guard.once("exit", done));
  guard?.stdin.end();
  guard = undefined;
  await ended;
}

for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
  process.once(signal, () => void endAll().finally(() => process.exit(128 + number)));
}

export class Program {
  #child;
  #output = "";
  #ended;
  #listeners = new Set();

  /** Starts `path`, in a process group of its own; `env` comes on top of the test's own environment. */
  constructor(path, args, env = {}) {
    this.path = path;
    this.#child = spawn(path, args, { detached: true, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    this.#ended = new Promise((done) => this.#child.once("exit", done).once("error", done));
    for (const stream of this.#child.stdio.slice(1)) stream.setEncoding("utf8").on("data", (text) => this.#hear(text));
    if (!this.#child.pid) return;
    running.add(this);
    tellGuard("+", this.#child.pid);
  }

  /** Calls `listener` with each piece of output from now on. */
  onOutput(listener) {
    this.#listeners.add(listener);
  }

  /** The match of `pattern` in the output, or an error with the output where the program ends first or takes too long. */
  async said(pattern, ms = 60_000) {
    let timer;
    const heard = new Promise((done, failed) => {
      const fail = (why) => failed(new Error(`${this.path} ${why}:\n${this.#output}`));
      const look = () => pattern.test(this.#output) && done(this.#output.match(pattern));
      this.onOutput(look);
      timer = setTimeout(fail, ms, `did not say ${pattern} within ${ms / 1000} s`);
      this.#ended.then(() => fail(`ended before it said ${pattern}`));
      look();
    });
    return heard.finally(() => clearTimeout(timer));
  }

  /** Ends the program and everything that it started: asks, then kills. `ask` is a gentler way than a signal. */
  async stop(ask = () => this.#child.kill("SIGTERM")) {
    if (!running.delete(this)) return this.#ended;
    await Promise.race([Promise.all([ask(), this.#ended]), pause(GRACE)]);
    const { pid } = this.#child;
    try {
      process.kill(-pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    await this.#ended;
    tellGuard("-", pid);
  }

  #hear(text) {
    this.#output += text;
    for (const listener of this.#listeners) listener(text);
  }
}

function tellGuard(kind, it) {
  // In a group of its own: Ctrl-C in a terminal is for the test.
  guard ??= spawn("/bin/sh", ["-c", GUARD], { detached: true, stdio: ["pipe", "ignore", "inherit"] });
  guard.stdin.write(`${kind} ${it}\n`);
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms).unref());
}
