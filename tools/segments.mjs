// Joins the data segments of a part of the program. The splitter needs each static in a segment of its own, and wasm-opt cuts them at
// zeros; but a segment's head costs more bytes, compressed, than the zeros between it and the next one: 10 KB over the whole program.
import { readFileSync, writeFileSync } from "node:fs";
import { Reader, section, sections, signed, unsigned, withSections } from "./wasm.mjs";

// Ids of sections, and of a part of the one that holds names.
const [CUSTOM, DATA, DATA_COUNT, SEGMENT_NAMES] = [0, 11, 12, 9];
// Zeros between two segments that are joined at most.
const GAP = 64;
// The head of an active segment: memory 0, `i32.const`, the address, `end`.
const [ACTIVE, I32_CONST, END] = [0, 0x41, 0x0b];

// Joins the segments of the program's part at `path`; no byte of the parts in `others` is covered.
export function joinSegments(path, others) {
  const taken = others.flatMap((other) => segments(readFileSync(other)).map(({ at, bytes }) => [at, at + bytes.length]));
  writeFileSync(path, joined(readFileSync(path), taken));
}

// The same program with as few segments as there may be; `taken` are ranges of addresses that belong to others.
export function joined(program, taken) {
  const runs = [];
  for (const { at, bytes } of segments(program).sort((one, other) => one.at - other.at)) {
    const last = runs.at(-1);
    const gap = last ? at - last.end : Infinity;
    if (gap < 0) throw new Error(`two data segments overlap at address ${at}`);
    if (gap <= GAP && (gap === 0 || !taken.some(([from, to]) => from < at && to > last.end))) {
      last.parts.push(Buffer.alloc(gap), bytes);
      last.end = at + bytes.length;
    } else {
      runs.push({ at, end: at + bytes.length, parts: [bytes] });
    }
  }
  const data = runs.flatMap(({ at, end, parts }) => [Buffer.from([ACTIVE, I32_CONST, ...signed(at), END, ...unsigned(end - at)]), ...parts]);
  const bodies = { [DATA]: Buffer.concat([Buffer.from(unsigned(runs.length)), ...data]), [DATA_COUNT]: Buffer.from(unsigned(runs.length)) };
  return withSections(program, (id, body) => bodies[id] ?? (id === CUSTOM ? withoutSegmentNames(body) : body));
}

// A custom section; of one that holds names, without those of the segments of before.
function withoutSegmentNames(custom) {
  const reader = new Reader(custom);
  if (reader.bytes(reader.number()).toString() !== "name") return custom;
  const start = custom.subarray(0, reader.at);
  return Buffer.concat([start, ...sections(custom, reader.at).filter(({ id }) => id !== SEGMENT_NAMES).flatMap(({ id, body }) => section(id, body))]);
}

// The data segments of a program, each with its address.
export function segments(program) {
  const data = sections(program).find(({ id }) => id === DATA);
  if (!data) return [];
  const reader = new Reader(data.body);
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== ACTIVE || reader.number() !== I32_CONST) throw new Error("a data segment has no fixed address");
    const at = reader.number();
    reader.skip(1);
    return { at, bytes: reader.bytes(reader.number()) };
  });
}
