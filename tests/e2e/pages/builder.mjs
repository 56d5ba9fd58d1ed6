// The builder of the runner's own routine.
import { expect } from "@playwright/test";
import { paint, stopClock } from "./clock.mjs";

export class Builder {
  /** A new routine on a phone with a stopped clock, with a part of this name that has these exercises; and the row of the part. */
  static async withPart(app, part, ...exercises) {
    await stopClock(await app.launch({ reducedMotion: "reduce" }));
    const builder = new Builder(await app.open("/routines"));
    const { page } = builder;
    await page.getByRole("button", { name: "New routine" }).click();
    await expect(builder.name).toHaveValue("My routine");
    await paint(page);
    await page.getByRole("group", { name: "Add a part" }).getByRole("button", { name: part }).click();
    await builder.addAll(...exercises);
    return { builder, page, block: page.locator("li[data-block]").filter({ has: page.getByRole("heading", { name: part, exact: true }) }) };
  }

  constructor(page) {
    this.page = page;
    this.root = page.locator(".builder");
    this.name = page.getByLabel("Name", { exact: true });
    this.rows = page.locator("li.build-row");
    this.kept = page.locator("[data-kept]");
    this.minutes = page.locator('[data-total="minutes"]');
    this.start = page.locator(".builder-total").getByRole("button", { name: "Start" });
    this.undoRemoval = page.locator("#undo-removal");
    this.undoButton = page.locator(".builder-hints").getByRole("button", { name: "Undo" });
    this.link = page.locator("#share-link");
    this.add = page.getByRole("button", { name: "Add an exercise" });
    this.picker = page.locator("dialog#picker");
  }

  row(exercise) {
    return this.page.locator(`li.build-row[data-exercise="${exercise}"]`);
  }

  /** Opens the controls of a row, if they are closed on this screen. */
  async open(exercise) {
    const opener = this.row(exercise).locator(".build-open");
    if ((await opener.isVisible()) && (await opener.getAttribute("aria-expanded")) === "false") await opener.click();
  }

  /** Adds exercises through the dialog of a phone. */
  async addAll(...exercises) {
    await this.add.click();
    for (const exercise of exercises) {
      await this.picker.locator(`li[data-exercise="${exercise}"]`).getByRole("button").click();
    }
    await this.picker.getByRole("button", { name: "Done" }).click();
  }

  async setLevel(exercise, level) {
    await this.open(exercise);
    await this.row(exercise).locator(`label:has(input[value="${level}"])`).click();
  }

  /** Presses the more or less button of a stepper so many times. */
  async step(exercise, label, times) {
    await this.open(exercise);
    const name = new RegExp(`^${times < 0 ? "Less" : "More"}: ${label}`);
    const button = this.row(exercise).getByRole("button", { name });
    for (let press = 0; press < Math.abs(times); press += 1) await button.click();
  }

  /** The exercises in order. */
  order() {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.dataset.exercise));
  }

  /** Dose, level and rest of each row, as text. */
  facts() {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const facts = Array.from(row.querySelectorAll(".facts span"), (fact) => fact.textContent);
        return [row.dataset.exercise, ...facts].join(" | ");
      }),
    );
  }
}
