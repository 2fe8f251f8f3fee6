/** What names an item of a list: items of two files, or of two versions, are the same when their names are. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { id, category, field, right, name, channel, value } = item as Record<string, unknown>
  const key = id ?? field ?? category ?? right ?? (typeof name === 'string' ? name : undefined) ?? (channel ? `${String(channel)} ${JSON.stringify(value)}` : undefined)
  return typeof key === 'string' ? key : undefined
}
