// The page that stands where the lazy chunk could not be loaded.
import { expect } from "@playwright/test";

export const tryAgainButton = (page) => page.getByRole("button", { name: "Try again" });

/**
 * Presses "Try again", once loading can succeed, until `shown` is there. A try of the app's own may be under way and
 * succeed first: then there is nothing to press.
 */
export async function tryAgain(page, shown) {
  const button = tryAgainButton(page);
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 1000 });
    await expect(shown).toBeVisible({ timeout: 5000 });
  }).toPass();
}
