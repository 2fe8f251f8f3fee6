/** The initials of somebody, beside their name and never instead of it. No picture is fetched from anywhere. */
export const Avatar = ({ name }: { name: string }) => <span class="avatar" aria-hidden="true">{initialsOf(name)}</span>

/** The first letters of the first and the last word: "Әлия Қуанышқызы" is ӘҚ. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => [...word ?? ''][0] ?? '').join('').toLocaleUpperCase('kk')
}
