// The journeys run against the release build in DIST (dist/), each with a server and a browser profile of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const build = (path) => fileURLToPath(new URL(`../../.build/${path}`, import.meta.url));

export default defineConfig({
  testDir: ".",
  outputDir: build("e2e"),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: build("e2e.json") }]],
});
