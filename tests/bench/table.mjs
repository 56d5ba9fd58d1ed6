// The table of measurements, one line a figure, beside its target of the specification.
import { median } from "./pairs.mjs";

const HEAD = ["row", "figure", "target", "median", "min – max", "n", "verdict", "in detail"];
const RIGHT = [0, 2, 3, 4, 5];
const UNITS = {
  "×": (value) => `${value.toFixed(2)}×`,
  µs: (value) => `${Math.round(value)} µs`,
  ms: (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`,
  bytes: (value) => `${Math.round(value)} B`,
  "%": (value) => `${value.toFixed(1)} %`,
  "": (value) => String(Number(value.toFixed(4))),
};

/**
 * One figure: `values` are pair ratios (unit `×`) or plain readings; `detail` says what they are made of. What the
 * specification sets no `target` for has none.
 */
export function figure(row, what, target, unit, values, detail = "") {
  return { row, what, target, unit, values, detail };
}

/** The table of `figures`, as text. */
export function table(figures) {
  const lines = [HEAD, ...figures.toSorted((a, b) => a.row - b.row).map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (cell, column) => (RIGHT.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  return lines.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}

function cells({ row, what, target, unit, values, detail }) {
  const say = UNITS[unit];
  const middle = median(values);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? "" : `${say(least)} – ${say(most)}`;
  const [limit, verdict] = target === undefined ? ["", ""] : [`≤ ${say(target)}`, middle <= target ? "within" : "over"];
  return [String(row), what, limit, say(middle), range, String(values.length), verdict, detail];
}
