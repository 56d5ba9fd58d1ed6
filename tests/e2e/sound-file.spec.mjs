// The sound file of a routine: made, stopped, decoded by the browser, and its voice heard by a recogniser that is not the app's.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { plainPage, routineOf, withRoutine, writeStores } from "./pages/stores.mjs";
import { expect, open, test } from "./support/app.mjs";

const LISTENER = fileURLToPath(new URL("../spoken/listen.py", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../../.build/python", import.meta.url));

/** The page of a routine of the runner's own. */
async function pageOf(app, routine) {
  const page = await plainPage(app);
  await writeStores(page, withRoutine(routine));
  return open(page, `${app.server.origin}/routines/${routine.id}`);
}

const maker = (page) => page.getByRole("button", { name: "Sound file", exact: true });

/** The file that the page hands out: its path, its name and the seconds until it was there. */
async function made(page) {
  const begun = Date.now();
  const download = page.waitForEvent("download");
  await maker(page).click();
  const file = await download;
  return { path: await file.path(), name: file.suggestedFilename(), took: (Date.now() - begun) / 1000 };
}

/** The file as the browser decodes it: its length in seconds, and for each span of seconds the loudest sample and the strongest pitch. */
function decoded(page, path, spans) {
  const bytes = readFileSync(path).toString("base64");
  return page.evaluate(
    async ([base64, spans]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const audio = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes.buffer);
      const samples = audio.getChannelData(0);
      const told = spans.map(([from, to]) => {
        const part = samples.slice(from * 16_000, to * 16_000);
        const rises = part.reduce((count, sample, at) => count + (at > 0 && part[at - 1] < 0 && sample >= 0), 0);
        return { loud: part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0), hertz: rises / (to - from) };
      });
      return { seconds: audio.duration, channels: audio.numberOfChannels, told };
    },
    [bytes, spans],
  );
}

test("a routine becomes a file of its length, with beeps and words where they belong", async ({ app }) => {
  const page = await pageOf(app, routineOf("balance001", "Balance – früh", ["single-leg-balance", "base", [20], 30], ["deep-squat", "base", [2], 30]));
  await expect(page.locator("#sound-how")).toContainText(/Sound file: 2 min, about 2 MB/);
  const { path, name } = await made(page);
  expect(name).toBe("mainspring-balance-früh.wav");
  await expect(page.locator("[data-notice]")).toContainText("Saved as a sound file");
  expect(readFileSync(path).subarray(0, 200).toString("utf8")).toMatch(/^RIFF.*INAM.*Balance – früh.*IART.*Mainspring/s);
  // Ten seconds to get ready, a balance on each leg with five seconds between, a rest, and two squats.
  const beeps = [7, 8, 9, 27, 28, 29];
  const { seconds, channels, told } = await decoded(page, path, [...beeps.map((at) => [at + 0.02, at + 0.1]), [0, 2], [10.1, 10.5], [10.7, 13], [5.8, 6.9], [18, 19.5]]);
  expect(channels).toBe(1);
  expect(seconds).toBeGreaterThan(85);
  expect(seconds).toBeLessThan(110);
  for (const beep of told.slice(0, beeps.length)) {
    expect(beep.loud).toBeGreaterThan(0.3);
    expect(Math.abs(beep.hertz - 660)).toBeLessThan(20);
  }
  const [ready, go, words, ...silence] = told.slice(beeps.length);
  expect(Math.abs(go.hertz - 990)).toBeLessThan(20);
  expect([ready, words].every(({ loud }) => loud > 0.15)).toBe(true);
  expect(silence.map(({ loud }) => loud)).toEqual([0, 0]);
});

