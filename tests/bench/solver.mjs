// Row 19: the routine made for a request, of two hundred exercises, on the slow phone's processor. The value is the time that 95 of
// 100 requests stay below.
import { SLOW_CPU, VIEWPORT, slowDown } from "./network.mjs";
import { figure } from "./table.mjs";

export const ROWS = [19];
export const PAGES = ["solver"];

const TIMES = 200;
const TARGET = 50;

export async function measure({ browser, hosts }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(hosts.solver.url);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await slowDown(page);
    const all = (await page.evaluate(stopwatch, TIMES)).toSorted((one, other) => one - other);
    const at = (share) => all[Math.floor((all.length - 1) * share)];
    const detail = `median ${at(0.5).toFixed(1)} ms, slowest ${at(1).toFixed(1)} ms of ${TIMES} requests at ${SLOW_CPU}× CPU`;
    return [figure(19, "a routine made of 200 exercises, 95 of 100 below", TARGET, "ms", [at(0.95)], detail)];
  } finally {
    await context.close();
  }
}

/** Runs in the page: the milliseconds of each request. */
function stopwatch(times) {
  return Array.from({ length: times }, () => {
    const began = performance.now();
    dispatchEvent(new Event("bench-make"));
    return performance.now() - began;
  });
}
