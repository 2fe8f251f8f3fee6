import exifr from 'exifr'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { inSite } from '#platform/database/database.ts'
import { fileFacts, readPart } from '#platform/files/files.ts'
import { fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { control, judge, type SiteContext } from '#trust/policy/policy.ts'
import { shownWorks } from './gallery/gallery.ts'
import { messages } from './messages.ts'
import { walk } from './proof/walk.ts'

const plain = z.strictObject({})

/** Hands a photo in, as a learner does, and looks for it on the list of a teacher. */
export const offerAssignments = control('offer', 'assignments', {
  rule: plain,
  kind: 'journey',
  async prove(_, ctx) {
    const { handIn } = await walk(ctx)
    return judge(1, handIn ? 0 : 1, messages['walked-hand-in'])
  },
})

/** Marks a place on the photo, gives points and words, and reads them as the learner, who answers. */
export const offerFeedback = control('offer', 'feedback', {
  rule: plain,
  kind: 'journey',
  async prove(_, ctx) {
    const { feedback } = await walk(ctx)
    return judge(1, feedback ? 0 : 1, messages['walked-feedback'])
  },
})

/** Tries every door to a work as everyone who should not come in. */
export const refuseShowingWorks = control('refuse', 'showing-works', {
  rule: plain,
  kind: 'probe',
  async prove(_, ctx) {
    const { tried, opened } = await walk(ctx)
    return judge(tried, opened, fill(messages['works-walled'], { tried, opened }))
  },
})

/** Tries to show a work without consent and after it was taken back, and compares what stands in the galleries with the consents. */
export const askWorkGallery = control('ask', 'work-gallery', {
  rule: plain,
  kind: 'probe',
  async prove(_, ctx) {
    const { tried, opened } = (await walk(ctx)).gallery
    const [shown, consents] = await inSite(ctx.db, ctx.site, db => Promise.all([shownWorks(db).select('assignments.showings.id').execute(), db.selectFrom('assignments.showings').select(['id', 'statement', 'withdrawn_at']).execute()]))
    const wrong = shown.filter(({ id }) => !consents.some(each => each.id === id && each.statement && !each.withdrawn_at)).length
    return judge(tried && tried + shown.length, opened + wrong, fill(messages['gallery-proved'], { shown: shown.length, wrong, tried, opened }))
  },
})

/** Reads stored photos, the one of the walk and the latest of the school, and looks into their bytes: no label is believed. */
export const protectPhotoMetadata = control('protect', 'photo-metadata', {
  rule: z.strictObject({ removes: z.array(z.enum(['location', 'serial-number', 'owner'])).min(1), keeps: z.array(z.enum(['exposure'])).default([]) }),
  kind: 'probe',
  async prove(_, ctx) {
    const [{ told }, photos] = [await walk(ctx), await latestPhotos(ctx)]
    let telling = told ? 1 : 0
    for (const bytes of photos) if (await exifr.parse(bytes, { icc: false, jfif: false, ihdr: false, gps: true })) telling++
    return judge(photos.length + 1, telling, fill(messages['photos-silent'], { photos: photos.length + 1, telling }))
  },
})

const sample = 20

async function latestPhotos(ctx: SiteContext): Promise<Buffer[]> {
  const files = await inSite(ctx.db, ctx.site, async db => {
    const takes = await db.selectFrom('assignments.takes').select('file').where('file', 'is not', null).orderBy('sent_at', 'desc').limit(sample).execute()
    return fileFacts({ db }, takes.map(({ file }) => file!))
  })
  const read = (await reveal(ctx, files)).filter(({ wrapped, media_type }) => wrapped && media_type?.startsWith('image/'))
  return Promise.all(read.flatMap(file => file.parts.filter(({ name }) => name === 'original').map(({ name, bytes }) => buffer(readPart(ctx, file, { name, length: Number(bytes) })))))
}

export const controls = [askWorkGallery, offerAssignments, offerFeedback, protectPhotoMetadata, refuseShowingWorks]