test("while twelve minutes are made on a slow phone the page answers, and stops it", async ({ app }) => {
  test.setTimeout(120_000);
  const page = await pageOf(app, routineOf("twelve0001", "Twelve", ["single-leg-balance", "base", [40, 40, 40], 60], ["deep-squat", "base", [15, 15, 15], 60], ["lunge", "base", [12, 12, 12, 12], 60]));
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: "longtask" });
  });
  const bar = page.getByRole("progressbar");
  // A click of the test's own would come too late.
  const percent = await page.evaluate(async () => {
    const named = (words) => [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === words);
    named("Sound file").click();
    while (!named("Stop")) await new Promise(requestAnimationFrame);
    const { value } = document.querySelector("progress");
    named("Stop").click();
    return value;
  });
  expect(percent).toBeLessThan(100);
  await expect(bar).toHaveCount(0);
  await expect(page.locator("[data-notice]")).toHaveCount(0);
  const { took } = await made(page);
  test.info().annotations.push({ type: "seconds", description: `${took}` }, { type: "longest task", description: `${await page.evaluate(() => window.longest)} ms` });
  await expect(bar).toHaveCount(0);
});

test("an iPhone's home-screen app gets the file by a tap of its own, through the device's sheet", async ({ app }) => {
  const context = await app.launch();
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "standalone", { value: true });
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => void (window.sent = [files[0].name, files[0].type, files[0].size]);
  });
  const page = await pageOf(app, routineOf("phone00001", "Phone", ["deep-squat", "base", [2], 30]));
  await maker(page).click();
  const save = page.getByRole("button", { name: "Save the sound file", exact: true });
  await save.click();
  await expect.poll(() => page.evaluate(() => window.sent?.slice(0, 2))).toEqual(["mainspring-phone.wav", "audio/wav"]);
  await expect(save).toHaveCount(0);
});

test("a routine of more than two hours has no sound file, and says so", async ({ app }) => {
  const page = await pageOf(app, routineOf("hours00001", "Hours", ["single-leg-balance", "base", [999, 999, 999, 999], 60]));
  await expect(page.locator("#sound-how")).toContainText("more than two hours");
  await expect(maker(page)).toHaveCount(0);
});

/** What is said in a session of `moves`, each of 20 seconds; of a side, "leg" or "side", or of none. */
function phrasesOf(moves) {
  const within = (name) => name[0].toLowerCase() + name.slice(1);
  const said = [];
  const work = (words) => said.push(words, "Ten seconds");
  moves.forEach(([name, side], at) => {
    const next = side ? `${within(name)}, right ${side}` : within(name);
    said.push(at === 0 ? `Get ready: ${next}` : `Done. Rest, 15 seconds. Next: ${next}`);
    if (!side) return work(`${name}. 20 seconds`);
    work(`${name}. Right ${side}. 20 seconds`);
    said.push(`Done. Other side. Left ${side}`);
    work(`${name}. Left ${side}. 20 seconds`);
  });
  return [...said, "Done. The session is over"];
}

test("a recogniser understands nine of ten sentences", async ({ app }) => {
  test.skip(!existsSync(`${PACKAGES}/pocketsphinx`), "the recogniser is not installed: tools/setup.sh test");
  test.setTimeout(180_000);
  const item = (exercise, level) => ({ exercise, level, targets: [20], rest: 15, block: 1 });
  const items = [item("lunge", "base"), item("deep-squat", "base"), item("single-leg-balance", "hard"), item("single-leg-deadlift", "base")];
  const routine = { id: "spoken0001", name: "Spoken", items, blocks: [{ key: 1, kind: "intervals", rounds: 1, rest: 15, clock: 20 }] };
  const page = await plainPage(app);
  const stores = withRoutine(routine);
  await writeStores(page, { keys: { ...stores.keys, "mainspring.routines": JSON.stringify({ v: 3, routines: [routine] }) } });
  await open(page, `${app.server.origin}/routines/${routine.id}`);
  const { path } = await made(page);
  const phrases = phrasesOf([["Lunge, forward"], ["Deep squat, on the floor"], ["Single-leg balance, eyes closed", "leg"], ["Single-leg deadlift, with a dowel", "leg"]]);
  const heard = JSON.parse(execFileSync("python3", [LISTENER, path], { input: JSON.stringify(phrases), env: { ...process.env, PYTHONPATH: PACKAGES }, encoding: "utf8" }));
  expect(heard).toHaveLength(phrases.length);
  const wrong = phrases.map((phrase, at) => [phrase, heard[at]]).filter(([phrase, words]) => phrase !== words);
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(phrases.length / 10);
});
