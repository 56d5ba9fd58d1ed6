// A contact sheet of every page and every phase of a session, at six sizes, in both themes, with letters twice as large and in forced colours:
// `make screens`, in .build/screens/index.html. ONLY="exercises rest" draws some, SIZES="390x844" and LOOKS="light" fewer of each.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, browser } from "../../tools/chromium.mjs";
import { paint, stopClock } from "../e2e/pages/clock.mjs";
import { Server } from "../e2e/support/server.mjs";
import { SCREENS, show } from "./table.mjs";

const OUT = fileURLToPath(new URL("../../.build/screens/", import.meta.url));
const SIZES = ["390x844", "320x568", "844x390", "768x1024", "1280x800", "1920x1080"];
const LOOKS = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, large: { colorScheme: "light" }, forced: { forcedColors: "active" } };

async function main() {
  const wanted = (names, all) => (names ? names.split(/\s+/).filter(Boolean) : all);
  const only = wanted(process.env.ONLY, Object.keys(SCREENS));
  const sizes = wanted(process.env.SIZES, SIZES);
  const looks = wanted(process.env.LOOKS, Object.keys(LOOKS));
  const unknown = [...only.filter((name) => !SCREENS[name]), ...looks.filter((name) => !LOOKS[name])];
  if (unknown.length) throw new Error(`No such screen or look: ${unknown.join(", ")}. There are: ${Object.keys(SCREENS).join(", ")}; ${Object.keys(LOOKS).join(", ")}.`);
  mkdirSync(OUT, { recursive: true });
  const [server, chrome] = [await Server.start(), await chromium.launch({ executablePath: browser(), args: CHROMIUM_ARGS })];
  const failed = [];
  for (const name of only) {
    for (const look of looks) {
      await picture({ server, chrome }, name, look, sizes).catch((error) => failed.push(`${name}, ${look}: ${error.message}`));
    }
    console.log(name);
  }
  await sheets(chrome, only, looks, sizes);
  await chrome.close();
  await server.stop();
  failed.forEach((line) => console.error(line));
  console.log(`\n${join(OUT, "index.html")}`);
  process.exitCode = failed.length ? 1 : 0;
}

/** One screen in one look, at every size. */
async function picture({ server, chrome }, name, look, sizes) {
  const context = await chrome.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce", serviceWorkers: "block", ...LOOKS[look] });
  try {
    await stopClock(context);
    const page = await context.newPage();
    await page.goto(`${server.origin}/icons/icon.svg`);
    await show(page, server, name);
    if (look === "large") await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
    const isWhole = !(await page.locator("main.player, dialog[open]").count());
    for (const size of sizes) {
      const [width, height] = size.split("x").map(Number);
      await page.setViewportSize({ width, height });
      await paint(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: fileOf(name, size, look), fullPage: isWhole });
    }
  } finally {
    await context.close();
  }
}

const fileOf = (name, size, look) => join(OUT, `${name}-${size}-${look}.png`);

/** The page of all screens, and a picture of each screen's row. */
async function sheets(chrome, only, looks, sizes) {
  const shown = new Set(readdirSync(OUT));
  const cell = (name, size, look) => {
    const file = `${name}-${size}-${look}.png`;
    const [width] = size.split("x").map(Number);
    return shown.has(file) ? `<figure style="--width:${Math.round(width ** 0.7 * 3.4)}px"><img src="${file}" alt=""><figcaption>${size} ${look}</figcaption></figure>` : "";
  };
  const row = (name, looks, sizes) =>
    `<section id="${name}"><h2>${name} <small>${SCREENS[name].path}</small></h2>${looks.map((look) => `<div>${sizes.map((size) => cell(name, size, look)).join("")}</div>`).join("")}</section>`;
  const names = Object.keys(SCREENS).filter((name) => SIZES.some((size) => Object.keys(LOOKS).some((look) => shown.has(`${name}-${size}-${look}.png`))));
  const style = "body{font:14px system-ui;margin:16px;background:#888}div{display:flex;gap:12px;align-items:flex-start;margin-bottom:12px}figure{margin:0;flex:none;width:var(--width)}img{width:100%;max-height:760px;object-fit:cover;object-position:top}figcaption{font-size:11px}h2{margin:8px 0}";
  const html = (body) => `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${body}`;
  writeFileSync(join(OUT, "index.html"), html(names.map((name) => row(name, Object.keys(LOOKS), SIZES)).join("")));
  const page = await chrome.newPage({ viewport: { width: 1800, height: 900 } });
  for (const name of only) {
    const file = join(OUT, "row.html");
    writeFileSync(file, html(row(name, looks, sizes)));
    await page.goto(`file://${file}`);
    const { width, height } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight }));
    await page.setViewportSize({ width: Math.min(width, 3200), height: Math.min(height, 3200) });
    await page.screenshot({ path: join(OUT, `row-${name}.png`) });
    rmSync(file);
  }
  await page.close();
}

await main();
