// A click that leads to another page, and the wait until that page is there: whatever is done next is done on it.
import type { Locator, Page } from 'playwright-core'

export async function go(page: Page, through: Locator) {
  await Promise.all([page.waitForEvent('framenavigated', frame => frame === page.mainFrame()), through.click()])
  await page.waitForLoadState()
}
