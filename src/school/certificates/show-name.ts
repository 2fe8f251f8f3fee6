import { z } from 'zod'
import { command, isSelf } from '#trust/audit/audit.ts'
import { certificateByNumber } from './find-certificate.ts'

/** The holder decides whether the public check shows the name; taken back, it is gone at once. */
export const showName = command('certificates.show-name', {
  input: z.strictObject({ number: z.string(), shown: z.boolean() }),
  load: ({ db }, { number }) => certificateByNumber(db, number),
  may: (actor, certificate) => isSelf(actor, certificate.person),
  run: ({ db }, { id }, { shown }) => db.updateTable('certificates.certificates').set({ name_shown: shown }).where('id', '=', id).execute(),
  audit: ({ person }, { shown }) => ({ subject: person, details: shown ? 'name shown' : 'name hidden' }),
})
