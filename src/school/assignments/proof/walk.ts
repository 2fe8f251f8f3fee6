// The way of a photo from its learner to a teacher and back, walked in a twin of the school where nobody lives.
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { inSite } from '#platform/database/database.ts'
import { serveFile } from '#platform/files/files.ts'
import { logFault } from '#platform/fault.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal, withKeys } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { seldom, type SiteContext } from '#trust/policy/policy.ts'
import { listWorks } from '../desk/list-works.ts'
import { noteOnWork } from '../desk/note-on-work.ts'
import { openWork } from '../desk/open-work.ts'
import { reviewWork } from '../desk/review-work.ts'
import { consentToShow, withdrawShowing } from '../gallery/consent.ts'
import { hasGallery } from '../gallery/gallery.ts'
import { placeWork } from '../gallery/place-work.ts'
import { showPicture } from '../gallery/show-gallery.ts'
import { showFile } from '../show-file.ts'
import { workAsData } from '../work/as-data.ts'
import { reply } from '../work/reply.ts'
import { showAssignment } from '../work/show-assignment.ts'
import { sendFile } from '../work/send-file.ts'
import { submitWork } from '../work/submit-work.ts'
import { tellingPhoto, telltales } from './telling-photo.ts'
import { course, openTwin, type Twin } from './twin.ts'

/** What worked, how many doors strangers tried and opened, and how many traces the stored photo still bore. */
export type Walked = { handIn: boolean; feedback: boolean; tried: number; opened: number; told: number; /** Attempts to show a work without a consent that stands, and how many worked; none where the school has no gallery. */ gallery: { tried: number; opened: number } }

/** One walk proves several promises, so it is not walked for each. */
export const walk = seldom(walkOnce)

async function walkOnce(site: SiteContext): Promise<Walked> {
  const walked: Walked = { handIn: false, feedback: false, tried: 0, opened: 0, told: 0, gallery: { tried: 0, opened: 0 } }
  const twin = await openTwin(site)
  try {
    const { work, take } = await handIn(twin)
    walked.handIn = true
    walked.told = await tracesIn(twin, take)
    walked.feedback = await giveBack(twin, work)
    Object.assign(walked, await tryStrangers(twin, work, take))
    if (hasGallery(site)) walked.gallery = await tryGallery(twin, work)
  } catch (error) {
    logFault('assignments.walk', error) // where the way broke off, the promises of the rest of it are not kept
  } finally {
    await twin.clear()
  }
  return walked
}

async function handIn({ learner, teacher, run }: Twin) {
  const { work, take } = await submitWork(learner, { run, words: 'Солнце слева', file: await sendFile(learner, run, 'probe.jpg', tellingPhoto) })
  const waiting = await within(teacher, ctx => listWorks(ctx, { filter: 'waiting' }))
  if (!waiting.works.some(({ id }) => id === work)) throw new Error('A work that was sent is not on the list of its teacher')
  return { work, take }
}

/** Reads what is stored, all three sizes of it, and looks for what must not be there. */
async function tracesIn({ learner }: Twin, take: string): Promise<number> {
  const { file } = await reveal(learner, await within(learner, ctx => showFile(ctx, { take })))
  let told = 0
  for (const { name } of file.parts) {
    const bytes = await buffer((await serveFile(learner, file, { part: name })).body as ReadableStream)
    told += telltales.filter(trace => bytes.includes(trace)).length
  }
  return told
}

async function giveBack({ learner, teacher, run }: Twin, work: string): Promise<boolean> {
  await noteOnWork(teacher, { work, place: { x: 25, y: 50 }, words: 'Горизонт' })
  const before = await within(learner, ctx => showAssignment(ctx, { run }))
  await reviewWork(teacher, { work, outcome: 'accept', words: 'Хорошо', levels: { light: 2 }, comments: {} })
  await reply(learner, { work, words: 'Спасибо' })
  const after = await reveal(learner, await within(learner, ctx => showAssignment(ctx, { run })))
  return before.notes.length === 0 && after.state === 'accepted' && after.notes[0]?.words === 'Горизонт' && after.reviews[0]?.words === 'Хорошо' && after.replies[0]?.words === 'Спасибо'
}

/** Everyone who is neither the learner nor a teacher of the run, at every door to the work. */
async function tryStrangers({ otherLearner, otherTeacher, operator, visitor }: Twin, work: string, take: string) {
  const doors: ((ctx: Context) => Promise<unknown>)[] = [ctx => within(ctx, inner => showFile(inner, { take })), ctx => within(ctx, inner => openWork(inner, { work })), ctx => workAsData(ctx, { work }), ctx => reply(ctx, { work, words: 'x' })]
  let [tried, opened] = [0, 0]
  for (const stranger of [otherLearner, otherTeacher, operator, visitor]) for (const door of doors) {
    tried++
    opened += await worked(() => door(stranger))
  }
  return { tried, opened }
}

/** Shows the work with a consent, as everybody sees it; before it was given and after it was taken back, nobody does. */
async function tryGallery({ learner, teacher, visitor, run }: Twin, work: string) {
  const place = () => placeWork(teacher, { work, place: 'yes' })
  const look = (id: string) => within(visitor, ctx => showPicture(ctx, { course, work: id }))
  let opened = await worked(place)
  const { id } = await consentToShow(learner, { run, consent: true })
  opened += await worked(() => look(id)) // consented to, and not chosen yet
  await place()
  await look(id)
  await withdrawShowing(learner, { run })
  for (const attempt of [() => look(id), place]) opened += await worked(attempt)
  return { tried: 4, opened }
}

const worked = (attempt: () => Promise<unknown>): Promise<number> => attempt().then(() => 1, error => {
  if (!(error instanceof Refusal)) throw error
  return 0
})

const within = <R>(ctx: Context, work: (ctx: Context) => Promise<R>): Promise<R> =>
  withKeys(ctx, () => inSite(ctx.db, ctx.site, db => work({ ...ctx, db }), askingOf(ctx)))
