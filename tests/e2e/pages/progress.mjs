// Progress: the list of sessions, and the page of one session.
export class Progress {
  constructor(page, root = page) {
    this.page = page;
    this.rows = root.locator("ol.rows > li[data-session]");
    this.empty = root.locator("[data-empty]");
  }

  row(name) {
    return this.rows.filter({ hasText: name });
  }

  /** Every set of the open session: its cells, row by row. */
  sets() {
    return this.page.locator("table.figures tbody tr").evaluateAll((rows) =>
      rows.map((row) => ({
        exercise: row.closest(".bout").querySelector("h3").textContent,
        level: row.closest(".bout").querySelector(".facts span").textContent,
        cells: Array.from(row.cells, (cell) => cell.textContent),
      })),
    );
  }
}
