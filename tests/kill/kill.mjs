// Kills the whole browser over and over, as an empty battery does, and looks what is left of what the screen said was saved.
// make kill ARGS="--trials 200 --only finish,link --seed 1 --verbose"; 0 lost, 0 doubled, 0 overwritten, 0 claims refuted, or it fails.
import { parseArgs } from "node:util";
import { chance } from "../e2e/pages/chance.mjs";
import { plainPage, writeStores } from "../e2e/pages/stores.mjs";
import { App } from "../e2e/support/app.mjs";
import { Server } from "../e2e/support/server.mjs";
import { files } from "../../tools/stamp.mjs";
import { TRIALS } from "./trials.mjs";

const KINDS = ["lost", "doubled", "overwritten", "refuted"];
// Milliseconds from the last tap to the kill; most of what is lost is lost at once, and Chromium writes after five seconds.
const DELAYS = [0, 30, 100, 300, 700, 1500, 3000, 5000];

const { values: options } = parseArgs({
  options: {
    trials: { type: "string", default: "208" },
    only: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
  },
});
const wanted = options.only.split(",").filter(Boolean);
const chosen = TRIALS.filter(({ name }) => !wanted.length || wanted.some((word) => name.startsWith(word)));
if (!chosen.length) fail(`No trial is called ${options.only}. There are: ${TRIALS.map(({ name }) => name).join(", ")}`);
const rounds = Math.ceil(Number(options.trials) / chosen.length);
if (!(rounds > 0)) fail(`--trials ${options.trials} is no number of trials.`);

const server = await Server.start();
// It compresses each file when it is first asked for, which takes longer than a page is waited for.
for (const path of files(server.dir)) await fetch(`${server.origin}/${path}`, { headers: { "accept-encoding": "br" } });
const results = [];
for (const [at, trial] of chosen.entries()) results.push(await series(trial, chance(Number(options.seed) * 1000 + at)));
await server.stop();
report();

/** All trials of one kind, on one profile: the browser that looks after a kill is the next to be killed. */
async function series(trial, random) {
  const result = { name: trial.name, trials: 0, claims: 0, notKept: 0, broken: [], faults: [] };
  let app = await profile(trial);
  for (let round = 0; round < rounds; round += 1) {
    const [from, to] = [DELAYS[round % DELAYS.length], DELAYS[(round + 1) % DELAYS.length] || 6000];
    const delay = from + random() * (to - from);
    const state = {};
    try {
      await trial.act(app, state, random);
      const tapped = Date.now();
      await new Promise((done) => setTimeout(done, delay));
      const claim = await trial.claim(state);
      state.age = Date.now() - tapped;
      await app.kill();
      const faults = await trial.check(app, state, claim);
      result.trials += 1;
      result.claims += Number(isClaim(claim));
      result.notKept += Number(Boolean(state.info));
      result.faults.push(...faults.map((fault) => ({ ...fault, delay: Math.round(delay), round })));
      if (options.verbose) console.log(`  ${trial.name} ${round}: ${Math.round(delay)} ms, ${JSON.stringify(claim)} ${faults.map(({ kind, words }) => `${kind}: ${words}`).join("; ") || "holds"}`);
      await closePages(app);
      if (trial.anew || faults.length) app = await renewed(app, trial);
    } catch (error) {
      result.broken.push(`round ${round}: ${String(error.message).split("\n")[0]}`);
      if (options.verbose) console.error(error);
      app = await renewed(app, trial);
    }
  }
  await app.close();
  app.forget();
  console.log(line(result));
  return result;
}

/** A new profile with the stores that a kind of trial begins with, on disk. */
async function profile(trial) {
  const app = new App(server);
  await writeStores(await plainPage(app), trial.stores);
  await app.close();
  return app;
}

async function renewed(app, trial) {
  await app.close();
  app.forget();
  return profile(trial);
}

async function closePages(app) {
  const pages = (await app.launch()).pages();
  // One is left, or the browser would end.
  for (const page of pages.slice(1)) await page.close();
  await pages[0]?.goto("about:blank");
}

function isClaim(claim) {
  return claim === Object(claim) && Object.values(claim).some((value) => value === true || value === "Saved" || (Number.isFinite(value) && value > 0));
}

function line({ name, trials, claims, notKept, broken, faults }) {
  const counts = KINDS.map((kind) => `${faults.filter((fault) => fault.kind === kind).length} ${kind}`).join(", ");
  const extra = [notKept && `${notKept} choices not kept (nothing said they were)`, broken.length && `${broken.length} did not run`].filter(Boolean);
  return `${name.padEnd(16)} ${String(trials).padStart(3)} kills, ${String(claims).padStart(3)} with a claim: ${[counts, ...extra].join("; ")}`;
}

function report() {
  const all = results.flatMap(({ name, faults }) => faults.map((fault) => ({ name, ...fault })));
  const broken = results.flatMap(({ name, broken }) => broken.map((words) => `${name}, ${words}`));
  const kills = results.reduce((sum, { trials }) => sum + trials, 0);
  for (const { name, kind, words, delay, round } of all) console.log(`  ${kind}: ${name}, round ${round}, ${delay} ms after: ${words}`);
  for (const words of broken) console.log(`  did not run: ${words}`);
  console.log(`${kills} kills: ${KINDS.map((kind) => `${all.filter((fault) => fault.kind === kind).length} ${kind}`).join(", ")}; ${broken.length} did not run.`);
  process.exitCode = all.length || broken.length ? 1 : 0;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
