import { inSite } from '#platform/database/database.ts'
import { finishUpload, receiveForm, serveFile, type Ticket } from '#platform/files/files.ts'
import { Refusal } from '#platform/refusal.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { action, AlreadyDone, api, page, raw, Redraw, type At } from '#platform/web/web.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { DeskPage, learnerOf } from './desk/desk-page.tsx'
import { holdWork } from './desk/hold-work.ts'
import { listWorks } from './desk/list-works.ts'
import { noteOnWork, removeNote } from './desk/note-on-work.ts'
import { openWork } from './desk/open-work.ts'
import { QueuePage } from './desk/queue-page.tsx'
import { reviewWork } from './desk/review-work.ts'
import { endOfDay, setDue } from './due.ts'
import { dueForm, fileWorkForm, holdForm, lineForm, lookForm, namingForm, pinForm, removeForm, replyForm, reviewForm, textWorkForm } from './forms.ts'
import { routes as galleryRoutes } from './gallery/routes.tsx'
import { messages } from './messages.ts'
import { lookAtLearner } from './nameless/look-at-learner.ts'
import { NamingPage } from './nameless/naming-page.tsx'
import { setNaming, showNaming } from './nameless/set-naming.ts'
import { showFile } from './show-file.ts'
import { AssignmentPage } from './work/assignment-page.tsx'
import { showSnippets } from './snippets/find-snippets.ts'
import { removeSnippetForm, snippetForm } from './snippets/forms.ts'
import { keepSnippet, removeSnippet } from './snippets/keep-snippet.ts'
import { SnippetsPage } from './snippets/snippets-page.tsx'
import { reply } from './work/reply.ts'
import { showAssignment } from './work/show-assignment.ts'
import { startUpload, Wished } from './work/start-upload.ts'
import { submitWork } from './work/submit-work.ts'
import { workAsData } from './work/as-data.ts'

const assignment = '/learn/:run/assignment'
const desk = '/teach/submissions/:work'
const inRun = { params: { run: '$run' } }
const onDesk = { params: { work: '$work' } }

/** A form of notes: at a point of a photo, or on lines of a text. */
const noteForm = {
  read: (sent: URLSearchParams) => (sent.has('x') ? pinForm : lineForm).read(sent),
  refuse: (...args: Parameters<typeof pinForm.refuse>) => (args[0].has('x') ? pinForm : lineForm).refuse(...args),
}

