// The names between the program and its glue: shortened in both alike, and nothing is left out that either needs.
import assert from "node:assert/strict";
import test from "node:test";
import { withShortImports, withoutClasses, withoutUnreadExports } from "../../tools/bindings.mjs";

// As in a program of the bench.
const GLUE = "./mainspring-0_bg.js";

const text = (word) => [word.length, ...Buffer.from(word)];
const number = (value) => (value < 128 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)]);
const section = (id, items) => [id, ...number([...number(items.length), ...items.flat()].length), ...number(items.length), ...items.flat()];

// A memory of one to two pages, a table of at least one function, a number.
const OUTSIDE = [[...text("m"), ...text("memory"), 2, 1, 1, 2], [...text("m"), ...text("table"), 1, 0x70, 0, 1], [...text("m"), ...text("number"), 3, 0x7f, 0]];

// Imports `imports`, each a module and a name, functions without arguments; its own function, exported under each of `names`, calls them in order.
function program(imports, names) {
  const calls = imports.flatMap((_, index) => [0x10, index]);
  const code = [0, ...calls, 0x0b];
  const body = [...number(code.length), ...code];
  return Buffer.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, [[0x60, 0, 0]]),
    ...section(2, [...OUTSIDE, ...imports.map(([module, name]) => [...text(module), ...text(name), 0, 0])]),
    ...section(3, [[0]]),
    ...section(7, names.map((name) => [...text(name), 0, imports.length])),
    ...section(10, [body]),
  ]);
}

function glue(names) {
  const entries = names.map((name) => `        ${name}: function() {\n            said.push("${name}");\n        },\n`).join("");
  return `function imports() {\n    const import0 = {\n        __proto__: null,\n${entries}    };\n    return {\n        __proto__: null,\n        "${GLUE}": import0,\n    };\n}\n`;
}

const outside = { memory: new WebAssembly.Memory({ initial: 1, maximum: 2 }), table: new WebAssembly.Table({ initial: 1, element: "anyfunc" }), number: 0 };

// The calls of the program's function, in order, each by the name it had.
async function said(bytes, script) {
  const all = [];
  const imports = new Function("said", `${script}return imports();`)(all);
  const { instance } = await WebAssembly.instantiate(bytes, { ...imports, m: outside, other: { __wbg_stays_1234567890abcdef: () => all.push("other") } });
  instance.exports.run();
  return all;
}

test("each import is still the same function under its short name", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `__wbg_do${index}_${String(index).padStart(16, "0")}`);
  const before = program([...names.map((name) => [GLUE, name]), ["other", "__wbg_stays_1234567890abcdef"]].slice(0, 40), ["run"]);
  const after = withShortImports(before, glue([...names].reverse()));
  assert.deepEqual(await said(after.program, after.glue), names.slice(0, 40));
  assert.ok(after.program.length < before.length / 2);
  assert.ok(!/__wbg_do\d+_\d+: /.test(after.glue));
  assert.ok(!after.glue.includes("__wbg_do59"), "what the program does not import is not in the glue");
});

test("what another module gives keeps its name, with whatever kind and type it has", async () => {
  const names = ["__wbg_log_00000000000000aa", "__wbg_log_00000000000000bb"];
  const bytes = program([[GLUE, names[1]], ["other", "__wbg_stays_1234567890abcdef"], [GLUE, names[0]], [GLUE, names[1]]], ["run"]);
  const after = withShortImports(bytes, glue(names));
  assert.deepEqual(await said(after.program, after.glue), [names[1], "other", names[0], names[1]]);
});

test("an import that the glue does not give stops the build", () => {
  const bytes = program([[GLUE, "__wbg_gone_00000000000000cc"]], ["run"]);
  assert.throws(() => withShortImports(bytes, glue(["__wbg_log_00000000000000aa"])), /__wbg_gone_00000000000000cc/);
  assert.throws(() => withShortImports(program([], ["run"]), "nothing"), /module/);
});

test("only exports that a script has by name are kept", () => {
  const bytes = withoutUnreadExports(program([], ["run", "runs", "__free_class"]), ["wasm.run(1)", "const { memory } = x;"]);
  assert.deepEqual(WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name), ["run"]);
});

test("classes go with what registers them, and nothing else does", () => {
  const kept = ["function one() {\n}\n", "const two = (typeof x === 'undefined')\n    ? 1\n    : 2;\n"];
  const script = [
    'export class Sink {\n    free() {\n        wasm.free(0);\n    }\n}\nif (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;\n',
    kept[0],
    "export class Bare {\n}\n",
    "const SinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {} }\n    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n",
    kept[1],
  ];
  assert.equal(withoutClasses(script.join("")), kept.join(""));
});
