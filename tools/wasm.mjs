// Reads and writes the parts of a WebAssembly program: its sections and LEB128 numbers (WebAssembly core specification, chapter 5).

// A magic number and a version come before the first section.
const HEAD = 8;

// The sections of a program, or what lies from `from` on in a section that has sections of its own.
export function sections(program, from = HEAD) {
  const reader = new Reader(program.subarray(from));
  const all = [];
  while (reader.more()) all.push({ id: reader.number(), body: reader.bytes(reader.number()) });
  return all;
}

// The same program with each section's body as `change(id, body)` gives it.
export function withSections(program, change) {
  return Buffer.concat([program.subarray(0, HEAD), ...sections(program).flatMap(({ id, body }) => section(id, change(id, body)))]);
}

export function section(id, body) {
  return [Buffer.from([id, ...unsigned(body.length)]), body];
}

export class Reader {
  constructor(bytes) {
    [this.all, this.at] = [bytes, 0];
  }

  more() {
    return this.at < this.all.length;
  }

  skip(count) {
    this.at += count;
  }

  bytes(count) {
    this.at += count;
    return this.all.subarray(this.at - count, this.at);
  }

  // LEB128. Addresses are signed, but never below 0, so that both kinds read alike.
  number() {
    let [value, factor, byte] = [0, 1, 0x80];
    while (byte & 0x80) {
      byte = this.all[this.at++];
      value += (byte & 0x7f) * factor;
      factor *= 128;
    }
    return value;
  }

  // A name: its length in bytes, then UTF-8.
  name() {
    return this.bytes(this.number()).toString();
  }
}

export function unsigned(number) {
  return number < 128 ? [number] : [(number & 0x7f) | 0x80, ...unsigned(number >>> 7)];
}

// A number from 0 on whose last bit could be taken for a sign has one more byte.
export function signed(number) {
  const bytes = unsigned(number);
  return bytes.at(-1) & 0x40 ? [...bytes.slice(0, -1), bytes.at(-1) | 0x80, 0] : bytes;
}

export function named(name) {
  const bytes = Buffer.from(name);
  return Buffer.concat([Buffer.from(unsigned(bytes.length)), bytes]);
}
