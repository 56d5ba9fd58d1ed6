// The path under which a host serves the app: which are refused, and that every address of a build follows it.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { copyUnder, problemOf } from "../../tools/base.mjs";
import { compressAll, serve } from "../../tools/serve.mjs";
import { baseOf, files, precacheList, stamp } from "../../tools/stamp.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), "mainspring-base-"));
after(() => rmSync(work, { recursive: true }));

/** The output of Trunk and its hook, with a program of a few bytes. */
function built(name) {
  const dir = join(work, name);
  mkdirSync(dir);
  cpSync(join(ROOT, "public"), dir, { recursive: true });
  const script = '<script async src="/boot.js" data-js="/mainspring-0.js" data-later="/mainspring-0_later.wasm" data-style="/mainspring-0_later.css" data-wasm="/mainspring-0_bg.wasm"></script>';
  const preload = '<link rel="modulepreload" href="/mainspring-0.js"><link rel="preload" href="/mainspring-0_bg.wasm" as="fetch">';
  const page = readFileSync(join(ROOT, "index.html"), "utf8").replace(/\s*<link data-trunk[^>]*>/g, "").replace("</head>", `${script}${preload}</head>`);
  writeFileSync(join(dir, "index.html"), page);
  writeFileSync(join(dir, "_headers"), "/*\n  X-Content-Type-Options: nosniff\n/\n  Cache-Control: no-cache\n/mainspring-0.js\n  Cache-Control: public, max-age=31536000, immutable\n");
  for (const file of ["app.css", "mainspring-0.js", "mainspring-0_bg.wasm", "mainspring-0_later.wasm", "mainspring-0_later.css"]) writeFileSync(join(dir, file), file);
  stamp(dir);
  return dir;
}

const wrong = ["", "mainspring", "/mainspring", "mainspring/", "/main spring/", "/../", "/a/../b/", "/./", "/.hidden/", "//", "//host/", "/a//b/", "/é/", "/a%20b/", '/"/', "/a?b/", "/a#b/", "https://host/a/", "/a\nb/", "\\a\\"];

