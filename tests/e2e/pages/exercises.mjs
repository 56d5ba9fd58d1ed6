// The catalogue, and one exercise of it.
export class Exercises {
  constructor(page) {
    this.page = page;
    this.search = page.getByRole("searchbox", { name: "Search exercises" });
    this.cards = page.locator("li.exercise-card");
    this.count = page.locator("[data-count]").first();
    this.filters = page.getByRole("button", { name: /^Filters/ });
    this.clear = page.getByRole("button", { name: "Clear filters" });
  }

  type(name) {
    return this.page.getByRole("group", { name: "Type of exercise" }).getByRole("button", { name });
  }

  select(label) {
    return this.page.getByRole("combobox", { name: label, exact: true });
  }

  async openFilters() {
    const closed = (await this.filters.isVisible()) && (await this.filters.getAttribute("aria-expanded")) === "false";
    if (closed) await this.filters.click();
  }

  /** The exercises shown, by id. */
  ids() {
    return this.cards.evaluateAll((cards) => cards.map((card) => card.dataset.exercise));
  }
}

export class Exercise {
  constructor(page) {
    this.page = page;
    this.article = page.locator("article.exercise");
    this.figure = page.locator("[data-dose]");
    this.dose = page.locator(".dose-words");
    this.kit = page.locator(".spec dt:has-text('Kit') + dd");
    this.cues = page.locator("ol.cues li");
    this.star = page.getByRole("button", { name: "Star", exact: true });
    this.tryNow = page.getByRole("button", { name: "Try now" });
  }

  /** The line that opens and closes a part. */
  fold(name) {
    return this.folded(name).locator("summary");
  }

  folded(name) {
    return this.page.locator("details.fold").filter({ has: this.page.getByRole("heading", { name, exact: true }) });
  }

  level(name) {
    return this.page.locator(`.segmented label:has(input[name="level"][value="${name}"])`);
  }
}
