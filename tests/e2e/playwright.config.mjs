// The journeys run against the release build in DIST (dist/), each with a server of its own and a browser that has never seen the app.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const build = (path) => fileURLToPath(new URL(`../../.build/${path}`, import.meta.url));

// The journeys name days and hours in it, wherever they run. A journey may give its browser another one.
process.env.TZ = "UTC";
// Chromium names a file with letters beyond ASCII "download" where the system knows no UTF-8.
process.env.LC_ALL = "C.UTF-8";

// Read by the servers of the journeys (tools/serve.mjs).
process.env.COMPRESSED ??= build("compressed");

export default defineConfig({
  globalSetup: "./support/compressed.mjs",
  testDir: ".",
  // The pseudo-language, and an earlier build, are built apart (make pseudo-test, make before).
  testIgnore: [...(process.env.PSEUDO ? [] : ["pseudo.spec.mjs"]), ...(process.env.BEFORE ? [] : ["before.spec.mjs"])],
  outputDir: build("e2e"),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // More than there are cores: journeys wait for the clock and for the browser most of their time.
  workers: 3,
  // `make test` tries a journey that fails once more, and names those that pass only then (tools/test.sh).
  retries: Number(process.env.RETRIES ?? 0),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: build("e2e.json") }]],
});
