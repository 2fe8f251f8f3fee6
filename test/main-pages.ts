// The main pages of each role, opened one after another: for tests that look at every one of them in the same way.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Member, School } from './fixtures.ts'
import { worldOf } from './world.ts'

const pagesOf = ({ run, lesson, attempt, submitted, request, course }: Record<string, string>): Record<string, string[]> => ({
  visitor: ['/', '/courses', `/courses/${course}`, '/privacy', '/trust', '/sign-in', '/sign-up', '/recover', '/cookies'],
  learner: ['/me', `/learn/${run}`, `/learn/${run}/${lesson}`, `/learn/${run}/test/${attempt}/1`, `/learn/${run}/test/${attempt}/review`, `/learn/${run}/test/${submitted}/result`, '/me/data', `/me/data/requests/${request}`, '/me/data/erase', '/me/profile', '/me/settings', '/me/security', '/notices'],
  teacher: ['/teach', `/teach/progress/${run}`],
  operator: ['/office', '/office/people', '/office/courses'],
  'privacy-officer': ['/privacy-office', '/privacy-office/requests', `/privacy-office/requests/${request}`, '/privacy-office/audit'],
})

/** Opens them in Kazakh, whose words are the longest, each role in a tab of its own; what `look` finds wrong is told with role and address. */
export async function lookThrough(here: School, tabFor: (as: Member | undefined) => Promise<Page>, look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const { people, things } = await worldOf(here)
  const found: string[] = []
  for (const [role, paths] of Object.entries(pagesOf(things))) {
    const page = await tabFor(role === 'visitor' ? undefined : people[role as keyof typeof people])
    for (const path of paths) {
      await page.goto(`/kk${path}`)
      assert.ok(await page.locator('h1').count(), `${path} is a page`)
      found.push(...(await look(page)).map(fault => `${role} ${path} ${fault}`))
    }
    await page.context().close()
  }
  return found
}
