import { Document, isScalar, visit, type YAMLMap } from 'yaml'
import { locales, type Text } from '#platform/locale.ts'
import type { Option } from './course-folder.ts'

/** The same value is the same text, whenever and wherever it is written. A list of single words and a short text in three languages stand on one line. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Seq: (_, list) => { list.flow = list.items.every(item => isScalar(item)) },
    Map: (_, map) => { if (map.has('ru')) map.flow = isShort(map) },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

const isShort = ({ items }: YAMLMap) =>
  items.every(({ value }) => isScalar(value) && !String(value.value).includes('\n')) && items.reduce((total, { value }) => total + String(isScalar(value) ? value.value : '').length, 0) <= 90

/** The languages in our order, whatever the order of a database. */
export const inOrder = <T>(text: Record<(typeof locales)[number], T>) => ({ ru: text.ru, kk: text.kk, en: text.en })

/** Options by their letters: a list again as it was written. */
export const lettered = (options: Option[]): Record<string, Text> => Object.fromEntries(options.map(({ id, text }) => [id, inOrder(text)]))
