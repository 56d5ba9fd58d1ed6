// Rows 1, 3, 4, 5 and 7: the very first visit on a slow phone, nothing cached, beside the empty and the plain page.
import { countTraffic, slowDown, VIEWPORT } from "./network.mjs";
import { inTurns, median } from "./pairs.mjs";
import { probe, seen } from "./probe.mjs";
import { figure } from "./table.mjs";

export const ROWS = [1, 3, 4, 5, 7];
export const PAGES = ["app", "empty", "plain"];

export async function measure({ browser, hosts, pairs }) {
  const rounds = await inTurns(pairs, {
    empty: () => firstVisit(browser, hosts.empty.url, "ready"),
    app: () => firstVisit(browser, hosts.app.url, "ready"),
    plain: () => firstVisit(browser, hosts.plain.url, "paint"),
  });
  const of = (page, reading) => rounds.map((round) => round[page][reading]);
  const against = (page, reading) => rounds.map((round) => round.app[reading] / round[page][reading]);
  const both = (page, reading) => `${ms(of("app", reading))} against ${ms(of(page, reading))}`;
  const kept = `empty page ${Math.round(median(of("empty", "bytes")))} B in ${median(of("empty", "requests"))} requests`;
  return [
    figure(1, "bytes before ready, brotli", 110_000, "bytes", of("app", "bytes"), kept),
    figure(3, "requests before ready", 6, "", of("app", "requests")),
    figure(4, "ready, first visit, against the empty page", 1.5, "×", against("empty", "ready"), both("empty", "ready")),
    figure(5, "first paint, against the plain page", 1.1, "×", against("plain", "paint"), both("plain", "paint")),
    figure(5, "layout shift until ready + 1 s", 0.01, "", of("app", "shift")),
    figure(7, "blocking until ready + 0.5 s", 50, "ms", of("app", "blocking"), `empty page ${ms(of("empty", "blocking"))}`),
  ];
}

// A context of its own has a process and caches of its own: everything comes over the network and is compiled anew.
async function firstVisit(browser, url, end) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    await probe(context);
    const page = await context.newPage();
    const traffic = countTraffic(await slowDown(page, { network: true }));
    await page.goto(url, { waitUntil: "commit" });
    const found = await seen(page, end);
    return { ...found, ...traffic.before(found[end]) };
  } finally {
    await context.close();
  }
}

function ms(values) {
  return `${Math.round(median(values))} ms`;
}
