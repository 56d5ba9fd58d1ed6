// The slow phone every page is opened on, and the count of what crosses its network.
export const VIEWPORT = { width: 390, height: 844 };
/** The factor by which the phone's processor is slower than this machine's. */
export const SLOW_CPU = 4;
/** Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Slows the processor of `page`, and its network where `network` says so; resolves to its CDP session. */
export async function slowDown(page, { network = false } = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
  await cdp.send("Network.enable");
  if (network) await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  return cdp;
}

/** Counts from now on; `before(ms)` gives the requests sent and the body bytes come that long after the first request. */
export function countTraffic(cdp) {
  const requests = new Map();
  let began;
  cdp.on("Network.requestWillBeSent", ({ requestId, timestamp, request }) => {
    if (!request.url.startsWith("http")) return;
    began ??= timestamp;
    requests.set(requestId, { url: request.url, at: (timestamp - began) * 1000, head: 0, bytes: 0, end: Infinity });
  });
  const note = (requestId, change) => Object.assign(requests.get(requestId) ?? {}, change);
  cdp.on("Network.responseReceived", ({ requestId, response }) => note(requestId, { head: response.encodedDataLength }));
  cdp.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    note(requestId, { bytes: encodedDataLength, end: (timestamp - began) * 1000 });
  });
  return {
    before(ms) {
      const all = [...requests.values()];
      const came = all.filter((request) => request.end <= ms);
      const bytes = came.reduce((sum, { bytes, head }) => sum + bytes - head, 0);
      return { requests: all.filter((request) => request.at <= ms).length, bytes };
    },
  };
}
