import type { Page } from 'playwright-core'

/** Waits until the open page holds everything that it needs without a connection. */
export async function keptWhole(page: Page): Promise<void> {
  await page.locator('.verifier-ready').waitFor()
}
