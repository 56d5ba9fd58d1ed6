// Takes the screenshots of the manifest and the README from the built app: `make screenshots`.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, browser } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };
const PICTURES = [
  { path: "/", viewport: NARROW, files: ["public/screenshots/today.png", "docs/screenshot.png"] },
  { path: "/exercises", viewport: NARROW, files: ["public/screenshots/exercises.png"] },
  { path: "/routines", viewport: WIDE, files: ["public/screenshots/routines.png"] },
];

for (const dir of ["public/screenshots", "docs"]) mkdirSync(dir, { recursive: true });
const server = await serve("dist", 0);
const chrome = await chromium.launch({ executablePath: browser(), args: CHROMIUM_ARGS });
try {
  for (const { path, viewport, files } of PICTURES) {
    // The manifest's sizes are in these pixels, so no device scale; animations are off.
    const page = await chrome.newPage({ viewport, colorScheme: "light", reducedMotion: "reduce", serviceWorkers: "block" });
    await page.goto(new URL(path, server.url).href);
    await page.waitForSelector("html[data-ready]");
    for (const file of files) await page.screenshot({ path: file });
    console.log(`${path} → ${files.join(", ")}`);
    await page.close();
  }
} finally {
  await chrome.close();
  await server.close();
}
