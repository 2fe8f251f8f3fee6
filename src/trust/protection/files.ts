import { z } from 'zod'
import { fileTypeFromBuffer } from 'file-type'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

const looked = 20

/** A stored file is asked for without a session, and its bytes are looked at where they lie: neither may give anything away. */
export const protectFiles = control('protect', 'files', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, ctx) {
    const visit = visits()
    const names = await someNames(ctx)
    const ids = [...new Set(names.map(name => name.split('/')[2]!))]
    const given = visit ? (await Promise.all(ids.map(id => visit(ctx.site, `/files/${id}`)))).filter(({ status }) => status === 200).length : 0
    const open = (await Promise.all(names.map(name => isReadable(ctx, name)))).filter(Boolean).length
    return judge(visit ? names.length : 0, given + open, fill(messages.files, { objects: names.length, asked: visit ? ids.length : 0, given, open }))
  },
})

async function someNames({ files: { store }, site }: SiteContext): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of store.list(`${site}/`)) if (names.push(name) === looked) break
  return names
}

/** What has the beginning of a known format, or is text, was not encrypted. */
async function isReadable({ files: { store } }: SiteContext, name: string): Promise<boolean> {
  const parts: Buffer[] = []
  for await (const part of store.read(name, 0, 4096)) parts.push(part)
  const bytes = Buffer.concat(parts)
  if (await fileTypeFromBuffer(bytes)) return true
  const plain = bytes.filter(byte => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127)).length
  return bytes.length > 0 && plain / bytes.length > 0.9
}