export const routes = [
  ...galleryRoutes,
  page(assignment, { access: 'learner', sample: { params: { run: '$handed' } } }, (ctx: Context, { params }) => showAssignment(ctx, { run: params.run }),
    (shown, here) => ({ title: shown.assignment.title[here.locale], body: <AssignmentPage shown={shown} here={here} /> })),
  action(assignment, { access: 'learner', on: assignment, form: textWorkForm, sample: { params: { run: '$written' }, body: { words: 'Мой текст' } } }, async (ctx: Context, { words }: { words: string }, { params }) => {
    await submitWork(ctx, { run: params.run, words })
    return { to: `/learn/${params.run}/assignment`, said: 'assignments.was-sent' }
  }),
  raw('POST', `${assignment}/file`, { access: 'learner', on: assignment, sample: null, why: 'takes a stream of a file: assignments.test.ts sends one, at home and elsewhere' }, receiveWork),
  action(`${assignment}/reply`, { access: 'learner', on: assignment, form: replyForm, sample: { params: { run: '$handed' }, body: { words: 'Спасибо' } } }, async (ctx: Context, { words }: { words: string }, { params }) => {
    const { work } = await inSite(ctx.db, ctx.site, db => showAssignment({ ...ctx, db }, { run: params.run }), askingOf(ctx))
    if (!work) throw new Refusal(404, 'common.not-found')
    await reply(ctx, { work: work.id, words })
    return { to: `/learn/${params.run}/assignment#talk`, said: 'assignments.was-answered' }
  }),
  raw('GET', '/works/:take/:part', { access: 'everyone', sample: { as: 'learner', params: { take: '$take', part: 'original' } } }, async (ctx: Context, { params }, c) => {
    const { file } = await reveal(ctx, await showFile(ctx, { take: params.take }))
    return serveFile(ctx, file, { part: params.part!, range: c.req.header('range'), download: params.part === 'original' })
  }),

  page('/teach', { access: 'teacher', sample: {} }, (ctx: Context, { query }) => listWorks(ctx, { ...query.filter && { filter: query.filter }, ...query.run && { run: query.run } }),
    (shown, here) => ({ title: messages.queue[here.locale], body: <QueuePage shown={shown} here={here} /> })),
  action('/teach/due', { access: 'teacher', on: '/teach', form: dueForm, sample: { body: { run: '$handed', 'due-day': '1', 'due-month': '3', 'due-year': '2030' } } }, async (ctx: Context, { run, due }: { run: string; due?: string }) => {
    await setDue(ctx, { run, due_at: due ? endOfDay(ctx, due) : null })
    return { to: '/teach', said: 'assignments.due-kept' }
  }),
  page('/teach/snippets', { access: 'teacher', sample: {} }, async (ctx: Context) => ({ snippets: await showSnippets(ctx, {}) }),
    ({ snippets }, here) => ({ title: messages.snippets[here.locale], body: <SnippetsPage snippets={snippets} here={here} /> })),
  action('/teach/snippets', { access: 'teacher', on: '/teach/snippets', form: snippetForm, sample: { body: { ru: 'Хорошо видно, откуда свет.' } } }, async (ctx: Context, input: object) => {
    await keepSnippet(ctx, input)
    return { to: '/teach/snippets', said: 'assignments.snippet-kept' }
  }),
  action('/teach/snippets/remove', { access: 'teacher', on: '/teach/snippets', form: removeSnippetForm, sample: { body: { id: '$snippet' } } }, async (ctx: Context, { id }: { id: string }) => {
    await removeSnippet(ctx, { id })
    return { to: '/teach/snippets', said: 'assignments.snippet-removed' }
  }),
  page(desk, { access: 'teacher', sample: onDesk }, (ctx: Context, { params }) => openWork(ctx, { work: params.work }),
    (shown, here) => ({ title: messages.desk[here.locale].replace('{name}', learnerOf(shown, here.locale)), body: <DeskPage shown={shown} here={here} /> })),
  action(`${desk}/hold`, { access: 'teacher', on: desk, form: holdForm, sample: onDesk }, async (ctx: Context, { over }: { over?: 'yes' }, { params }) => {
    await holdWork(ctx, { work: params.work, ...over && { over: true } })
    return { to: `/teach/submissions/${params.work}`, said: 'assignments.now-yours' }
  }),
  action(`${desk}/learner`, { access: 'teacher', on: desk, form: lookForm, sample: { ...onDesk, body: { why: 'Работа похожа на чужую, уточняю' } } }, async (ctx: Context, { why }: { why: string }, { params }) => {
    await lookAtLearner(ctx, { work: params.work, why })
    return { to: `/teach/submissions/${params.work}#about-learner`, said: 'assignments.learner-opened' }
  }),
  action(`${desk}/notes`, { access: 'teacher', on: desk, form: noteForm, sample: { ...onDesk, body: { from: '1', to: '1', words: 'Здесь хорошо' } } }, async (ctx: Context, { note, words, snippet, ...place }: { note?: string; words: string; snippet?: string; x?: number; from?: number; to?: number }, { params }) => {
    await noteOnWork(ctx, { work: params.work, ...note && { note }, ...snippet && { snippet }, words, place: 'from' in place ? { ...place, to: place.to ?? place.from } : place })
    return { to: `/teach/submissions/${params.work}#${'x' in place ? 'new-note-place' : 'notes'}`, said: 'assignments.note-kept' }
  }),
  action(`${desk}/notes/remove`, { access: 'teacher', on: desk, form: removeForm, sample: { ...onDesk, body: { note: '$note' } } }, async (ctx: Context, { note }: { note: string }, { params }) => {
    await removeNote(ctx, { work: params.work, note })
    return { to: `/teach/submissions/${params.work}#notes`, said: 'assignments.note-removed' }
  }),
  action(`${desk}/review`, { access: 'teacher', on: desk, form: reviewForm, sample: { ...onDesk, body: { outcome: 'save', words: 'Хорошо' } } }, async (ctx: Context, input: { outcome: string }, { params }) => {
    const { next } = await reviewWork(ctx, { ...input, work: params.work })
    if (input.outcome === 'save') return { to: `/teach/submissions/${params.work}`, said: 'assignments.was-saved' }
    const given = input.outcome === 'return' ? 'returned' : 'accepted'
    return next ? { to: `/teach/submissions/${next}?after=${params.work}`, said: `assignments.was-${given}-next` } : { to: '/teach', said: `assignments.was-${given}` }
  }),
  action(`${desk}/reply`, { access: 'teacher', on: desk, form: replyForm, sample: { ...onDesk, body: { words: 'Пожалуйста' } } }, async (ctx: Context, { words }: { words: string }, { params }) => {
    await reply(ctx, { work: params.work, words })
    return { to: `/teach/submissions/${params.work}#talk`, said: 'assignments.was-answered' }
  }),

  page('/office/assignments', { access: 'operator', sample: {} }, async (ctx: Context) => ({ runs: await showNaming(ctx, {}) }),
    ({ runs }, here) => ({ title: messages.assignments[here.locale], body: <NamingPage runs={runs} here={here} /> })),
  action('/office/assignments/:run', { access: 'operator', on: '/office/assignments', form: namingForm, sample: { ...inRun, body: { anonymous: 'yes' } } }, async (ctx: Context, { anonymous }: { anonymous: string }, { params }) => {
    await setNaming(ctx, { run: params.run, anonymous })
    return { to: '/office/assignments', said: 'assignments.naming-kept' }
  }),

  api('GET', '/api/v1/works/:work', { access: ['learner', 'teacher'], does: { ru: 'Сданная работа с версиями и отзывами.', kk: 'Тапсырылған жұмыс, нұсқалары және пікірлерімен.', en: 'A work that was handed in, with versions and reviews.' }, sample: { as: 'learner', params: { work: '$work' } } }, (ctx: Context, _, { params }) => workAsData(ctx, { work: params.work })),
  api('POST', '/api/v1/runs/:run/assignment/tickets', { access: 'learner', status: 201, does: { ru: 'Получить разрешение на загрузку файла работы.', kk: 'Жұмыс файлын жүктеуге рұқсат алу.', en: 'Get a ticket for uploading the file of a work.' }, takes: Wished, sample: { ...inRun, json: { keep: false } } }, async (ctx: Context, input: object, { params }) => {
    const { id, most, expiresAt } = await startUpload(ctx, { ...input, run: params.run })
    return { ticket: id, most, expires: expiresAt }
  }),
]

