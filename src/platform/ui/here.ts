import type { Locale, Text } from '../locale.ts'
import type { Outside } from '../outside-address.ts'
import type { Theme } from './themes.ts'

/** An address inside the school, without the language prefix, and what to call it. */
export type Item = { to: string; label: Text }

/** A picture in two sizes, each in a newer and an older format. `exposure` is how it was taken: "f/8 · 1/125 · ISO 100". */
export type Picture = { sizes: { width: number; avif: string; jpeg: string }[]; width: number; height: number; shows: Text; exposure?: string | undefined; credit: Text }

/** What a page shows of the school around it. Given by the product from the school's data; `theme` is a key of themes.ts. */
export type School = {
  slug: string
  name: Text
  tagline: Text
  theme: Theme
  nav: Item[]
  /** Links of the person who is signed in, by role. */
  account: Item[]
  /** Where somebody signed in reads what they were told, whatever their role. */
  told?: Item
  /** Where the role of that person is worked in; learners have none. */
  workplace?: Item | undefined
  footer: Item[]
  /** The version in force; a place that is no school (the list of schools) has none. */
  policy?: { version: string; date: Date }
  /** Sentences above every page: a new policy is coming, the address is not confirmed. */
  notices: { text: Text; to?: string }[]
  /** Promises to be named first, by their ids. */
  stresses?: readonly string[]
  /** What the school shows of itself; the first is the one it is known by. */
  pictures?: readonly Picture[]
  /** One line: who answers, where, by which telephone. */
  contact?: Text
  demo: boolean
  /** The address of the notice that stands before an outside link, where the school has one. `from` is the page with the link. */
  outside?: ((to: Outside & { from: string }) => string) | undefined
  /** Waits at the foot of every page until it is answered (cookies): a form sent to `to`, or an answer that is a page of its own. */
  ask?: { title: Text; says: Text; to: string; answers: ({ name: string; value: string; label: Text } | Item)[] }
  /** What the page tells of itself later: its number, where to, and whether elements carry their names. */
  watch?: { view: string; to: string; clicks: boolean } | undefined
  /** IANA name; dates are shown in it unless the person has another. Asia/Almaty unless said. */
  zone?: string
}

/** What a refused form shows again: the values, but never a password, and a sentence for each field that needs another look. */
export type Failed = {
  /** Which form was sent; without it the refusal is shown above the page. */
  form?: string
  values: Record<string, string | string[]>
  problems: Record<string, Text>
  refused?: Text
}

/** The place a page is drawn for: who reads, where, when, in which language. */
export type Here = {
  locale: Locale
  /** '/kk' when the address begins so, else ''. Every link and form keeps it, so a guest's language needs no cookie. */
  prefix: string
  path: string
  query: Record<string, string>
  actor: { person: string | null; role: string; /** What the person has chosen in the settings. */ theme?: 'light' | 'dark'; zone?: string; /** Whoever is suspended comes no further than their rights. */ suspended?: boolean; /** A guardian decides with whoever is not of age. */ guarded?: boolean }
  /** Chosen by a guest, where a functional cookie is allowed. */
  mode?: 'light' | 'dark'
  school: School
  failed?: Failed
  /** The sentence left by the action before this page. */
  said?: string
  /** What was typed into a form before its sender had to sign in: goes with the form of signing in, and comes back. */
  carried?: string
  /** Makes a form that is sent twice count once. */
  once: string
  now: Date
  nonce?: string
}

// A page is drawn in one go, so that where it is drawn for can stand here for as long as that takes.
let current: Here | null = null
let numbers = 0

/** Draws for a place: whatever is drawn inside may ask where it is. */
export function drawnFor<Drawing>(here: Here, draw: () => Drawing): Drawing {
  const outer = [current, numbers] as const
  current = here
  numbers = 0
  try { return draw() } finally { [current, numbers] = outer }
}

export const hereIfAny = (): Here | null => current

export function useHere(): Here {
  if (!current) throw new Error('this component is drawn outside a page')
  return current
}

/** A number that nothing else on the page has, and an id made of one. */
export const ownNumber = () => ++numbers
export const ownId = () => `id-${ownNumber()}`
