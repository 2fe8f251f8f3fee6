import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type PDFDocument from 'pdfkit'
import { renderSVG } from 'uqr'
import { fill, type Locale } from '#platform/locale.ts'
import { dateInWords, rosetteOf, sealInWords } from '#platform/ui/ui.ts'
import { hoursInWords } from './certificate-page.tsx'
import type { CompletedCourse } from './issue-certificate.ts'
import { printed } from './printed.ts'

/** `seal` is what the rosette is drawn from: the same as on the page of the certificate. */
export type Printed = { number: string; seal: string; holder: string; course: CompletedCourse; issuedAt: Date; school: string; address: string; locale: Locale }
type Sheet = InstanceType<typeof PDFDocument>

const root = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/onest/package.json'))
const [plain, strong] = ['400Regular/Onest_400Regular.ttf', '600SemiBold/Onest_600SemiBold.ttf'].map(file => join(root, file)) as [string, string]
const [ink, pale] = ['#1C2428', '#586267']
const seal = { ink: '#086F96', size: 176, x: 596, y: 44 }
const [left, width, qr] = [80, 682, 85]
/** Where the lines of the upper part end, and what stands beside the code begins. */
const [lowest, foot] = [440, 458]

/** A tagged PDF on one landscape page, for reading aloud too. About 40 ms, so it is made outside of any transaction. */
export async function certificatePdf(paper: Printed): Promise<Buffer> {
  const { locale, number, school } = paper
  const { default: Sheet } = await import('pdfkit') // a third of a second, which no start should wait for
  const sheet = new Sheet({ size: 'A4', layout: 'landscape', margin: 0, lang: locale, tagged: true, displayTitle: true, pdfVersion: '1.7', info: { Title: `${printed.heading[locale]} ${number}`, Author: school } })
  const whole = collect(sheet)
  sheet.roundedRect(23, 23, 796, 549, 8).lineWidth(0.6).stroke('#9AA2A6')
  const page = sheet.struct('Document')
  sheet.addStructure(page)
  page.add(sheet.struct('Figure', { alt: `${printed.seal[locale]}. ${sealInWords(paper.seal, locale)}` }, () => { drawSeal(sheet, paper.seal) }))
  for (const line of fitted(sheet, linesOf(paper))) page.add(sheet.struct(line.tag, {}, () => write(sheet, line)))
  page.add(sheet.struct('Figure', { alt: `${printed.verify[locale]} ${paper.address}` }, () => { drawCode(sheet, paper.address) }))
  page.end()
  sheet.end()
  return whole
}

/** `after`: the room above a line, in points. `foot`: it stands beside the code. */
type Line = { tag: 'H1' | 'P'; text: string; after: number; size: number; strong?: true; pale?: true; link?: string; foot?: true }
type Placed = Line & { y: number; wide: number }

function linesOf({ number, holder, course, issuedAt, school, address, locale }: Printed): Line[] {
  const say = (key: keyof typeof printed) => printed[key][locale]
  const hours = course.hours === null ? '' : ` · ${hoursInWords(course.hours, locale)}`
  return [
    { tag: 'P', text: school, after: 0, size: 12, pale: true },
    { tag: 'H1', text: say('heading'), after: 24, size: 38, strong: true },
    { tag: 'P', text: say('confirms'), after: 38, size: 13, pale: true },
    { tag: 'P', text: holder, after: 12, size: 28, strong: true },
    { tag: 'P', text: say('completed'), after: 18, size: 13, pale: true },
    { tag: 'P', text: course.title[locale] + hours, after: 8, size: 19, strong: true },
    ...course.assessed.length ? [{ tag: 'P' as const, text: `${say('checked')}: ${course.assessed.map(what => what[locale]).join(' · ')}`, after: 20, size: 10, pale: true as const }] : [],
    { tag: 'P', text: fill(printed.issued, { date: dateInWords(issuedAt, locale) })[locale], after: 0, size: 13, foot: true },
    { tag: 'P', text: number, after: 4, size: 16, strong: true, foot: true },
    { tag: 'P', text: `${say('verify')} ${address}`, after: 6, size: 10, pale: true, link: address, foot: true },
  ]
}

/** Each line under the one before, however many lines it takes; where a long name would push the last one out of its part, all are smaller. */
function fitted(sheet: Sheet, lines: Line[]): Placed[] {
  const fit = (part: Line[], from: number, to: number) => {
    for (let scale = 1; ; scale *= 0.95) {
      let y = from
      const placed = part.map(line => {
        const sized = { ...line, size: line.size * scale }
        y += line.after * scale
        const wide = line.foot ? width - qr - 20 : y < seal.y + seal.size ? seal.x - left - 20 : width
        const at = { ...sized, y, wide }
        y += sheet.font(line.strong ? strong : plain).fontSize(sized.size).heightOfString(line.text, { width: wide, lineGap: 2 })
        return at
      })
      if (y <= to || scale < 0.4) return placed
    }
  }
  return [...fit(lines.filter(line => !line.foot), 62, lowest), ...fit(lines.filter(line => line.foot), foot, 562)]
}

const write = (sheet: Sheet, { text, y, wide, size, strong: bold, pale: soft, link }: Placed) => {
  sheet.font(bold ? strong : plain).fontSize(size).fillColor(soft ? pale : ink).text(text, left, y, { width: wide, height: 595 - y, lineGap: 2, ...(link && { link }) })
}

/** The same lines as on the screen, sharp at any size. */
function drawSeal(sheet: Sheet, of: string) {
  sheet.save().translate(seal.x + seal.size / 2, seal.y + seal.size / 2).scale(seal.size / 240).lineCap('round').lineJoin('round')
  for (const { path, times, step = 360 / times, width, pale } of rosetteOf(of, 'print')) for (let place = 0; place < times; place++) {
    sheet.save().rotate(step * place).path(path)
    if (width) sheet.lineWidth(width).strokeOpacity(pale ? 0.5 : 1).stroke(seal.ink)
    else sheet.fill(seal.ink, 'even-odd')
    sheet.restore()
  }
  sheet.restore()
}

/** The code is a path of its own, no picture: it stays sharp at any size. */
function drawCode(sheet: Sheet, address: string) {
  const [, size = '1'] = /viewBox="0 0 (\d+)/.exec(renderSVG(address)) ?? []
  const [, path = ''] = /<path[^>]* d="([^"]+)"/.exec(renderSVG(address)) ?? []
  sheet.save().translate(left + width - qr, 446).scale(qr / Number(size)).path(path).fill(ink).restore()
}

function collect(sheet: Sheet): Promise<Buffer> {
  const pieces: Buffer[] = []
  return new Promise((resolve, reject) => sheet.on('data', piece => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces))).on('error', reject))
}
