// What the invented people of a demonstration have done: sites/<slug>/demo.yaml. A school at work has no such file.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const words = z.string().trim().min(1)
const place = z.union([z.strictObject({ x: z.number(), y: z.number() }), z.strictObject({ from: z.int(), to: z.int() })])
/**
 * Written into the page, or a file: `content` under the name `file`, or a `picture` drawn as SVG beside this file.
 * `shown`: its author agrees to show it, named so, and a teacher puts it into the gallery.
 */
const Work = z.strictObject({ words, described: words.optional(), file: words.optional(), content: words.optional(), picture: z.string().regex(/^demo\/[a-z-]+\.svg$/).optional(), shown: z.strictObject({ signed: words.optional() }).optional() })
/** `signed`: as the author wants to be named beside it. */
const Review = z.strictObject({ stars: z.int().min(1).max(5), words, signed: words })
/** What somebody wrote to the school, and what they were answered. */
const Asked = z.strictObject({ topic: z.enum(['general', 'technical', 'privacy']), words, answer: words.optional() })
/** `day` of a wish: on which working day of its clock it stands when the demonstration opens. */
const Activity = z.strictObject({
  works: z.strictObject({ learner: Work, 'learner-two': Work }),
  feedback: z.strictObject({ words, notes: z.array(z.strictObject({ place, words })) }),
  reviews: z.strictObject({ learner: Review, 'learner-two': Review }),
  wish: z.strictObject({ kind: z.enum(['rectification', 'restriction', 'objection', 'withdrawal', 'portability', 'complaint']), words, day: z.int().min(1).max(3).default(1) }),
  enquiries: z.strictObject({ learner: Asked, 'learner-two': Asked, 'learner-three': Asked }),
})
export type WorkDone = z.infer<typeof Work> & { folder: string }
export type Activity = z.infer<typeof Activity> & { folder: string }

/** Undefined where a school has none. @throws ZodError when the file is not what it should be. */
export function readActivity(folder: string): Activity | undefined {
  const file = join(folder, 'demo.yaml')
  return existsSync(file) ? { ...Activity.parse(parse(readFileSync(file, 'utf8'))), folder } : undefined
}
