// Settings.
export class Settings {
  constructor(page, root = page) {
    this.page = page;
    this.sound = root.getByRole("checkbox", { name: /^Beep/ });
    this.storage = root.locator("[data-storage]");
    this.export = root.locator("section[aria-labelledby=data]").getByRole("button", { name: "Download my data" });
    this.erase = root.locator("section[aria-labelledby=data]").getByRole("button", { name: "Erase everything" });
    this.restore = root.locator("section[aria-labelledby=data]").getByRole("button", { name: "Restore from a file" });
    this.file = root.locator("section[aria-labelledby=data] .file-button input[type=file]").last();
    this.panel = root.locator("[data-restore]");
    this.kept = root.locator("[data-backup]");
    this.dialog = root.locator("dialog#erase");
  }

  /** The label of an option of a group of radio buttons. */
  option(group, value) {
    return this.page.locator(`label:has(input[name="${group}"][value="${value}"])`);
  }

  input(group, value) {
    return this.page.locator(`input[name="${group}"][value="${value}"]`);
  }

  kit(name) {
    return this.page.getByRole("checkbox", { name, exact: true });
  }
}
