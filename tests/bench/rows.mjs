// The rows of the specification that are measured together, in the order in which they run.
import * as cold from "./cold.mjs";
import * as elements from "./elements.mjs";
import * as figure from "./figure.mjs";
import * as offline from "./offline.mjs";
import * as solver from "./solver.mjs";
import * as years from "./years.mjs";

const GROUPS = [cold, offline, years, figure, elements, solver];

/** Every row that can be asked for. */
export const ROWS = GROUPS.flatMap((group) => group.ROWS);

/** The names of the pages that the rows in `wanted` are measured on. */
export function pagesFor(wanted) {
  const asked = GROUPS.filter(({ ROWS: rows }) => rows.some((row) => wanted.includes(row)));
  return [...new Set(asked.flatMap(({ PAGES: pages }) => pages))];
}

/** The figures of the rows in `wanted`, given to `take` as they come; a group with none of these rows is not run. */
export async function measureRows(wanted, world, take, say) {
  for (const { ROWS: rows, measure } of GROUPS) {
    const asked = rows.filter((row) => wanted.includes(row));
    if (asked.length === 0) continue;
    say(`measuring rows ${asked.join(", ")} …`);
    take((await measure(world, asked)).filter(({ row }) => wanted.includes(row)));
  }
}
