// The list of routines, and the ready-made ones.
import { expect } from "../support/app.mjs";

/** From the list of routines: opens the ready-made one called `name` and edits a copy of it. */
export async function editCopy(page, name) {
  await page.locator("ul[aria-labelledby=ready]").getByRole("link", { name, exact: true }).click();
  await expect(page.locator("#title")).toHaveText(name);
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await expect(page.locator(".builder")).toBeVisible();
}
