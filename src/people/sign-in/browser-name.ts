import { agentOf } from '#platform/client/client.ts'

/** "Firefox · Windows": the family of browser and system, and nothing finer that could single out a person. */
export function browserName(agent: string | undefined): string {
  const { browser, system } = agentOf(agent)
  return [browser, system].filter(Boolean).join(' · ') || '?'
}
