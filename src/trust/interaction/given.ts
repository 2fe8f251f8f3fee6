// What this module needs from the layers above it. src/product.ts hands it in once.
import type { Text } from '#platform/locale.ts'

type Given = {
  /** Parts of an address that name something taught. Any other may be a person or a key, and is left out. */
  named: readonly string[]
  /** Where the menus lead, and what that is called: nothing else can be noted as pressed. */
  places: ReadonlyMap<string, Text>
}

let given: Given = { named: [], places: new Map() }

export const hand = (parts: Given) => { given = parts }
export const isElement = (name: string): boolean => given.places.has(name)

export const placeName = (address: string): Text | undefined => given.places.get(address)

/** `/learn/:run/:lesson` with what is taught there filled in; what may be about somebody stays a placeholder. */
export const pageOf = (route: string, params: Record<string, string>): string =>
  route.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => given.named.includes(name) && /^[\w-]{1,100}$/.test(params[name] ?? '') ? params[name]! : `:${name}`)
