// The sentences of content/app for what stands beside the program: the page, the pages without the app, the manifest.
import { existsSync, readFileSync } from "node:fs";

const MARK = /\{\{ ([a-z0-9-]+) \}\}/g;
const MESSAGE = /^([a-z0-9-]+) = (.+)$/gm;
const REFERENCE = /\{ ([a-z][a-z0-9-]*) \}/g;

// The escapes of a text in a file of each type.
const ESCAPED = {
  html: (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`),
  js: (text) => JSON.stringify(text).slice(1, -1).replaceAll("`", "\\x60"),
  webmanifest: (text) => JSON.stringify(text).slice(1, -1),
};

/** The messages of one line in a language, by id; in English where the language does not have them. */
export function sentences(language = "en", folder = "content/app") {
  const said = new Map();
  for (const name of ["en", language]) {
    const path = `${folder}/${name}.ftl`;
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    for (const [, id, sentence] of text.matchAll(MESSAGE)) said.set(id, sentence);
  }
  return said;
}

/** `text`, the contents of the file `name`, with sentences in the place of `{{ their-ids }}`. */
export function filled(name, text, said) {
  return text.replace(MARK, (_, id) => ESCAPED[name.split(".").at(-1)](sentence(id, said)));
}

function sentence(id, said) {
  if (!said.has(id)) throw new Error(`content/app has no message of one line "${id}"`);
  const text = said.get(id).replace(REFERENCE, (_, other) => sentence(other, said));
  if (/[{}]/.test(text)) throw new Error(`"${id}" has arguments, which nobody gives here`);
  return text;
}
