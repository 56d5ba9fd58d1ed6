// A mocked clock, which moves only when told. Storage and the service worker keep real time.

/** Sunday 22 November 2026, 18:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 18);

/** Stops the clock of every page of `context` at `moment`, for pages opened from now on. */
export async function stopClock(context, moment = NOW) {
  await context.addInitScript(() => (window.runningTimers = { setTimeout, setInterval, clearTimeout, clearInterval }));
  await context.clock.install({ time: moment - 1000 });
  await context.clock.pauseAt(moment);
}

/** Runs `look`, which waits by timers of its own, on a page with a stopped clock. */
export async function atRest(page, look) {
  const swap = () => {
    const before = Object.fromEntries(Object.keys(window.runningTimers).map((name) => [name, window[name]]));
    Object.assign(window, window.runningTimers);
    window.runningTimers = before;
  };
  await page.evaluate(swap);
  const found = await look(page);
  await page.evaluate(swap);
  return found;
}

/** Lets the next paint happen: a stopped clock stops animation frames too. */
export async function paint(page) {
  await page.clock.runFor(50);
}
