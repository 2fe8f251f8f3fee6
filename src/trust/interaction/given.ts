// What this module needs from the layers above it. src/product.ts hands it in once.
type Given = {
  /** Parts of an address that name something taught. Any other may be a person or a key, and is left out. */
  named: readonly string[]
  /** The elements that have a name of ours: nothing else can be noted as pressed. */
  elements: ReadonlySet<string>
}

let given: Given = { named: [], elements: new Set() }

export const hand = (parts: Given) => { given = parts }
export const isElement = (name: string): boolean => given.elements.has(name)

/** `/learn/:run/:lesson` with what is taught there filled in; what may be about somebody stays a placeholder. */
export const pageOf = (route: string, params: Record<string, string>): string =>
  route.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => given.named.includes(name) && /^[\w-]{1,100}$/.test(params[name] ?? '') ? params[name]! : `:${name}`)
