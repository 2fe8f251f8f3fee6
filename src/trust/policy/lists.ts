/** What names an item of a list: items of two files, or of two versions, are the same when their names are. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const { id, category, field, right, name, channel, value } = item as Record<string, unknown>
  // A cookie has a name and a category: two of one category are two.
  const key = id ?? field ?? (typeof name === 'string' ? name : undefined) ?? category ?? right ?? (channel ? `${String(channel)} ${JSON.stringify(value)}` : undefined)
  return typeof key === 'string' ? key : undefined
}
