import { inSite } from '#platform/database/database.ts'
import { askingOf, inTransaction, type Context } from '#trust/audit/audit.ts'
import { action, api, page, raw, type Route } from '#platform/web/web.ts'
import { RestsNotice } from '#trust/rights/rights.ts'
import { answerCheck } from '#school/assessment/assessment.ts'
import { mediaAnswer } from '#school/courses/courses.ts'
import { changeLanguage, enrol, EnrolmentWish, leave, markDone, noteDownload, Place, rememberPlace, undoDone } from '#school/enrolment/enrolment.ts'
import { ActivityPage } from './activity-page.tsx'
import { ClosedPage } from './closed-page.tsx'
import { routes as figures } from './figures/routes.tsx'
import { checkForm, languageForm, placeForm } from './forms.ts'
import { routes as gradebook } from './gradebook/routes.tsx'
import { lessonAsText } from './lesson-as-text.ts'
import { LessonPage } from './lesson-page.tsx'
import { messages } from './messages.ts'
import { MyPage } from './my-page.tsx'
import { ProgressPage } from './own-progress/progress-page.tsx'
import { showProgress } from './own-progress/show-progress.ts'
import { RunPage } from './run-page.tsx'
import { asProgress, lessonAsData } from './as-data.ts'
import { openLesson, openMedia, readLesson, takenBackBy, type OpenLesson } from './show-lesson.ts'
import { showMyActivity, showMyLearning, showRun } from './show-my-learning.ts'

const lesson = '/learn/:run/:lesson'
const inRun = { params: { run: '$run' } }
const inLesson = { params: { run: '$run', lesson: '$lesson' } }

const media: Route[] = [
  raw('GET', `${lesson}/media/:file`, { access: 'everyone', sample: null, why: 'no lesson of the test world has a video: media.test.ts asks for one, as whoever may and may not' }, async (ctx: Context, { params, query }, c) => {
    const wanted = { run: params.run!, lesson: params.lesson!, file: params.file!, range: c.req.header('range') }
    return mediaAnswer(await inSite(ctx.db, ctx.site, db => openMedia({ ...ctx, db }, wanted), askingOf(ctx)), { file: wanted.file, download: query.download === '1' })
  }),
]

const pages: Route[] = [
  page('/me', { access: 'signed-in', sample: {} }, (ctx: Context) => showMyLearning(ctx, {}),
    (mine, here) => ({ title: messages['my-learning'][here.locale], body: <><RestsNotice hold={mine.hold} here={here} /><MyPage mine={mine} here={here} /></> })),
  page('/me/progress', { access: 'signed-in', sample: { as: 'learner' } }, (ctx: Context) => showProgress(ctx, {}),
    (shown, here) => ({ title: messages['my-progress'][here.locale], body: <><RestsNotice hold={shown.hold} here={here} /><ProgressPage shown={shown} here={here} /></> })),
  page('/me/activity', { access: 'signed-in', sample: {} }, (ctx: Context) => showMyActivity(ctx, {}),
    (activity, here) => ({ title: messages['my-activity'][here.locale], body: <ActivityPage activity={activity} here={here} /> })),
  page('/learn/:run', { access: 'signed-in', sample: { as: 'learner', ...inRun } }, (ctx: Context, at) => showRun(ctx, { run: at.params.run }),
    (shown, here) => ({ title: shown.run.about.title[here.locale], body: <><RestsNotice hold={shown.hold} here={here} /><RunPage shown={shown} here={here} /></> })),
  page(lesson, { access: 'everyone', sample: { as: 'learner', ...inLesson } },
    (ctx: Context, at) => openLesson(ctx, { run: at.params.run!, lesson: at.params.lesson! }, at.query.question ? { check: at.query.question, answer: at.all('answer') } : undefined),
    (shown, here) => shown.lesson
      ? { title: shown.title[here.locale], body: <><RestsNotice hold={shown.hold} here={here} /><LessonPage shown={shown as OpenLesson} here={here} /></>, undo: takenBackBy(shown, here.query.said) }
      : { title: shown.title[here.locale], body: <ClosedPage shown={shown} here={here} />, status: shown.closed === 'sign-in' ? 401 : 403 }),
]

