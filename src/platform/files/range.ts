/** One range of bytes, as players and resumed downloads ask. Anything else asked for is the whole. */
export function readRange(header: string | null | undefined, length: number): { from: number; to: number } | 'impossible' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  const from = first ? Number(first) : Math.max(0, length - Number(last))
  const to = first && last ? Math.min(Number(last) + 1, length) : length
  return from >= to ? 'impossible' : { from, to }
}
