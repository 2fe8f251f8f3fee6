import { action, api, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { askingIn } from '#people/support/support.ts'
import { isTooYoung } from '#people/sign-up/sign-up.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { AboutPage } from './about-page.tsx'
import { CoursePage } from './course-page.tsx'
import { CoursesPage } from './courses-page.tsx'
import { judgeForm, reviewForm, suggestionForm } from './forms.ts'
import { HomePage } from './home-page.tsx'
import { judgeReview } from './judge-review.ts'
import { messages } from './messages.ts'
import { ModerationPage } from './moderation-page.tsx'
import { takesReports } from '#people/child-reports/child-reports.ts'
import { ContactsPage } from './plain-pages.tsx'
import { ReviewsPage } from './reviews-page.tsx'
import { showAbout, showCourse, showCourses, showHome, showModeration, showReviews, showTrajectories } from './show-catalogue.ts'
import { startTrajectory, stopTrajectory } from './start-trajectory.ts'
import { dropReminder, remind } from './reminders.ts'
import { readSuggestion, suggest } from './suggest.ts'
import { TrajectoriesPage } from './trajectories-page.tsx'
import { withdrawReview, writeReview } from './write-review.ts'

const title = (key: keyof typeof messages) => ({ locale }: { locale: 'ru' | 'kk' | 'en' }) => messages[key][locale]

const pages: Route[] = [
  page('/', { access: 'everyone', sample: {} }, (ctx: Context) => showHome(ctx, {}), (home, here) => ({ title: here.school.tagline[here.locale], body: <HomePage home={home} /> })),
  page('/courses', { access: 'everyone', sample: {} }, (ctx: Context) => showCourses(ctx, {}), (shown, here) => ({ title: title('courses')(here), body: <CoursesPage shown={shown} here={here} /> })),
  page('/courses/:course', { access: 'everyone', sample: { params: { course: '$course' } } }, async (ctx: Context, at) => ({ ...await showCourse(ctx, { course: at.params.course, sort: at.query.sort }), tooYoung: !ctx.actor.person && isTooYoung(ctx, at.cookies) }),
    (shown, here) => ({ title: shown.course.about.title[here.locale], body: <CoursePage shown={shown} here={here} /> })),
  page('/trajectories', { access: 'everyone', sample: {} }, (ctx: Context) => showTrajectories(ctx, {}), (shown, here) => ({ title: title('trajectories')(here), body: <TrajectoriesPage shown={shown} here={here} /> })),
  page('/reviews', { access: 'everyone', sample: {} }, async (ctx: Context, at) => ({ shown: await showReviews(ctx, { sort: at.query.sort }), Fields: reviewForm(ctx.policy).Fields }), (data, here) => ({ title: title('reviews')(here), body: <ReviewsPage {...data} here={here} /> })),
  page('/contacts', { access: 'everyone', sample: {} }, async (ctx: Context, { query }) => ({ operator: ctx.policy.operator, asking: await askingIn(ctx, query), reports: takesReports(ctx.policy) }), (shown, here) => ({ title: title('contacts')(here), body: <ContactsPage {...shown} here={here} /> })),
  page('/about', { access: 'everyone', sample: {} }, (ctx: Context) => showAbout(ctx, {}), (about, here) => ({ title: about.title[here.locale], body: <AboutPage about={about} here={here} /> })),
  page('/office/reviews', { access: 'operator', sample: {} }, (ctx: Context) => showModeration(ctx, {}), (shown, here) => ({ title: title('moderation')(here), body: <ModerationPage shown={shown} here={here} /> })),
]

const actions: Route[] = [
  action('/courses/:course/enrol', { access: 'learner', on: '/courses/:course', sample: { params: { course: '$other' } } }, async (ctx: Context, _, { params }) => {
    const { run } = await enrol(ctx, { course: params.course })
    return { to: `/learn/${run}`, said: 'enrolment.enrolled' }
  }),
  action('/courses/:course/remind', { access: 'learner', on: '/courses/:course', sample: { params: { course: '$closed' } } }, async (ctx: Context, _, { params }) => {
    await remind(ctx, { course: params.course })
    return { to: `/courses/${params.course}`, said: 'catalogue.reminder-kept' }
  }),
  action('/courses/:course/drop-reminder', { access: 'learner', on: '/courses/:course', sample: { params: { course: '$awaited' } } }, async (ctx: Context, _, { params }) => {
    await dropReminder(ctx, { course: params.course })
    return { to: `/courses/${params.course}`, said: 'catalogue.reminder-dropped' }
  }),
  action('/trajectories/:trajectory/start', { access: 'learner', on: '/trajectories', sample: { params: { trajectory: '$trajectory' } } }, async (ctx: Context, _, { params }) => {
    await startTrajectory(ctx, { trajectory: params.trajectory })
    return { to: '/trajectories', said: 'catalogue.trajectory-started' }
  }),
  action('/trajectories/:trajectory/stop', { access: 'learner', on: '/trajectories', sample: { params: { trajectory: '$startedTrajectory' } } }, async (ctx: Context, _, { params }) => {
    await stopTrajectory(ctx, { trajectory: params.trajectory })
    return { to: '/trajectories', said: 'catalogue.trajectory-stopped' }
  }),
  action('/reviews', { access: 'learner', on: '/reviews', form: (ctx: Context) => reviewForm(ctx.policy), sample: { body: { course: '$course', stars: '5', words: 'Спокойный курс, примеры понятные.' } } }, async (ctx: Context, input) => {
    await writeReview(ctx, input)
    return { to: '/reviews', said: 'catalogue.review-sent' }
  }),
  action('/reviews/suggestions', { access: 'signed-in', on: '/reviews', form: suggestionForm, sample: { body: { words: 'Больше задач на повторение.' } } }, async (ctx: Context, input) => {
    await suggest(ctx, input)
    return { to: '/reviews', said: 'catalogue.suggestion-sent' }
  }),
  action('/reviews/:review/withdraw', { access: 'signed-in', on: '/reviews', sample: { as: 'learner', params: { review: '$review' } } }, async (ctx: Context, _, { params }) => {
    await withdrawReview(ctx, { review: params.review })
    return { to: '/reviews', said: 'catalogue.review-withdrawn' }
  }),
  action('/office/reviews', { access: 'operator', on: '/office/reviews', form: judgeForm, sample: { body: { review: '$waitingReview', approve: 'yes', reason: '' } } }, async (ctx: Context, input) => {
    await judgeReview(ctx, input)
    return { to: '/office/reviews', said: 'catalogue.review-judged' }
  }),
  action('/office/suggestions/:suggestion/read', { access: 'operator', on: '/office/reviews', sample: { params: { suggestion: '$suggestion' } } }, async (ctx: Context, _, { params }) => {
    await readSuggestion(ctx, { suggestion: params.suggestion })
    return { to: '/office/reviews' }
  }),
]

const forPrograms: Route[] = [
  api('GET', '/api/v1/courses', { access: 'everyone', does: { ru: 'Курсы каталога.', kk: 'Каталогтағы курстар.', en: 'The courses of the catalogue.' }, sample: {} }, async (ctx: Context) => ({
    courses: (await showCourses(ctx, {})).courses.map(({ slug, about, languages, minutes, lessons, run }) =>
      ({ slug, title: about.title[ctx.locale], outcome: about.outcome[ctx.locale], level: about.level, languages, minutes, lessons, open: run !== null })),
  })),
]

export const routes: Route[] = [...forPrograms, ...actions, ...pages]