const actions: Route[] = [
  action(`${lesson}/done`, { access: 'learner', on: lesson, sample: inLesson }, async (ctx: Context, _, { params }) => {
    await markDone(ctx, { run: params.run, lesson: params.lesson })
    return { to: `/learn/${params.run}/${params.lesson}#lesson-end`, said: 'enrolment.marked-done' }
  }),
  action(`${lesson}/undo`, { access: 'learner', on: lesson, sample: inLesson }, async (ctx: Context, _, { params }) => {
    await undoDone(ctx, { run: params.run, lesson: params.lesson })
    return { to: `/learn/${params.run}/${params.lesson}#lesson-end`, said: 'enrolment.taken-back' }
  }),
  action(`${lesson}/check`, { access: 'learner', on: lesson, form: checkForm, sample: { ...inLesson, body: { question: '$check', answer: '$checkAnswer' } } },
    async (ctx: Context, { question, answer }: { question: string; answer: string[] }, { params }) => {
      await answerCheck(ctx, { run: params.run, lesson: params.lesson, question, answer })
      return { to: `/learn/${params.run}/${params.lesson}#check-${question}` }
    }),
  action(`${lesson}/place`, { access: 'learner', on: lesson, form: placeForm, sample: { ...inLesson, body: { place: '1' } } },
    async (ctx: Context, { place }: { place: number }, { params }) => {
      await inTransaction(ctx, 'enrolment.place', async inside => {
        await openLesson(inside, { run: params.run!, lesson: params.lesson! }) // in another window another lesson may have been opened since
        await rememberPlace(inside, { run: params.run, lesson: params.lesson, place })
      })
      return { to: `/learn/${params.run}/${params.lesson}#place-${place}`, said: 'enrolment.place-kept' }
    }),
  action('/learn/:run/language', { access: 'learner', on: '/learn/:run', form: languageForm, sample: { ...inRun, body: { language: 'kk' } } },
    async (ctx: Context, { language, lesson }: { language: string; lesson?: string }, { params }) => {
      await changeLanguage(ctx, { run: params.run, language })
      return { to: lesson ? `/learn/${params.run}/${lesson}` : `/learn/${params.run}`, said: 'enrolment.language-changed' }
    }),
  action('/learn/:run/leave', { access: 'learner', on: '/learn/:run', sample: inRun }, async (ctx: Context, _, { params }) => {
    await leave(ctx, { run: params.run })
    return { to: '/me', said: 'enrolment.left' }
  }),
]

const forPrograms: Route[] = [
  raw('GET', `${lesson}/file`, { access: 'signed-in', sample: { as: 'learner', ...inLesson } }, async (ctx: Context, { params }) => {
    const shown = await inTransaction(ctx, 'learning.take-along', async inside => {
      const shown = await readLesson(inside, { run: params.run, lesson: params.lesson })
      if (shown.enrolment && !shown.hold) noteDownload(inside, shown.enrolment.id, params.lesson!)
      return shown
    })
    const headers = { 'content-type': 'text/markdown; charset=utf-8', 'content-disposition': `attachment; filename="${params.lesson}.md"`, 'cache-control': 'no-store' }
    return new Response(lessonAsText(shown.lesson, ctx.locale), { headers })
  }),
  api('GET', '/api/v1/me/progress', { access: 'signed-in', does: { ru: 'Своё продвижение по курсам.', kk: 'Курстардағы өз ілгерілеуі.', en: 'One’s own progress in each course.' }, sample: {} }, async (ctx: Context) => asProgress(await showMyLearning(ctx, {}))),
  api('POST', '/api/v1/enrolments', { access: 'learner', status: 201, does: { ru: 'Записаться на курс.', kk: 'Курсқа жазылу.', en: 'Enrol in a course.' }, takes: EnrolmentWish, sample: { json: { course: '$other' } } }, (ctx: Context, input) => enrol(ctx, input)),
  api('GET', '/api/v1/runs/:run/lessons/:lesson', { access: 'everyone', does: { ru: 'Урок, если он вам открыт.', kk: 'Сабақ, егер ол сізге ашық болса.', en: 'A lesson, if it is open to you.' }, sample: { as: 'learner', ...inLesson } },
    async (ctx: Context, _, { params }) => lessonAsData(await readLesson(ctx, { run: params.run, lesson: params.lesson }), ctx.locale)),
  api('PUT', '/api/v1/runs/:run/lessons/:lesson/place', { access: 'learner', does: { ru: 'Запомнить место в уроке.', kk: 'Сабақтағы орынды есте сақтау.', en: 'Remember the place in a lesson.' }, takes: Place, sample: { ...inLesson, json: { place: 1 } } },
    (ctx: Context, input, { params }) => inTransaction(ctx, 'enrolment.place', inside => rememberPlace(inside, { ...input, run: params.run, lesson: params.lesson }))),
  api('PUT', '/api/v1/runs/:run/lessons/:lesson/done', { access: 'learner', does: { ru: 'Отметить урок пройденным.', kk: 'Сабақты өтілді деп белгілеу.', en: 'Mark a lesson as done.' }, sample: { ...inLesson, json: {} } },
    (ctx: Context, _, { params }) => markDone(ctx, { run: params.run, lesson: params.lesson }).then(() => ({ done: true }))),
]

export const routes: Route[] = [...media, ...forPrograms, ...actions, ...pages, ...gradebook, ...figures]

