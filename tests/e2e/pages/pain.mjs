// Pain: the questions, the sore parts, and the exercises left out for them.
export class Pain {
  constructor(page, root = page) {
    this.page = page;
    this.dialog = root.getByRole("dialog", { name: "Something hurts" });
    this.tellButton = root.getByRole("button", { name: "Something hurts" });
    this.sores = root.locator("[data-sore]");
    this.out = root.locator("[data-out]");
    this.nothingLeft = root.locator("[data-nothing-left]");
  }

  /** Answers the questions in the open dialog; `side` may be left out. */
  async answer(part, score, side) {
    await this.dialog.getByRole("button", { name: part, exact: true }).click();
    if (side) await this.dialog.getByRole("button", { name: side, exact: true }).click();
    await this.dialog.getByRole("button", { name: String(score), exact: true }).click();
  }

  /** Reports pain outside a session. */
  async tell(part, score, side) {
    await this.tellButton.click();
    await this.answer(part, score, side);
    await this.dialog.getByRole("button", { name: "Done", exact: true }).click();
  }

  /** The stored reports: exercise, part, score, answer, change, side. */
  kept() {
    return this.page.evaluate(() =>
      JSON.parse(localStorage.getItem("mainspring.pain") ?? '{"r":[]}').r.map(([, , exercise, , part, score, answer, , change, side]) => ({ exercise, part, score, answer, change, side })),
    );
  }
}
