import { isOutside, type Outside } from '#platform/outside-address.ts'
import { isSameKey, keyFor } from '#people/sign-in/sign-in.ts'

export const noticePath = '/outside'

/** What a page may ask the notice for: nothing but what was written by this school and signed for it. */
const keyOf = (site: string, { to, policy, tool }: Outside): string =>
  keyFor('outside link', JSON.stringify([site, to, policy ?? null, Boolean(tool)]))

/** The address of the notice before an outside link, without the language. `from` is the page to return to. */
export function signedAddress(site: string, outside: Outside & { from: string }): string {
  const { to, policy, tool, from } = outside
  return `${noticePath}?${new URLSearchParams({ to, ...policy && { policy }, ...tool && { tool: '1' }, from, key: keyOf(site, outside) })}`
}

/** The link that was asked for, if this school signed it. `from` is not signed: it can only be a page of the school. */
export function signedLink(site: string, { to = '', policy, tool, from = '', key = '' }: Record<string, string>): (Outside & { from: string }) | undefined {
  const link = { to, policy, tool: tool === '1' }
  if (!isOutside(to) || (policy !== undefined && !isOutside(policy)) || !isSameKey(key, keyOf(site, link))) return undefined
  return { ...link, from: /^\/(?![/\\])[\w/.~-]*$/.test(from) ? from : '/' }
}
