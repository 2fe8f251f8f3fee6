import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { openBrowser } from '#test/in-browser.ts'
import { issueWith, type Completion } from './certificates.ts'
import { certificatePdf } from './pdf.ts'

const { school, tab } = await openBrowser()
const what = { ru: 'Умение описать отказоустойчивую систему, посчитать её стоимость и защитить решение перед группой', kk: 'Істен шығуға төзімді жүйені сипаттап, құнын есептеп, шешімін топ алдында қорғай білу', en: 'Describing a resilient system, counting its cost and defending the decision before a group' }
const long: Completion = {
  course: {
    title: { ru: 'Основы облачной архитектуры: отказоустойчивость, масштабирование и безопасность распределённых систем', kk: 'Бұлттық архитектура негіздері: істен шығуға төзімділік, масштабтау және таратылған жүйелердің қауіпсіздігі', en: 'Foundations of cloud architecture: resilience, scaling and the security of distributed systems' },
    hours: 144, assessed: [what, what, what, what],
  },
  holder: 'Гүлнар-Айгерім Қойшыбекқызы Жұмабаева-Тұрсынбекова (Константинопольская-Вознесенская)',
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length

/** How far each line of text stands below the top of its page, and how large it is, in points. */
function linesOf(pdf: Buffer): { y: number; size: number }[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed]) => { try { return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1') } catch { return '' } })
  return streams.flatMap(drawn => [...drawn.matchAll(/1 0 0 1 [\d.]+ ([\d.-]+) Tm\n\/F\d+ ([\d.]+) Tf/g)].map(([, y, size]) => ({ y: 595 - Number(y), size: Number(size) })))
}

test('the page of a certificate with long names is printed on one sheet in each language', async () => {
  const here = await school('landscape-photo')
  const learner = await here.learner()
  const { number } = await issueWith(async () => long)(here.system, { person: learner.id, run: crypto.randomUUID() })
  const { page } = await tab(here, { as: learner })
  const margin = '1cm'
  for (const locale of ['ru', 'kk', 'en']) {
    await page.goto(`/${locale}/certificates/${number}`)
    assert.equal(pagesOf(await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } })), 1, locale)
  }
})

test('the paper of a certificate with long names is one sheet, and no line of it lies over another', async () => {
  for (const locale of ['ru', 'kk', 'en'] as const) {
    const pdf = await certificatePdf({ ...long, number: 'ABCD-EFGH-JKMN', seal: 'ABCD', issuedAt: new Date('2026-12-03'), school: 'Көкжиек', address: 'https://school.example/certificates/ABCD-EFGH-JKMN', locale })
    const lines = linesOf(pdf)
    assert.equal(pagesOf(pdf), 1, locale)
    assert.ok(lines.length > 12 && lines.every(({ y }) => y < 570), JSON.stringify(lines))
    assert.deepEqual(lines.filter(({ y, size }, at) => at && y - lines[at - 1]!.y < size), [], locale)
  }
})
