import { TrieRouter } from 'hono/router/trie-router'

const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** In which ways an address is answered: what stands in `Allow` for whoever asked in another. Empty where nothing stands at all. */
export function methodsAmong(routes: readonly { method: string; path: string }[]): (path: string) => string[] {
  const router = new TrieRouter<true>()
  for (const { method, path } of routes) router.add(method, path, true)
  return path => known.filter(method => router.match(method, path)[0].length).flatMap(method => method === 'GET' ? ['GET', 'HEAD'] : method)
}
