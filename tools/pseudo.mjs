// Gives the app built in the pseudo-language its language and direction. Usage: node tools/pseudo.mjs <dist> [ltr|rtl].
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stamp } from "./stamp.mjs";

const [dir, direction = "ltr"] = process.argv.slice(2);
const path = join(dir, "index.html");
const html = readFileSync(path, "utf8");
const turned = html.replace(/<html\b[^>]*/, (tag) => {
  const rest = tag.replace(/ (?:lang|dir)="?[\w-]*"?/g, "");
  return `${rest} lang="en-XA" dir="${direction}"`;
});
if (turned !== html) {
  writeFileSync(path, turned);
  console.log(`build ${stamp(dir)}: the pseudo-language, ${direction}`);
}
