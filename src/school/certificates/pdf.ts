import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderSVG } from 'uqr'
import { fill, type Locale } from '#platform/locale.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { hoursInWords } from './certificate-page.tsx'
import type { CompletedCourse } from './issue-certificate.ts'
import { printed } from './printed.ts'

export type Printed = { number: string; holder: string; course: CompletedCourse; issuedAt: Date; school: string; address: string; locale: Locale }

let compiler: NodeCompiler | undefined
const template = readFileSync(new URL('./certificate.typ', import.meta.url), 'utf8')

/** A tagged PDF on one landscape page. Data goes in as inputs, never as source: a name cannot be a program. About 10 ms. */
export function certificatePdf({ number, holder, course, issuedAt, school, address, locale }: Printed): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] })
  const words = Object.fromEntries(Object.entries(printed).map(([key, text]) => [key, text[locale]]))
  const inputs = {
    ...words, lang: locale, number, holder, school, address, title: course.title[locale],
    length: course.hours === null ? '' : hoursInWords(course.hours, locale),
    issued: fill(printed.issued, { date: dateInWords(issuedAt, locale) })[locale],
    assessed: course.assessed.map(what => what[locale]).join(' · '),
    qr: renderSVG(address),
  }
  return compiler.pdf({ mainFileContent: template, inputs })
}

const fontFolders = () => {
  const root = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/onest/package.json'))
  return ['400Regular', '600SemiBold'].map(weight => join(root, weight))
}
