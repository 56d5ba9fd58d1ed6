// Today: the Start button, the open session, the coming days.
export class Today {
  constructor(page, root = page) {
    this.page = page;
    this.start = root.getByRole("button", { name: /^Start · \d+ min/ });
    this.suggestion = root.locator("[data-suggestion]");
    this.resume = root.locator("[data-resume]");
    this.resumeButton = this.resume.getByRole("button", { name: "Resume" });
    this.endButton = this.resume.getByRole("button", { name: "End here" });
    this.order = root.locator("section.order");
    this.notices = root.locator("[data-notice]");
    this.trouble = root.locator('[data-notice="trouble"]');
    this.update = root.locator('[data-notice="update"]');
  }
}
