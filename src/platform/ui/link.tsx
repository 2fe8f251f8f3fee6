import type { ComponentChildren } from 'preact'
import { hereIfAny, ownNumber } from './here.ts'
import { Icon, type IconName } from './icon.tsx'
import { carriedName, onceName } from './read-form.ts'

type LinkProps = { to: string; class?: string; children: ComponentChildren; 'aria-current'?: 'page' | 'step' | 'true'; lang?: string; rel?: string; download?: boolean; id?: string; 'aria-label'?: string; 'data-name'?: string | undefined }

const usePrefix = () => hereIfAny()?.prefix ?? ''

/** A link inside the school: keeps the language of the address. Whole addresses (https:, mailto:) and parts of the page (#part) stay as they are. */
export function Link({ to, ...rest }: LinkProps) {
  const prefix = usePrefix()
  return <a href={to.startsWith('/') ? prefix + to : to} {...rest} />
}

/** A form. Sent twice by an impatient hand, it counts once. */
export function Post({ to, children, carries, ...rest }: { to: string; /** Takes along what was typed into a form before. */ carries?: boolean; class?: string; children?: ComponentChildren; id?: string; enctype?: 'multipart/form-data'; 'aria-label'?: string }) {
  const here = hereIfAny()
  return (
    <form method="post" action={usePrefix() + to} novalidate {...rest}>
      {here && <input type="hidden" name={onceName} value={onceFor(here.once, ownNumber())} />}
      {carries && here?.carried && <input type="hidden" name={carriedName} value={here.carried} />}
      {children}
    </form>
  )
}

/** Each form of a page has its own key, the page's with the form's number at its end: two forms sent from one page are two deeds. */
const onceFor = (once: string, number: number): string => once.slice(0, 24) + number.toString(16).padStart(12, '0')

export type ButtonProps = {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** With an address it is a link that looks like a button. */
  to?: string
  icon?: IconName
  name?: string
  value?: string
  formaction?: string
  form?: string
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string
  children: ComponentChildren
}

export function Button({ kind = 'primary', to, icon, children, ...rest }: ButtonProps) {
  const prefix = usePrefix()
  const inside = <>{icon && <Icon name={icon} />}<span>{children}</span></>
  const { formaction, id, 'aria-label': label } = rest
  if (to !== undefined) return <Link to={to} class={`button ${kind}`} {...id && { id }} {...label && { 'aria-label': label }}>{inside}</Link>
  return <button class={`button ${kind}`} {...rest} formaction={formaction && prefix + formaction}>{inside}</button>
}

/** Buttons and links that belong together, in a row that wraps. */
export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>
