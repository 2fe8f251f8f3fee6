import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, EmptyState, Opening, Post, Steps, useHere, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { Trajectory, TrajectoriesShown } from './show-catalogue.ts'

export function TrajectoriesPage({ shown, here }: { shown: TrajectoriesShown; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say('trajectories')} lead={say('trajectories-lead')} />
      {shown.trajectories.length ? shown.trajectories.map(trajectory => <One trajectory={trajectory} shown={shown} />) : <EmptyState title={say('no-trajectories')} />}
    </>
  )
}

/** The stages in order. For whoever started it: which are completed, and which is next. */
function One({ trajectory, shown }: { trajectory: Trajectory; shown: TrajectoriesShown }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  const started = shown.started.some(each => each.trajectory === trajectory.slug)
  const stages = trajectory.stages.map(stage => {
    const enrolment = shown.mine.find(each => each.course === stage.course)
    return { ...stage, course: shown.courses.find(({ slug }) => slug === stage.course), enrolment, done: enrolment?.completed_at != null }
  })
  const now = stages.findIndex(({ done }) => !done)
  return (
    <Card id={trajectory.slug} title={trajectory.title[locale]} icon="route" {...started ? { over: say('started', { done: stages.filter(({ done }) => done).length, all: stages.length }) } : {}}>
      <p class="lead">{trajectory.outcome[locale]}</p>
      <p>{trajectory.summary[locale]}</p>
      <Steps label={trajectory.title[locale]} items={stages.map(({ title, course, done, enrolment }, index) => ({
        title: title[locale], state: done ? 'done' : started && index === now ? 'now' : 'next', note: course?.about.title[locale] ?? say('soon'),
        ...course ? { to: enrolment && !enrolment.left_at ? `/learn/${enrolment.run_name}` : `/courses/${course.slug}` } : {},
      }))} />
      {actor.role === 'learner' && (started
        ? <Post to={`/trajectories/${trajectory.slug}/stop`}><Actions><Button kind="quiet">{say('stop-trajectory')}</Button></Actions></Post>
        : <Post to={`/trajectories/${trajectory.slug}/start`}><p class="hint">{say('start-hint')}</p><Actions><Button kind="secondary">{say('start-trajectory')}</Button></Actions></Post>)}
      {!actor.person && <Actions><Button kind="secondary" to="/sign-in?next=/trajectories">{say('start-trajectory')}</Button></Actions>}
    </Card>
  )
}
