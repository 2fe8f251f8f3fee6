// The policy page of each school, as a visitor reads it.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { locales } from '#platform/locale.ts'
import { openTestDatabases, type School } from '#test/fixtures.ts'
import { schoolOf } from '#test/schools.ts'
import { lawProfile, stricter, termOf, withinText } from '#trust/law/law.ts'
import { PolicyFaults, readPolicy } from '#trust/policy/policy.ts'
import { controls } from '../../product.ts'
import { announceVersion, complianceOf } from './publication.ts'

const ground = await openTestDatabases()
const { at } = ground
/** As it stands, without the change that a school may have announced. */
const open = (slug: string) => existsSync(`sites/${slug}/policy.yaml`) ? ground.school(slug, { next: undefined }) : schoolOf(ground, slug)
const on = (date: string, time = '12:00') => new Date(`${date}T${time}:00+05:00`)
const slugs = { MQ: 'masteryn-quest', LP: 'landscape-photo', MX: 'mexrontal', CL: 'cloudex-learning', WD: 'webstapero-dev-notes' }

async function read(here: School, path = '/en/privacy') {
  const answer = await here.request(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
/** One part of the page, as text: what stands between its id and the next part's. */
const part = (html: string, id: string, start = `<section id="part-${id}"`) => {
  const from = html.indexOf(start)
  assert.ok(from > 0, `no part "${id}"`)
  const next = html.slice(from + 10).search(/<section id="/)
  return words(html.slice(from, next < 0 ? undefined : from + 10 + next))
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replace(/\s+/g, ' ')
const plainly = (text: string) => text.replace(/\s+/g, ' ')
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main'))
type Json = Record<string, any>
const manifestOf = async (here: School) => parse((await here.inside(ctx => ctx.db.selectFrom('publication.versions').select('manifest').where('number', '=', 1).executeTakeFirstOrThrow())).manifest) as Json
const written = (manifest: Json) => stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })
/** The school's own manifest with a change in it, ready to be announced. */
async function changed(here: School, effective: string) {
  const manifest = await manifestOf(here)
  Object.assign(manifest, { effective, change: { reason: 'functions', affects: 'rights-or-uses', summary: { ru: 'Уточняем', kk: 'Нақтылаймыз', en: 'We make it clearer' } } })
  manifest.summary[0].en += ' indeed'
  return written(manifest)
}
const system = (here: School, now: Date) => here.as({ person: null, role: 'system' }, now)

for (const [slug, ids] of Object.entries({ [slugs.MQ]: 'MQ-002', [slugs.LP]: 'LP-002', [slugs.MX]: 'MX-001', [slugs.CL]: 'CL-002', [slugs.WD]: 'WD-006' })) {
  test(`${ids} ${slug}: the page has what is collected, why, how it is used and kept safe, and the same kinds as the manifest at the API`, async () => {
    const here = await open(slug)
    const html = await read(here)
    const api = await (await here.request('/api/v1/policy')).json() as Json
    assert.deepEqual([api.site, api.version, api.seal], [here.slug, here.policy.version.number, here.policy.seal])
    assert.deepEqual(api.data.map(({ category }: Json) => category).sort(), here.policy.data.map(({ category }) => category).sort())
    for (const { what, why } of here.policy.data) {
      for (const id of ['collected', 'used', 'protected']) assert.ok(part(html, id).includes(what.en), `${what.en} in "${id}"`)
      assert.ok(part(html, 'collected').includes(why.en), why.en)
    }
    assert.ok(part(html, 'rights').length > 200)
    assert.match(html, new RegExp(`Version ${api.version}`))
  })
}

test('LP-049 the register names teaching as a purpose with the kinds of data that serve it, and the page shows the same', async () => {
  const here = await open(slugs.LP)
  const { purposes, data } = await (await here.request('/api/v1/policy')).json() as { purposes: Json[]; data: Json[] }
  const teaching = purposes.find(({ serves }) => serves === 'learning')!
  const serving = data.filter(each => each.purposes.includes(teaching.id)).map(({ category }) => category).sort()
  for (const category of ['account.name', 'learning.progress', 'learning.work', 'learning.feedback']) assert.ok(serving.includes(category), category)
  assert.ok(!serving.includes('account.password') && !serving.includes('technical.security'), 'what guards an account does not teach')
  for (const locale of locales) {
    const html = await read(here, `/${locale}/privacy`)
    assert.ok(html.includes(`<li id="purpose-${teaching.id}">${teaching.what[locale]}<br/>`), locale)
    const table = html.slice(html.indexOf('<section id="part-used"')).split('</section>')[0]!
    const rows = table.split('<tr').slice(1).map(words).filter(row => row.includes(teaching.what[locale]))
    const shown = data.filter(({ what }) => rows.some(row => row.includes(` ${plainly(what[locale])} `))).map(({ category }) => category).sort()
    assert.deepEqual(shown, serving, locale)
  }
})

for (const [slug, ids] of Object.entries({ [slugs.MQ]: 'MQ-003', [slugs.LP]: '', [slugs.MX]: 'MX-047', [slugs.CL]: '', [slugs.WD]: 'WD-060' })) {
  test(`${ids} ${slug}: each right stands with its ground, way, the stricter term and a button; none can be left out`.trim(), async () => {
    const here = await open(slug)
    const html = await read(here)
    const rights = part(html, 'rights')
    const law = lawProfile(here.policy.law)
    for (const { right, what, within, way } of here.policy.rights) {
      for (const piece of [law.rights[right]!.name.en, law.rights[right]!.article.en, what.en]) assert.ok(rights.includes(piece), piece)
      const legal = termOf(law, right)
      const governing = within && legal ? stricter(within, legal) : within ?? legal
      if (governing) assert.ok(rights.includes(plainly(withinText(governing).en)), right)
      assert.ok(html.includes(way === 'support' ? `href="/en/contacts?topic=rights&amp;right=${right}"` : `href="/en/me/data#${right}"`), `a button for ${right}`)
    }
    const without = await manifestOf(here)
    without.rights = without.rights.filter(({ right }: Json) => right !== 'access')
    assert.throws(() => readPolicy(written(without), controls), (error: PolicyFaults) => /The law gives the right "access"/.test(error.message))
  })
}

test('MQ-004 every part begins with a plain summary of two sentences at most, and nothing is empty or untranslated in any language', async () => {
  const here = await open(slugs.MQ)
  for (const locale of locales) {
    const html = main(await read(here, `/${locale}/privacy`))
    for (const { id, plain, title } of here.policy.chapters) {
      const text = part(html, id, `<section id="${id}" class="chapter"`)
      assert.ok(text.trimStart().startsWith(plainly(`${title[locale]} ${plain[locale]}`).slice(0, 60)) || text.includes(plainly(plain[locale])), id)
      assert.ok([...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(plain[locale])].length <= 2)
    }
    assert.doesNotMatch(words(html), /undefined|\[object|\{[a-z-]+\}|NaN|TODO|lorem/i)
    assert.doesNotMatch(html, /<p[^>]*>\s*<\/p>|<td[^>]*>\s*<\/td>|<h2[^>]*>\s*<\/h2>/)
  }
})

for (const [slug, ids] of Object.entries({ [slugs.MQ]: 'MQ-109', [slugs.WD]: 'WD-054' })) {
  test(`${ids} ${slug}: the page says that no system is absolutely safe, set off, and no public page claims otherwise`, async () => {
    const here = await open(slug)
    const html = await read(here)
    assert.match(html.slice(html.indexOf('<section id="part-caution"')).slice(0, 200), /class="notice warn"/)
    assert.match(part(html, 'caution'), /No system is absolutely safe/)
    for (const path of ['/', '/privacy', '/trust', '/sign-in', '/courses'])
      for (const locale of locales) {
        const text = words(await (await here.request(`/${locale}${path === '/' ? '' : path}`)).text())
        assert.doesNotMatch(text, /абсолютн\w* (безопасн|защищ)|(100|сто) ?(%|процент\w*) (безопасн|защит|қорға)|(?<!no system is )absolutely (safe|secure)|completely secure|толық қауіпсіздікке кепілдік/i, `${path} ${locale}`)
      }
  })
}

const dated = { [slugs.MQ]: ['MQ-124', ''], [slugs.CL]: ['CL-001', '15 January 2025'], [slugs.WD]: ['WD-005 WD-071', ''] } as Record<string, [string, string]>
for (const [slug, [ids, date]] of Object.entries(dated)) {
  test(`${ids} ${slug}: the first block under the title is the date of the version in force, and a new version changes it at its moment`, async () => {
    const here = await open(slug)
    const firstDate = async (now: Date) => {
      at(now)
      return /<h1[^>]*>[^<]*<\/h1>\s*<p class="version">.*?<time datetime="([^"]+)">([^<]+)</.exec(await read(here))?.slice(1) ?? []
    }
    const [stored] = await here.inside(ctx => ctx.db.selectFrom('publication.moments').select('in_force_from').execute())
    const [machine, human] = await firstDate(on('2026-12-03'))
    assert.equal(machine, stored!.in_force_from.toISOString())
    if (date && here.policy.effective === '2025-01-15') assert.ok(human!.startsWith(date), human!)
    const text = await changed(here, '2026-12-30')
    assert.throws(() => readPolicy(text.replace(/^effective: .*\n/m, ''), controls), PolicyFaults)
    await announceVersion(system(here, on('2026-12-03')), { text })
    await here.open(on('2026-12-03'))
    assert.equal((await firstDate(on('2026-12-29', '23:59')))[0], machine)
    assert.equal((await firstDate(on('2026-12-30', '00:00')))[1], '30 December 2026 at 00:00 GMT+5')
    at(on('2026-12-03'))
  })
}

test('MQ-007 WD-072 the address of the policy never changes: after a new version it shows the new text, what changed, and every page leads to it', async () => {
  const here = await open(slugs.MX)
  await announceVersion(system(here, on('2026-12-03')), { text: await changed(here, '2026-12-20') })
  await here.open(on('2026-12-03'))
  for (const path of ['/en', '/en/trust', '/en/sign-in', '/en/privacy/versions', '/en/nowhere']) {
    const html = await (await here.request(path)).text()
    assert.match(html.slice(html.indexOf('<footer')), /href="\/en\/privacy"/, path)
  }
  at(on('2026-12-21'))
  assert.match(part(await read(here), 'summary'), / indeed/)
  const archive = await read(here, '/en/privacy/versions')
  assert.match(archive, /<ins>[^<]* indeed<\/ins>/)
  at(on('2026-12-03'))
})

test('WD-078 WD-079 the page offers to start learning with the version that was read, not agreed to beforehand, and leads home', async () => {
  const here = await open(slugs.WD)
  const html = await read(here)
  assert.match(html, /href="\/en\/sign-up\?policy=1"/)
  assert.match(part(html, 'start'), /Start learning/)
  assert.match(html.slice(html.indexOf('id="part-start"')), /href="\/en\/"/)
  assert.equal((await here.request('/en/')).status, 200)
  const asked = here.policy.age === 'none' ? '' : (await here.request('/sign-up/age', { form: here.policy.age.asks === 'statement' ? { age: 'adult' } : { 'birth_date-day': '17', 'birth_date-month': '5', 'birth_date-year': '1994' } })).headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  const form = await (await here.request('/en/sign-up?policy=1', { headers: { cookie: asked } })).text()
  assert.match(form, /<input[^>]*name="policy"[^>]*value="1"|<input[^>]*value="1"[^>]*name="policy"/)
  assert.doesNotMatch(/<input[^>]*name="agree"[^>]*>/.exec(form)![0], /checked/)
})

test('WD-076 the law of Kazakhstan governs: it stands on the page, and holidays, authority and terms come from its profile', async () => {
  const here = await open(slugs.WD)
  const law = lawProfile(here.policy.law)
  const shown = part(await read(here), 'law')
  assert.equal(here.policy.law, 'kz')
  for (const piece of [law.name.en, law.act.en, law.authority.name.en, ...law.dispute.map(step => step.en)]) assert.ok(shown.includes(piece), piece)
})

test('MX-004 MQ-050 LP-010 the table of the law lists every duty with its evidence, every kind of data with its ground; a kind without one cannot be published', async () => {
  const here = await open(slugs.MX)
  const officer = await here.staff('privacy-officer')
  const html = words(await (await here.request('/en/privacy-office/law', { as: officer })).text())
  const law = lawProfile(here.policy.law)
  for (const { what, article } of law.duties) assert.ok(html.includes(what.en) && html.includes(article.en), what.en)
  for (const { what } of here.policy.data) assert.ok(html.includes(what.en), what.en)
  assert.equal((await here.request('/en/privacy-office/law', { as: await here.learner() })).status, 403)
  assert.equal(complianceOf({ ...here.policy, promises: [] }, []).ready, false, 'a duty that no sentence fulfils')
  const broken = here.policy.promises.filter(({ verb }) => verb === 'publish').map(({ id, says, chapter, keeps, control }) => ({ id, says, chapter, keeps, name: '', looked: true, evidence: { kind: control.kind, state: 'broken' as const, figure: says, checkedAt: new Date(), validFor: 1 } }))
  assert.equal(complianceOf(here.policy, broken).ready, false, 'a broken one')
  const without = await manifestOf(here)
  delete without.data[0].basis
  assert.throws(() => readPolicy(written(without), controls), (error: PolicyFaults) => /"basis" is missing/.test(error.message))
})
