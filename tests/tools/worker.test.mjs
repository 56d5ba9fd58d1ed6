// The service worker's own code under several paths of one host: each copy keeps to its own caches and addresses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { worker } from "../e2e/support/worker.mjs";

const BASES = ["/", "/a/", "/a/-/", "/a-/", "/mainspring-/", "/mainspring/old/"];

test("copies under any two paths of one host keep each other's caches when they install, take over and sweep", async () => {
  for (const one of BASES) {
    for (const other of BASES.filter((base) => base !== one)) {
      const stores = new Map();
      await worker({ base: one, stores });
      const [name] = stores.keys();
      const second = await worker({ base: other, stores });
      await worker({ base: other, build: "next", stores });
      // An empty cache of the other's may be one that is about to be filled.
      await second.answer({ url: other, mode: "navigate" });
      stores.get(name).clear();
      await second.answer({ url: other, mode: "navigate" });
      assert.ok(stores.has(name), `${other} deleted "${name}" of ${one}`);
    }
  }
});

test("an update takes its older build's copy with it, under a path too", async () => {
  for (const base of BASES) {
    const stores = new Map();
    await worker({ base, stores });
    await worker({ base, build: "next", stores });
    assert.equal(stores.size, 1, base);
    assert.match([...stores.keys()][0], /next$/);
  }
});

test("at the root the names of caches are what they always were", async () => {
  const stores = new Map();
  await worker({ stores });
  assert.deepEqual([...stores.keys()], ["mainspring-old"]);
});

test("every page of the app is answered from the copy, whatever its address looks like", async () => {
  for (const base of ["/", "/mainspring/"]) {
    const { answer } = await worker({ base });
    const pages = ["", "index.html", "routines", "routines/", "/routines", "routines//x", "routines/a.b", "progress/2026.11", "play/x%20y", "r", "d", "settings/x/y", "nowhere", "none.html", "Settings", "a%20b", "%", ".", "x/icons/y"];
    for (const page of pages) {
      const { response } = await answer({ url: base + page, mode: "navigate" });
      assert.equal(await response?.clone().text(), "<!DOCTYPE html>", base + page);
    }
    for (const file of ["sw.js", "icons/icon-192.png", "screenshots/today.png", "404.html", "_headers", "rescue.html", "rescue"]) {
      const { response } = await answer({ url: base + file, mode: "navigate" });
      assert.equal(response.status, 404, `${base + file} is asked of the host`);
    }
  }
});
