// The size that each exercise adds to the packed content, by brotli: the table of `make content`, and the gates of `make sizes`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

// Facts and motions at three levels; texts in one language.
export const FACTS_LIMIT = 900;
export const TEXT_LIMIT = 800;

/** For each exercise its slug, levels, raw and brotli bytes of facts and motions and of its text by language, and missing translations; in all, the motions with their poses apart too. */
export function contentSizes(dir) {
  const { languages, exercises, routines } = JSON.parse(readFileSync(join(dir, "index.json"), "utf8"));
  const part = (name) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name)) : Buffer.alloc(0));
  const slugs = exercises.map(({ slug }) => slug);
  const numbers = (left) => Buffer.concat([part("poses"), ...slugs.filter((slug) => slug !== left).flatMap((slug) => [part(`${slug}.facts`), part(`${slug}.motion`)])]);
  const text = (language, left) => Buffer.from(slugs.filter((slug) => slug !== left).map((slug) => part(`${slug}.${language}`)).join("\n"));
  const added = (whole, slug) => brotli(whole()) - brotli(whole(slug));
  const rows = exercises.map(({ slug, levels, missing }) => ({
    slug,
    levels,
    missing,
    facts: part(`${slug}.facts`).length,
    motion: part(`${slug}.motion`).length,
    numbers: added(numbers, slug),
    texts: Object.fromEntries(languages.map((language) => [language, added((left) => text(language, left), slug)])),
  }));
  const facts = Buffer.concat(slugs.map((slug) => part(`${slug}.facts`)));
  const all = brotli(numbers());
  const totals = { numbers: all, motions: all - brotli(facts), texts: Object.fromEntries(languages.map((language) => [language, brotli(text(language))])) };
  return { languages, routines, rows, totals };
}

/** The table as lines. */
export function contentTable({ languages, rows, totals }) {
  const cells = ["exercise", "levels", "facts", "motion", "both, brotli", ...languages.map((language) => `text ${language}`), "missing"];
  const widths = [26, 8, 8, 8, 14, ...languages.map(() => 10), 9];
  const line = (values) => values.map((value, at) => (at ? String(value).padStart(widths[at]) : value.padEnd(widths[0]))).join("").trimEnd();
  const row = ({ slug, levels, facts, motion, numbers, texts, missing }) =>
    line([slug, levels, facts, motion, numbers, ...languages.map((language) => texts[language]), missing.join(" ")]);
  const whole = line(["all of them", "", "", "", totals.numbers, ...languages.map((language) => totals.texts[language]), ""]);
  return [line(cells), ...rows.map(row), whole];
}

/** A sentence for each exercise that is over its gate. */
export function contentProblems({ rows }) {
  return rows.flatMap(({ slug, numbers, texts }) => [
    ...(numbers > FACTS_LIMIT ? [`Facts and motions of ${slug} add ${numbers} bytes (brotli 11); the gate is ${FACTS_LIMIT}.`] : []),
    ...Object.entries(texts)
      .filter(([, bytes]) => bytes > TEXT_LIMIT)
      .map(([language, bytes]) => `The text of ${slug} in "${language}" adds ${bytes} bytes (brotli 11); the gate is ${TEXT_LIMIT}.`),
  ]);
}

function brotli(body) {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = contentSizes(process.argv[2] ?? ".build/content");
  console.log("Bytes; those of brotli are what the exercise adds to all others.");
  contentTable(sizes).forEach((line) => console.log(line));
  const problems = contentProblems(sizes);
  problems.forEach((problem) => console.error(problem));
  console.log(`${sizes.rows.length} exercises and ${sizes.routines} routines, without a fault; languages: ${sizes.languages.join(", ")}.`);
  if (problems.length) process.exit(1);
}