test("a path without a slash at both ends, with a space, dots or anything a host may read otherwise is refused", () => {
  for (const base of wrong) assert.match(problemOf(base) ?? "", /^BASE=".*It begins and ends with a slash/s, base);
});

test("paths that hosts have are taken", () => {
  for (const base of ["/", "/mainspring/", "/~club/", "/a/b/c/", "/My_App-2.0/", "/routines/"]) assert.equal(problemOf(base), undefined, base);
});

test("a wrong BASE stops the build with that sentence before anything is built; another BASE needs no second build", () => {
  for (const base of ["mainspring", "/../", "'; touch x; $(touch x) '"]) {
    const { status, stderr, stdout } = spawnSync("make", ["READY=1", "build"], { cwd: ROOT, env: { ...process.env, MAKEFLAGS: "", BASE: base }, encoding: "utf8" });
    assert.notEqual(status, 0, base);
    assert.match(stderr, /It begins and ends with a slash/, base);
    assert.doesNotMatch(stdout, /Building/, base);
  }
  const dir = built("by-hand");
  const set = (base) => spawnSync("node", [join(ROOT, "tools/base.mjs"), dir], { env: { ...process.env, BASE: base }, encoding: "utf8" }).stdout;
  assert.match(set("/mainspring/"), /served under \/mainspring\//);
  assert.equal(baseOf(dir), "/mainspring/");
  assert.equal(set("/mainspring/"), "");
  assert.match(set("/"), /served under \//);
});

test("every address of a build follows its base, and comes back", () => {
  const dir = built("root");
  const [sub, back] = [join(work, "sub"), join(work, "back")];
  copyUnder(dir, sub, "/mainspring/");
  assert.equal(baseOf(sub), "/mainspring/");
  const text = (path) => readFileSync(join(sub, path), "utf8");
  for (const path of ["index.html", "404.html", "rescue.html"]) {
    const addresses = [...text(path).matchAll(/ (?:data-)?(?:href|src|js|wasm|later)="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(addresses.length >= 3, path);
    for (const address of addresses) assert.match(address, /^(\/mainspring\/[^/]|\/mainspring\/$|data:|$)/, `${path}: ${address}`);
  }
  const manifest = JSON.parse(text("manifest.webmanifest"));
  const named = [manifest.id, manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src), ...manifest.screenshots.map(({ src }) => src)];
  const shortcuts = manifest.shortcuts.flatMap(({ url, icons }) => [url, ...icons.map(({ src }) => src)]);
  for (const address of [...named, ...shortcuts]) assert.match(address, /^\/mainspring\//);
  assert.deepEqual([manifest.id, manifest.start_url, manifest.scope], ["/mainspring/", "/mainspring/", "/mainspring/"]);
  assert.deepEqual(text("_headers").match(/^\S.*$/gm), ["/mainspring/*", "/mainspring/", "/mainspring/mainspring-0.js"]);
  const list = JSON.parse(text("sw.js").match(/^const PRECACHE = (.*);$/m)[1]);
  assert.deepEqual(list, precacheList(sub));
  for (const [url] of list) assert.ok(url === "/mainspring/" || existsSync(join(sub, url.replace("/mainspring/", ""))), url);
  copyUnder(sub, back, "/");
  for (const path of files(dir)) assert.ok(readFileSync(join(dir, path)).equals(readFileSync(join(back, path))), path);
});

test("a build id differs by base, so that a copy under one is never taken for the other", () => {
  const dir = built("ids");
  const ids = ["/a/", "/b/"].map((base) => copyUnder(dir, join(work, `id${base.slice(1, 2)}`), base));
  assert.notEqual(ids[0], ids[1]);
});

test("the server serves a build under its base alone", async (t) => {
  const sub = join(work, "served");
  copyUnder(built("to-serve"), sub, "/mainspring/");
  const { url, close } = await serve(sub, 0);
  t.after(close);
  const { origin } = new URL(url);
  assert.equal(url, `${origin}/mainspring/`);
  const get = async (path, accept = "text/html") => {
    const answer = await fetch(origin + path, { headers: { accept }, redirect: "manual" });
    return [answer.status, answer.headers.get("location") ?? answer.headers.get("content-type").split(";")[0], (await answer.text()).includes('id="app"')];
  };
  assert.deepEqual(await get("/mainspring"), [308, "/mainspring/", false]);
  for (const page of ["", "routines", "routines/", "routines/a.b", "progress/2026.11", "/routines", "Settings", "a%20b", "index.html"]) {
    assert.deepEqual(await get(`/mainspring/${page}`), [200, "text/html", true], page);
  }
  for (const page of ["none.html", "no.js", "a.b", "routines/a.js"]) assert.deepEqual(await get(`/mainspring/${page}`), [404, "text/html", true], page);
  assert.deepEqual(await get("/mainspring/no.js", "*/*"), [404, "text/plain", false]);
  assert.deepEqual(await get("/mainspring/mainspring-0_bg.wasm", "*/*"), [200, "application/wasm", false]);
  for (const outside of ["/", "/routines", "/app.css", "/mainspring2/", "/Mainspring/"]) assert.deepEqual(await get(outside), [404, "text/plain", false], outside);
});

test("a deploy cuts no connection: an answer on its way arrives, the next one is of the new build", async (t) => {
  const [old, next] = ["old-build", "new-build"].map(built);
  writeFileSync(join(next, "app.css"), "body{}");
  let deploy;
  const deployed = new Promise((done) => (deploy = done));
  const host = await serve(old, 0, { tamper: (path) => path === "/app.css" && deployed });
  t.after(host.close);
  const css = async () => (await fetch(`${host.url}app.css`)).text();
  const onItsWay = css();
  await fetch(host.url);
  host.use(next);
  deploy();
  assert.equal(await onItsWay, readFileSync(join(old, "app.css"), "utf8"));
  assert.equal(await css(), "body{}");
});

test("what was compressed beforehand is served, and all else as before", async (t) => {
  const dir = built("compressed");
  const kept = join(work, "kept");
  writeFileSync(join(dir, "app.css"), "body{color:blue}");
  await compressAll(dir, kept);
  process.env.COMPRESSED = kept;
  t.after(() => delete process.env.COMPRESSED);
  assert.ok(readdirSync(kept).length >= 5);
  // Seen in the answer: it is the file that is kept.
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), brotliCompressSync("kept"));
  const host = await serve(dir, 0);
  t.after(host.close);
  const css = async () => (await fetch(`${host.url}app.css`, { headers: { "accept-encoding": "br" } })).text();
  assert.equal(await css(), "kept");
  writeFileSync(join(dir, "app.css"), "body{color:red}");
  assert.equal(await css(), "body{color:red}");
});
