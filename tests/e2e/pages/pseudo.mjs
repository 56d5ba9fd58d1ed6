// The pseudo-language: its words by their keys, and what on a page is not said in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const words = JSON.parse(readFileSync(join(process.env.DIST ?? ".build/pseudo", "words.json"), "utf8"));

/** What a key says in the pseudo-language; what is filled in is anything. */
export function said(key) {
  const entry = words[key];
  if (!entry) throw new Error(`${key} is in no file of content/`);
  const escaped = entry[1].split(/\{[^{}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^\\s*${escaped.join(".+")}\\s*$`);
}

/** Texts of no language: the name of the app, its build, what a key of the keyboard is called, and what the runner typed. */
const NAMES = /\b(?:[0-9a-f]{16}|Mainspring|MIT|OR|Apache-2\.0|BOSU|Enter|Esc|MB|kB|https?:\/\/\S+)\b/g;

/** Everything that can be read or is read aloud and has English letters side by side, each once. */
export async function plain(page, typed = []) {
  const texts = await page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("script, style, noscript, kbd, .version, [data-version]")) continue;
      if (node.parentElement.closest("[translate=no]")?.matches("[data-typed]")) continue;
      found.add(node.textContent.trim());
    }
    for (const element of document.body.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) {
        if (element.hasAttribute(name)) found.add(element.getAttribute(name).trim());
      }
    }
    found.add(document.title);
    return [...found];
  });
  const foreign = (text) => typed.reduce((rest, name) => rest.replaceAll(name, ""), text).replace(NAMES, "");
  return texts.filter((text) => /[A-Za-z]{2}/.test(foreign(text))).sort();
}
