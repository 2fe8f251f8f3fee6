// What opens above a page by the browser's own means, without script: closes by Escape, by its button or by a click elsewhere.
import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Icon, type IconName } from './icon.tsx'
import { messages } from './messages.ts'

/** A button and the list that opens under it. */
export const Menu = ({ id, label, icon, kind = 'secondary', class: also = '', children }: { id: string; label: string; icon?: IconName; kind?: 'secondary' | 'quiet'; class?: string; children: ComponentChildren }) => (
  <div class={`opens-menu ${also}`.trim()}>
    <button type="button" class={`button ${kind}`} popovertarget={id}>{icon && <Icon name={icon} />}<span>{label}</span><Icon name="chevron-down" /></button>
    <div id={id} class="menu-list" popover="auto">{children}</div>
  </div>
)

/** A button and a short text that opens over the page: an explanation, never a question that must be answered. */
export function Dialog({ id, opens, title, children }: { id: string; opens: string; title: string; children: ComponentChildren }) {
  const say = speaker(messages, useHere().locale)
  return (
    <>
      <button type="button" class="button quiet opens-dialog" popovertarget={id}><Icon name="circle-help" /><span>{opens}</span></button>
      <dialog id={id} class="dialog" popover="auto" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} class="title">{title}</h2>
        {children}
        <p class="actions"><button type="button" class="button secondary" popovertarget={id} popovertargetaction="hide"><span>{say('close')}</span></button></p>
      </dialog>
    </>
  )
}
