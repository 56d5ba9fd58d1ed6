// Row 6: the start after one single visit, the server gone, beside the empty page kept by the same service worker.
import { slowDown, VIEWPORT } from "./network.mjs";
import { inTurns, median } from "./pairs.mjs";
import { probe, seen } from "./probe.mjs";
import { figure } from "./table.mjs";

export const ROWS = [6];
export const PAGES = ["app", "empty"];

export async function measure({ browser, hosts, pairs }) {
  const rounds = await inTurns(pairs, {
    empty: () => secondStart(browser, hosts.empty),
    app: () => secondStart(browser, hosts.app),
  });
  const worked = rounds.filter((round) => round.app !== undefined);
  const failed = rounds.length - worked.length;
  const figures = [figure(6, "offline starts that failed after one visit", 0, "", [failed], `of ${rounds.length}`)];
  if (worked.length > 0) {
    const ms = (page) => `${Math.round(median(worked.map((round) => round[page])))} ms`;
    const ratios = worked.map((round) => round.app / round.empty);
    figures.push(figure(6, "ready offline, against the empty page", 1.5, "×", ratios, `${ms("app")} against ${ms("empty")}`));
  }
  return figures;
}

/** Milliseconds to ready without a server, after one visit; nothing where the page did not come. */
async function secondStart(browser, host) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await probe(context, { workers: true });
    await visitOnce(context, host.url);
    await host.stop();
    const page = await context.newPage();
    const cdp = await slowDown(page);
    // A phone has put the worker to sleep since the visit: its start belongs to the page's.
    await cdp.send("ServiceWorker.enable");
    await cdp.send("ServiceWorker.stopAllWorkers");
    const came = await page.goto(host.url, { waitUntil: "commit" }).catch(() => undefined);
    return came ? (await seen(page)).ready : undefined;
  } finally {
    await context.close();
    await host.start();
  }
}

async function visitOnce(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await seen(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
}
