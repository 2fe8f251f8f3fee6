import { existsSync, readFileSync } from 'node:fs'
import type { Answer, Call, CliCommand } from '#platform/cli/cli.ts'
import { siteFolder } from '#platform/data-folder/data-folder.ts'
import { inSite } from '#platform/database/database.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import type { Context } from '#trust/audit/audit.ts'
import { evidenceOf } from '#trust/evidence/evidence.ts'
import { faultLine, PolicyFaults, readPolicy, type ManifestFiles, type Policy } from '#trust/policy/policy.ts'
import { announceVersion } from './announce-version.ts'
import { complianceOf } from './compliance.ts'
import { driftOf } from './drift.ts'
import { controls } from './given.ts'
import { messages } from './messages.ts'
import { versionsOf } from './versions.ts'

/** Reads the files of a school as they lie there now. */
export function filesOf(slug: string, folder = siteFolder(slug)): ManifestFiles {
  const [file, next] = [`${folder}/policy.yaml`, `${folder}/policy.next.yaml`]
  if (!existsSync(file)) throw new Refusal(409, existsSync(folder) ? 'publication.no-manifest' : 'publication.no-such-school', { slug, folder })
  return { file, text: readFileSync(file, 'utf8'), ...existsSync(next) ? { next: { file: next, text: readFileSync(next, 'utf8') } } : {} }
}

const siteCheck: CliCommand<Context> = {
  name: 'site check', takes: ['slug'],
  says: { ru: 'проверить манифест школы и сравнить его с практикой', kk: 'мектеп манифесін тексеріп, іс жүзімен салыстыру', en: "check a school's manifest, and compare it with practice" },
  run: call => checkSite(call, call.args.slug!),
}

async function checkSite({ locale, sites, system }: Call<Context>, slug: string): Promise<Answer> {
  const read = readOrFaults(filesOf(slug))
  if ('faults' in read) return { said: read.faults.map(fault => faultLine(fault, locale)), json: { site: slug, faults: read.faults, drift: [] }, broken: true }
  const { policy } = read
  if (!sites.includes(slug)) return { said: [fill(messages['check-unopened'], { slug, promises: policy.promises.length })[locale]], json: { site: slug, faults: [], drift: null } }
  const ctx = system(slug)
  const [found, versions] = await Promise.all([driftOf({ ...ctx, policy }), inSite(ctx.db, slug, db => versionsOf(db))])
  const isNew = !versions.some(({ seal }) => seal === policy.seal)
  const said = found.length ? found.map(({ says }) => `${slug}: ${says[locale]}`) : [fill(messages['check-good'], { slug, promises: policy.promises.length })[locale]]
  return { said: isNew ? [...said, messages['check-new'][locale]] : said, json: { site: slug, faults: [], drift: found, new: isNew }, broken: found.length > 0 }
}

function readOrFaults(files: ManifestFiles): { policy: Policy } | { faults: PolicyFaults['faults'] } {
  try {
    return { policy: readPolicy(files, controls()) }
  } catch (error) {
    if (error instanceof PolicyFaults) return { faults: error.faults }
    throw error
  }
}

const policyAnnounce: CliCommand<Context> = {
  name: 'policy announce', takes: ['file?'], site: 'one',
  says: { ru: 'объявить новую редакцию политики', kk: 'саясаттың жаңа редакциясын жариялау', en: 'announce a new version of the policy' },
  async run({ args, site, act, path, locale }) {
    const files = args.file ? { file: args.file, text: readFileSync(path(args.file), 'utf8') } : filesOf(site)
    const ctx = await act(site)
    const { number, from } = await announceVersion(ctx, files).catch((error: unknown) => {
      throw error instanceof PolicyFaults ? new Refusal(422, 'publication.not-readable', { faults: error.faults.map(fault => faultLine(fault, locale)).join('\n') }) : error
    })
    return { said: [fill(messages['announced-cli'], { number, from: dateInWords(from, locale, 'moment', ctx.zone) })[locale]], json: { site, version: number, from: from.toISOString() } }
  },
}

const lawDuties: CliCommand<Context> = {
  name: 'law duties', site: 'some',
  says: { ru: 'обязанности школы по закону, их основания и подтверждения', kk: 'мектептің заң бойынша міндеттері, негіздері мен дәлелдері', en: 'what the law asks of a school, on which ground, with which evidence' },
  async run({ sites, system, locale }) {
    const rows = (await Promise.all(sites.map(async site => {
      const ctx = system(site)
      return (await inSite(ctx.db, site, async db => complianceOf(ctx.policy, await evidenceOf(db, ctx.policy, ctx.now)))).duties.map(duty => ({ site, ...duty }))
    }))).flat()
    const said = rows.map(({ site, article, what, state, data }) => `${site}  ${article[locale]}  ${what[locale]}  ${state}  ${data.join(', ')}`)
    return { said, json: rows, broken: rows.some(({ state }) => state === 'broken') }
  },
}

export const cliCommands = [siteCheck, policyAnnounce, lawDuties]
