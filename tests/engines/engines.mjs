// Runs the steps in every engine, side by side: `make engines`. ENGINES=firefox leaves the other one out, and says so.
// ARGS=--table prints the README's table of what each engine lacks instead.
import { ALL, chosen, programs } from "../../tools/engines.mjs";
import { Server } from "../e2e/support/server.mjs";
import { measure, table } from "./features.mjs";
import { Page } from "./page.mjs";
import { endAll } from "./program.mjs";
import { STEPS } from "./steps.mjs";

const LAUNCHERS = { firefox: () => import("./firefox.mjs"), webkit: () => import("./webkit.mjs") };
const SIZE = [390, 844];

async function main() {
  const names = chosen();
  // Before the first of them starts: what is missing is told at once.
  names.forEach(programs);
  for (const name of ALL.filter((name) => !names.includes(name))) console.log(`${name} is left out: ENGINES=${process.env.ENGINES}`);
  if (process.argv.includes("--table")) {
    console.log(table(await Promise.all(names.map(measured))));
    return 0;
  }
  const results = await Promise.all(names.map(run));
  const [passed, failed] = ["passed", "failed"].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  const versions = results.map(({ name, version }) => `${name} ${version}`).join(", ");
  console.log(`\ntest result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed; ${versions}`);
  return failed ? 1 : 0;
}

async function measured(name) {
  const server = await host();
  const { launch } = await LAUNCHERS[name]();
  const driver = await launch(() => {});
  const page = new Page(driver, server);
  await page.open("/");
  await page.until("the offline copy serves the page", () => Boolean(navigator.serviceWorker?.controller));
  const answers = await measure(page);
  await driver.close();
  await server.stop();
  return { name, version: driver.version, answers };
}

/** Every step in one engine, up to the first that fails. */
async function run(name) {
  const result = { name, version: "did not start", passed: 0, failed: 0 };
  const server = await host();
  let driver;
  try {
    let page;
    const { launch } = await LAUNCHERS[name]();
    driver = await launch((problem) => page?.note(problem));
    result.version = driver.version;
    page = new Page(driver, server);
    await driver.resize(...SIZE);
    const kept = {};
    for (const [step, act] of STEPS) {
      const began = Date.now();
      await act(page, kept).catch((error) => fail(step, error));
      const problems = await page.takeProblems();
      if (problems.length) fail(step, new Error(`on the console:\n${problems.join("\n")}`));
      result.passed += 1;
      console.log(`ok      ${name}: ${step} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    }
  } catch (error) {
    result.failed += 1;
    console.error(`FAILED  ${name}: ${error.step ?? "its start"}\n${error.stack}`);
    const left = STEPS.length - result.passed - 1;
    if (left > 0) console.error(`        ${name}: the ${left} steps after it were not run`);
  } finally {
    await driver?.close().catch(() => {});
    await server.stop();
  }
  return result;
}

async function host() {
  const server = await Server.start();
  // Compressing for one visit takes longer than the visit.
  server.tamper((path, answer, request) => delete request.headers["accept-encoding"]);
  return server;
}

function fail(step, error) {
  throw Object.assign(error, { step });
}

let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error.message);
} finally {
  await endAll();
}
process.exit(code);
