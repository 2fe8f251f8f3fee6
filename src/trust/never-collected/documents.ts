// Numbers of identity: of a passport or identity card beside words about one, and the twelve digits of a Kazakh IIN.
import { near, type Found, type Run } from './runs.ts'

const paper = '(?:загран)?паспорт\\p{L}*|төлқұжат\\p{L}*|passport|удостоверени\\p{L}*[ _-]+личности|уд\\.? ?личности|жеке[ _-]+куәлі\\p{L}*|identity[ _-]+(?:card|document)|\\bid[ _-]?card|\\bid[ _-]?карт\\p{L}*'
const aboutPaper = new RegExp(paper, 'iu')
const aboutIin = new RegExp(`\\b(?:iin)\\b|ИИН|ЖСН|жеке сәйкестендіру|идентификационн\\p{L}* номер|individual identification|${paper}`, 'iu')
const number = '(?:[A-ZА-Я]{1,2}[ №-]{0,2})?(?:\\d{2}[ -]?\\d{2},?[ ]?(?:№|N|no\\.|номер)[ ]?\\d{6}|\\d(?:[ -]?\\d){6,9})'
const after = new RegExp(`(?:${paper})([^\\d\\n+]{0,40}?)(?<![\\p{L}\\d])(${number})(?!\\d|[.:]\\d)`, 'giu')
const before = new RegExp(`(?<![\\p{L}\\d+.])(${number})[^\\d\\n]{0,15}?(?:${paper})`, 'giu')
/** Another number is meant: one to call, or a span of years. */
const calls = /тел\p{L}*|звон|номер для связи|phone|call|қоңырау|whatsapp/iu
const years = /^(?:19|20)\d\d[ -]+(?:19|20)\d\d$|^(?:19|20)\d\d-\d\d-\d\d$/

/** Check digit of the twelve: weighted 1 to 11, and where that gives ten, from 3 round to 2. */
export function isIin(digits: string): boolean {
  if (!/^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]\d{5}$/.test(digits)) return false
  const sum = (shift: number) => [...digits.slice(0, 11)].reduce((total, digit, place) => total + Number(digit) * ((place + shift) % 11 + 1), 0) % 11
  const [first, second] = [sum(0), sum(2)]
  return Number(digits[11]) === (first === 10 ? second : first)
}

export function documentsIn(text: string, runs: readonly Run[]): Found[] {
  return runs.length ? [...iinsIn(text, runs), ...papersIn(text)] : []
}

function iinsIn(text: string, runs: readonly Run[]): Found[] {
  return runs.flatMap(run => run.flatMap((_, first): Found[] => {
    for (let [at, digits] = [first, '']; at < run.length && digits.length < 12; at++) {
      digits += run[at]!.digits
      const span = { from: run[first]!.from, to: run[at]!.to }
      if (digits.length === 12 && isIin(digits) && near(text, span, aboutIin, 60, 20)) return [{ kind: 'document', ...span }]
    }
    return []
  }))
}

function papersIn(text: string): Found[] {
  if (!aboutPaper.test(text)) return []
  const led = [...text.matchAll(after)].flatMap(({ index, 0: whole, 1: between = '', 2: found = '' }) =>
    calls.test(between) || years.test(found) ? [] : [{ from: index + whole.length - found.length, to: index + whole.length }])
  const followed = [...text.matchAll(before)].flatMap(({ index, 1: found = '' }) => years.test(found) ? [] : [{ from: index, to: index + found.length }])
  return [...led, ...followed].map(span => ({ kind: 'document', ...span }))
}

const copyOf = new RegExp(`(?:скан|фото|копи|снимок|scan|photo|copy|көшірме|сурет)\\p{L}*[^.\\n]{0,25}?(?:${paper})|(?:${paper})\\p{L}*\\s+(?:скан|сканер|көшірме|сурет)`, 'iu')

/** Whether the name of a file says that it is such a paper; in words beside it, that a copy of one is meant. */
export const namesPaper = (text: string): boolean => aboutPaper.test(text.replaceAll('_', ' '))
export const tellsOfCopy = (text: string): boolean => copyOf.test(text)
