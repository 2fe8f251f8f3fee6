import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '#platform/ids.ts'
import type { Context } from '#trust/audit/audit.ts'
import type { Check, Question } from '#school/courses/courses.ts'
import type { Asked, Key, Option } from './question.ts'
import { hiddenName } from './written-questions.ts'

export type Named = { id: string; name: string; asked: Asked }

/** Puts questions into the bank and tells their ids. One that has not changed keeps its row, so what is known of it goes on. */
export async function importQuestions({ db, now }: Pick<Context, 'db' | 'now'>, course: string, list: (Question | Check)[]): Promise<Named[]> {
  if (!list.length) return []
  const read = list.map(question => ({ name: question.id, fingerprint: fingerprintOf(question), question }))
  await db.insertInto('assessment.questions')
    .values(read.map(({ question, name, fingerprint }) => ({ id: uuidv7(), course, name, fingerprint, kind: question.type, made_at: now, ...split(question, course) })))
    .onConflict(clash => clash.columns(['site', 'course', 'name', 'fingerprint']).doNothing()).execute()
  const stored = await db.selectFrom('assessment.questions').select(['id', 'name', 'fingerprint', sql<Asked>`asked`.as('asked')]).where('course', '=', course).execute()
  return read.map(({ name, fingerprint }) => {
    const { id, asked } = stored.find(row => row.name === name && row.fingerprint === fingerprint)!
    return { id, name, asked }
  })
}

const fingerprintOf = (question: Question | Check) => createHash('sha256').update(JSON.stringify(question)).digest('hex')

/**
 * The two halves. The author's letters become hashes, for "a belongs to a" would be read in the page. A corrected question keeps
 * them, so that an answer to the old wording can be graded by the new one.
 */
function split(question: Question | Check, course: string): { asked: string; answer: string } {
  const hidden = (side: string, id: string) => hiddenName(course, question.id, side, id)
  const hide = (side: string, options: Option[]) => options.map(({ id, text }) => ({ id: hidden(side, id), text }))
  const [asked, answer] = halves(question, hide, hidden)
  const lesson = 'lesson' in question ? question.lesson : null
  return {
    asked: JSON.stringify({ text: question.text, ...asked }),
    answer: JSON.stringify({ explanation: question.explanation, lesson, ...answer }),
  }
}

type Hide = (side: string, options: Option[]) => Option[]
type Half<T> = T extends unknown ? Omit<T, 'text' | 'explanation' | 'lesson'> : never

function halves(question: Question | Check, hide: Hide, hidden: (side: string, id: string) => string): [Half<Asked>, Half<Key>] {
  switch (question.type) {
    case 'single': return [{ type: 'single', options: hide('option', question.options) }, { type: 'single', right: hidden('option', question.right) }]
    case 'multiple': return [{ type: 'multiple', options: hide('option', question.options) }, { type: 'multiple', right: question.right.map(id => hidden('option', id)) }]
    case 'numeric': return [{ type: 'numeric', unit: question.unit }, { type: 'numeric', right: question.right, tolerance: question.tolerance }]
    case 'short': return [{ type: 'short' }, { type: 'short', right: question.right }]
    case 'matching': return [
      { type: 'matching', items: hide('item', question.items), options: hide('option', question.options) },
      { type: 'matching', right: Object.fromEntries(Object.entries(question.right).map(([item, option]) => [hidden('item', item), hidden('option', option)])) },
    ]
    case 'ordering': return [{ type: 'ordering', items: hide('item', question.items) }, { type: 'ordering', right: question.right.map(id => hidden('item', id)) }]
  }
}