/** As much of a request as is needed here. */
type Asked = Parameters<Parameters<typeof raw<Context>>[3]>[2]

const keeps = (fields: URLSearchParams) => fields.has('keep') && fields.get('keep') !== 'false'

/** The form of a work with its file: streamed, looked at, and only then sent to the teacher. */
async function receiveWork(ctx: Context, { params }: At, c: Asked): Promise<Response> {
  const run = params.run!
  const back = `${c.var.visit.prefix}/learn/${run}/assignment`
  let fields = new URLSearchParams()
  try {
    const ticketFor = (before: URLSearchParams): Promise<Ticket> => { fields = before; return startUpload(ctx, { run, keep: keeps(before) }) }
    const received = await receiveForm(c, ctx, ticketFor)
    fields = received.fields
    if (received.stopped) throw received.stopped
    const upload = fields.get('upload')
    const file = upload ? await finishUpload(ctx, upload) : received.files[0]
    await submitWork({ ...ctx, once: fields.get('_once') ?? undefined }, { run, words: fields.get('words') ?? '', described: fields.get('described') ?? '', ...file && { file: file.id } })
    return c.redirect(`${back}?said=assignments.was-sent`, 303)
  } catch (error) {
    if (error instanceof AlreadyDone) return c.redirect(back, 303)
    if (!(error instanceof Refusal) || [401, 403, 404].includes(error.status)) throw error
    throw new Redraw(assignment, fileWorkForm, fields, new Refusal(error.status, error.code, error.facts, { field: error.field ?? 'file' }))
  }
}

