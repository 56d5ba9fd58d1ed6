// The joining of data segments: the memory is the same as before, and what belongs to another part stays free.
import assert from "node:assert/strict";
import test from "node:test";
import { joined, segments } from "../../tools/segments.mjs";

// A program with an imported memory and these segments, each an address and bytes.
function program(parts) {
  const number = (value) => (value < 128 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)]);
  const address = (value) => (value < 64 ? [value] : [(value & 0x7f) | 0x80, ...address(value >> 7)]);
  const section = (id, body) => [id, ...number(body.length), ...body];
  const memory = [1, 1, 109, 1, 109, 2, 0, 1];
  const data = parts.flatMap(([at, bytes]) => [0, 0x41, ...address(at), 0x0b, ...number(bytes.length), ...bytes]);
  const names = [4, 110, 97, 109, 101, ...[0, 2, 1, 112], ...[9, 1, 0]];
  return Buffer.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(2, memory),
    ...section(12, number(parts.length)),
    ...section(11, [...number(parts.length), ...data]),
    ...section(0, names),
  ]);
}

// The first bytes of a memory full of 9 after the program is loaded.
async function loaded(bytes, count = 200) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const seen = new Uint8Array(memory.buffer);
  seen.fill(9);
  await WebAssembly.instantiate(bytes, { m: { m: memory } });
  return [...seen.subarray(0, count)];
}

function at(memory, from, bytes) {
  assert.deepEqual(memory.slice(from, from + bytes.length), bytes);
}

test("neighbours become one segment, zeros fill what lies between", async () => {
  const bytes = joined(program([[70, [4, 5]], [60, [1, 2]], [62, [3]], [180, [6]]]), []);
  assert.deepEqual(segments(bytes).map((segment) => [segment.at, segment.bytes.length]), [[60, 12], [180, 1]]);
  const memory = await loaded(bytes);
  at(memory, 59, [9, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 4, 5, 9]);
  at(memory, 179, [9, 6, 9]);
});

test("a byte that belongs to another part stays as it is", async () => {
  for (const taken of [[64, 65], [63, 66], [50, 64], [69, 90]]) {
    const memory = await loaded(joined(program([[60, [1, 2, 3]], [70, [4]]]), [taken]));
    at(memory, 59, [9, 1, 2, 3, 9, 9, 9, 9, 9, 9, 9, 4, 9]);
  }
  for (const taken of [[50, 63], [70, 90]]) {
    assert.equal(segments(joined(program([[60, [1, 2, 3]], [70, [4]]]), [taken])).length, 1);
  }
});

test("high addresses and long segments are read and written", async () => {
  const long = Array.from({ length: 300 }, (_, number) => number % 251);
  const bytes = joined(program([[8190, long], [8490, [7]], [63, [1]], [64, [2]]]), []);
  assert.deepEqual(segments(bytes).map((segment) => segment.at), [63, 8190]);
  at(await loaded(bytes, 9000), 8189, [9, ...long, 7, 9]);
});

test("the name of the program stays, those of its segments go", () => {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(joined(program([[60, [1]]]), [])), "name");
  assert.deepEqual([...new Uint8Array(section)], [0, 2, 1, 112]);
});

test("segments that overlap stop the build", () => {
  assert.throws(() => joined(program([[60, [1, 2]], [61, [3]]]), []), /overlap at address 61/);
});
