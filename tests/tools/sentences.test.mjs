// The sentences of what stands beside the program.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { filled, sentences } from "../../tools/sentences.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENGLISH = sentences("en", join(ROOT, "content/app"));

test("a sentence takes the place of its id", () => {
  const said = new Map([["page-title", "{ page-name }: today"], ["page-name", "Main & spring"], ["page-quote", 'Say "a`b"']]);
  assert.equal(filled("page.html", "<h1>{{ page-title }}</h1>", said), "<h1>Main &#38; spring: today</h1>");
  assert.equal(filled("page.js", '"{{ page-quote }}"', said), '"Say \\"a\\x60b\\""');
  assert.equal(filled("page.webmanifest", '{ "a": "{{ page-title }}" }', said), '{ "a": "Main & spring: today" }');
});

test("what nobody can say stops the build", () => {
  const said = new Map([["page-next", "Next: { $day }."]]);
  assert.throws(() => filled("page.html", "{{ page-none }}", said), /no message of one line "page-none"/);
  assert.throws(() => filled("page.html", "{{ page-next }}", said), /"page-next" has arguments/);
});

test("nothing is left to fill in the files beside the program", () => {
  for (const path of ["index.html", ...readdirSync(join(ROOT, "public")).filter((name) => /\.(html|js|webmanifest)$/.test(name)).map((name) => `public/${name}`)]) {
    const text = filled(path, readFileSync(join(ROOT, path), "utf8"), ENGLISH);
    assert.doesNotMatch(text, /\{\{/, path);
  }
});
