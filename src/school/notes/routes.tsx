import { action, api, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { myNotes, showNote } from './find-notes.ts'
import { noteForm } from './forms.ts'
import { keepNote, NoteWords, removeNote } from './keep-note.ts'
import { messages } from './messages.ts'
import { NotesPage } from './notes-page.tsx'

const lesson = '/learn/:run/:lesson'
const ofLesson = '/api/v1/runs/:run/lessons/:lesson/note'
const inLesson = { params: { run: '$run', lesson: '$lesson' } }

export const routes: Route[] = [
  page('/me/notes', { access: 'signed-in', sample: {} }, (ctx: Context) => myNotes(ctx, {}),
    (courses, here) => ({ title: messages.title[here.locale], body: <NotesPage courses={courses} here={here} /> })),
  action('/me/notes/:note/remove', { access: 'learner', on: '/me/notes', sample: { params: { note: '$ownNote' } } }, async (ctx: Context, _, { params }) => {
    await removeNote(ctx, { note: params.note })
    return { to: '/me/notes', said: 'notes.removed' }
  }),
  action(`${lesson}/note`, { access: 'learner', on: lesson, form: noteForm, sample: { ...inLesson, body: { saving: '$noteSaving', words: 'Тени длинные утром' } } },
    async (ctx: Context, { words, saving, join }: { words: string; saving?: string; join?: 'on' }, { params }) => {
      const { saving: kept } = await keepNote(ctx, { run: params.run, lesson: params.lesson, words, saving, join: join === 'on' })
      return { to: `/learn/${params.run}/${params.lesson}#note`, said: kept ? 'notes.kept' : 'notes.removed' }
    }),
  api('GET', ofLesson, { access: 'learner', does: { ru: 'Своя заметка к уроку.', kk: 'Сабаққа жазған өз жазбасы.', en: 'One’s own note to a lesson.' }, sample: inLesson }, async (ctx: Context, _, { params }) => {
    const { note } = await showNote(ctx, { run: params.run, lesson: params.lesson })
    return { words: note?.words ?? '', saving: note?.saving ?? null }
  }),
  api('PUT', ofLesson, { access: 'learner', does: { ru: 'Сохранить свою заметку к уроку.', kk: 'Сабаққа жазған өз жазбасын сақтау.', en: 'Keep one’s own note to a lesson.' }, takes: NoteWords, sample: { ...inLesson, json: { words: 'Тени длинные утром', saving: '$noteSaving' } } },
    (ctx: Context, input, { params }) => keepNote(ctx, { ...input, run: params.run, lesson: params.lesson })),
]
