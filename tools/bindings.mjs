// Shortens what the program and its glue call each other. wasm-bindgen gives each import a name with a hash of 16 digits, which
// stands in both and does not compress; and it keeps the classes of a library for streams that is linked, but that nothing calls.
import { Reader, named, unsigned, withSections } from "./wasm.mjs";

// Ids of sections; kinds of imports and of exports.
const [IMPORTS, EXPORTS] = [2, 7];
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];
// The glue's own module, as the program names it, and its short name. No name of a part of the program may be equal.
const GLUE = /^\.\/[\w-]+_bg\.js$/;
const GLUE_KEY = /"\.\/[\w-]+_bg\.js": /g;
const SHORT_GLUE = "a";
// In wasm-bindgen's glue: a class with what registers it, and one function of the import object.
const CLASS = /^export class (\w+) \{\n[^]*?^\}\n(?:if \(Symbol\.dispose\) .*\n)?/gm;
const FINALIZATION = /^const \w+Finalization = [^]*?;\n/gm;
const IMPORT = /^ {8}(\w+): (function\([^]*?^ {8}\}(?:, arguments\); \})?),\n/gm;

// The glue without classes. The app exports none of its own.
export function withoutClasses(glue) {
  return glue.replace(CLASS, "").replace(FINALIZATION, "");
}

// The program without the exports that none of `readers`, the scripts around it, has by name.
export function withoutUnreadExports(program, readers) {
  const words = new Set(readers.flatMap((text) => text.match(/\w+/g)));
  return withSections(program, (id, body) => {
    if (id !== EXPORTS) return body;
    const reader = new Reader(body);
    const all = Array.from({ length: reader.number() }, () => ({ name: reader.name(), kind: reader.number(), index: reader.number() }));
    const kept = all.filter(({ name }) => words.has(name));
    return Buffer.concat([Buffer.from(unsigned(kept.length)), ...kept.flatMap(({ name, kind, index }) => [named(name), Buffer.from([kind, ...unsigned(index)])])]);
  });
}

// The program and its glue with imports named in the order they stand in; the glue has only those that the program imports.
export function withShortImports(program, glue) {
  const short = new Map();
  const shortened = withSections(program, (id, body) => (id === IMPORTS ? renamed(body, short) : body));
  const left = new Set(short.keys());
  const text = glue.replace(IMPORT, (_, name, body) => (left.delete(name) ? `        ${short.get(name)}: ${body},\n` : ""));
  if (left.size > 0) throw new Error(`the glue has no ${[...left].join(", ")}; see IMPORT in tools/bindings.mjs`);
  const modules = text.match(GLUE_KEY)?.length;
  if (modules !== 1) throw new Error("the glue does not name its module once; see GLUE in tools/bindings.mjs");
  return { program: shortened, glue: text.replace(GLUE_KEY, `${SHORT_GLUE}: `) };
}

// A section of imports with short names for those of the glue, which are written to `short`.
function renamed(body, short) {
  const reader = new Reader(body);
  const count = reader.number();
  const entries = Array.from({ length: count }, () => {
    const [module, name] = [reader.name(), reader.name()];
    const description = kindAndType(reader);
    if (!GLUE.test(module)) return [named(module), named(name), description];
    if (!short.has(name)) short.set(name, letters(short.size));
    return [named(SHORT_GLUE), named(short.get(name)), description];
  });
  return Buffer.concat([Buffer.from(unsigned(count)), ...entries.flat()]);
}

// The kind and the type of an import, as bytes.
function kindAndType(reader) {
  const start = reader.at;
  const kind = reader.number();
  if (kind === TABLE) reader.skip(1);
  if (kind === FUNCTION) reader.number();
  else if (kind === TABLE || kind === MEMORY) limits(reader);
  else if (kind === GLOBAL) reader.skip(2);
  else throw new Error(`an import of kind ${kind} is not known`);
  return reader.all.subarray(start, reader.at);
}

function limits(reader) {
  const flags = reader.number();
  reader.number();
  if (flags & 1) reader.number();
}

// a, b, … z, aa, ab, …
function letters(number) {
  const rest = Math.floor(number / 26) - 1;
  return (rest < 0 ? "" : letters(rest)) + String.fromCharCode(97 + (number % 26));
}
