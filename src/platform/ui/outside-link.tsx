import type { ComponentChildren } from 'preact'
import { isOutside, withoutTrackers, type Outside } from '../outside-address.ts'
import { speaker } from '../locale.ts'
import { hereIfAny } from './here.ts'
import { messages } from './messages.ts'

/** A link out of the school, marked for eyes and ears. Where the school says so it first leads to a notice; no address and no header tells where one came from. */
export function OutsideLink({ children, ...outside }: Outside & { children: ComponentChildren }) {
  const here = hereIfAny()
  const notice = here?.school.outside?.({ ...outside, from: here.path })
  return (
    <a class="outside-link" href={notice ? here!.prefix + notice : outside.to} rel="noopener noreferrer external">{children}
      {here && <span class="unseen" lang={here.locale}> ({speaker(messages, here.locale)('outside')})</span>}</a>
  )
}

/** What somebody wrote, in their own lines. Whole addresses in it are links, without what would follow the reader. */
export const Said = ({ children, lang }: { children: string | null | undefined; lang?: string | undefined }) =>
  <p class="said-words" lang={lang}>{(children ?? '').split(address).map(part => isOutside(part) ? <OutsideLink to={withoutTrackers(part)}>{withoutTrackers(part)}</OutsideLink> : part)}</p>

/** A stop or a bracket after an address belongs to the sentence. */
const address = /(https:\/\/[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?()[\]{}'…])/
