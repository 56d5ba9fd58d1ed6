// The player's page in a tab that watches.
import { expect } from "@playwright/test";

export class Watch {
  constructor(page) {
    this.page = page;
    this.main = page.locator("main[data-watching]");
    this.phase = page.locator('[data-watched="phase"]');
    this.digits = page.locator('[data-watched="digits"]');
    this.takeOver = page.getByRole("button", { name: "Take over here" });
    this.goOn = page.getByRole("button", { name: "Go on here" });
  }

  async expectRunning() {
    await expect(this.main).toHaveAttribute("data-watching", "running");
    await expect(this.main).toContainText("This session is running in another tab.");
  }

  async expectLeft() {
    await expect(this.main).toHaveAttribute("data-watching", "left");
  }
}
