import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Question } from '#school/courses/courses.ts'
import type { Asked, Key, Option, StoredQuestion } from './question.ts'

type Written = Omit<Question, 'points' | 'lesson'> & { lesson: string | null }

/** Questions by their ids as their author wrote them: both halves together, under the author's own letters. */
export async function writtenQuestions(db: Database, ids: string[]): Promise<Map<string, Written>> {
  if (!ids.length) return new Map()
  const rows = await db.selectFrom('assessment.questions').select(['id', 'course', 'name', sql<Asked>`asked`.as('asked'), sql<Key>`answer`.as('key')]).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, written(row, lettersOf(row.course, row.name))]))
}

/** The hash under which a browser knows an option: nothing of the author's letter is in it. */
export const hiddenName = (course: string, question: string, side: string, letter: string) =>
  createHash('sha256').update(`${course} ${question} ${side} ${letter}`).digest('hex').slice(0, 10)

type Letters = (side: 'option' | 'item', hidden: string) => string

/** There are but 26 letters to try. */
function lettersOf(course: string, question: string): Letters {
  const of = (side: string) => new Map(Array.from('abcdefghijklmnopqrstuvwxyz', letter => [hiddenName(course, question, side, letter), letter]))
  const sides = { option: of('option'), item: of('item') }
  return (side, hidden) => sides[side].get(hidden)!
}

function written({ name, asked, key }: StoredQuestion, letter: Letters): Written {
  const back = (side: 'option' | 'item', options: Option[]) => options.map(({ id, text }) => ({ id: letter(side, id), text }))
  const base = { id: name, text: asked.text, explanation: key.explanation, lesson: key.lesson }
  if (asked.type === 'single' && key.type === 'single') return { ...base, type: 'single', options: back('option', asked.options), right: letter('option', key.right) } as Written
  if (asked.type === 'multiple' && key.type === 'multiple') return { ...base, type: 'multiple', options: back('option', asked.options), right: key.right.map(id => letter('option', id)) } as Written
  if (asked.type === 'numeric' && key.type === 'numeric') return { ...base, type: 'numeric', right: key.right, tolerance: key.tolerance, unit: asked.unit } as Written
  if (asked.type === 'short' && key.type === 'short') return { ...base, type: 'short', right: key.right } as Written
  if (asked.type === 'ordering' && key.type === 'ordering') return { ...base, type: 'ordering', items: back('item', asked.items), right: key.right.map(id => letter('item', id)) } as Written
  if (asked.type === 'matching' && key.type === 'matching') return {
    ...base, type: 'matching', items: back('item', asked.items), options: back('option', asked.options),
    right: Object.fromEntries(Object.entries(key.right).map(([item, option]) => [letter('item', item), letter('option', option)])),
  } as Written
  throw new Error(`The halves of the question "${name}" are of different kinds`)
}
