// What axe finds on a page, a line for each place.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is far below a long page is laid out when somebody comes near; whoever measures all of it at once lays it out first. */
export const layOut = (page: Page) => page.evaluate(() => { for (const each of document.querySelectorAll<HTMLElement>('.reading > section')) each.style.contentVisibility = 'visible' })

export async function violations(page: Page, tags = [...wcag, 'best-practice']): Promise<string[]> {
  await page.evaluate(axe)
  await layOut(page)
  // A colour on its way from one to another is neither: what is looked at is where it comes to rest.
  await page.evaluate(() => { for (const moving of document.getAnimations()) if (moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish() })
  const found = await page.evaluate(tags => (globalThis as any).axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true } } }), tags)
  return found.violations.flatMap((violation: any) => violation.nodes.map((node: any) => `${violation.id}: ${node.target} ${node.failureSummary}`))
}
