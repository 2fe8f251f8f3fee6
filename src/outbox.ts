// The letters a demonstration keeps on this machine: shown on /outbox, copied and erased with the person they are to.
import { countLetters, keptLetters, outboxStore } from '#platform/mail/mail.ts'
import type { Store } from '#trust/data-map/data-map.ts'

let folder: string | undefined
let isShown = false

/** Known once the house is open. Where letters leave by a mail server nothing is added and nothing is shown; what lies here from before still belongs to its people. */
export const keepOutboxIn = (data: string, { shown }: { shown: boolean }) => { [folder, isShown] = [data, shown] }
export const lettersOf = (site: string) => folder && isShown ? keptLetters(folder, site) : []
export const lettersIn = (site: string): number => folder && isShown ? countLetters(folder, site) : 0

type At = { site: string }
export const outbox: Store<At> = {
  name: 'mail.outbox',
  peopleOf: async ({ site }) => folder ? outboxStore(folder).people(site) : [],
  listOf: async ({ site }, person) => folder ? (await outboxStore(folder).list(site, person)).map(name => ({ name, size: 0 })) : [],
  async exportOf({ site }, person) {
    const letters = folder ? await outboxStore(folder).export(site, person) : []
    return letters.map(letter => {
      const text = Buffer.from(`${letter.subject}\n${letter.at}\n\n${letter.text}\n`)
      return { id: letter.id, name: `${letter.id}.txt`, mediaType: 'text/plain', bytes: text.length, async* read() { yield text } }
    })
  },
  async eraseOf(ctx, person) {
    const { length } = await outbox.listOf(ctx, person)
    if (folder) await outboxStore(folder).erase(ctx.site, person)
    return length
  },
  search: async ({ site }, text) => folder ? outboxStore(folder).canary(site, Buffer.from(text).toString()) : [],
}
