import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { inEveryLanguage, locales, type Locale } from '#platform/locale.ts'

/** Title and paragraphs in each language. A paragraph that begins with `## ` is a heading; lines that begin with `- ` are a list. */
export type Said = Record<Locale, { title: string; text: string }>
export type SupplementFile = { id: string; said: Said }

/** All of `supplements/<id>.<language>.md` in the folder of a school. The first line of each is its title. @throws Error where a language or the title is missing */
export function supplementsIn(folder: string): SupplementFile[] {
  const place = `${folder}/supplements`
  const ids = existsSync(place) ? [...new Set(readdirSync(place).map(name => name.split('.')[0]!))].sort() : []
  return ids.map(id => ({ id, said: inEveryLanguage(locale => readOne(`${place}/${id}.${locale}.md`)) }))
}

function readOne(path: string) {
  const [, title, text] = /^# (.+)\n+([^]+)$/.exec(readFileSync(path, 'utf8')) ?? []
  if (!title || !text?.trim()) throw new Error(`${path}: a title "# …" and a text`)
  return { title, text: text.trim() }
}

/** SHA-256 of title and text in every language. */
export const sealOf = (said: Said): string => createHash('sha256').update(JSON.stringify(locales.map(locale => [said[locale].title, said[locale].text]))).digest('hex')
