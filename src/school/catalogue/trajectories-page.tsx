import { speaker } from '#platform/locale.ts'
import { Actions, Button, EmptyState, Opening, Post, Tag, useHere, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { RouteMap } from './route-map.tsx'
import { routeOf } from './route-of.ts'
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

/** Its way on the map and in the table. For whoever started it: how far they are. */
function One({ trajectory, shown }: { trajectory: Trajectory; shown: TrajectoriesShown }) {
  const { locale, actor } = useHere()
  const say = speaker(messages, locale)
  const started = shown.started.some(each => each.trajectory === trajectory.slug)
  const { legs, beyond } = routeOf(trajectory.stages, shown)
  return (
    <section id={trajectory.slug} class="trajectory">
      {started && <p><Tag kind="accent" icon="route">{say('started', { done: legs.filter(({ state }) => state === 'done').length, all: legs.length })}</Tag></p>}
      <h2>{trajectory.title[locale]}</h2>
      <p class="lead">{trajectory.outcome[locale]}</p>
      <p>{trajectory.summary[locale]}</p>
      <p>{trajectory.stages.map(({ title }) => title[locale]).join(' → ')}</p>
      {legs.length ? <RouteMap title={trajectory.title[locale]} legs={legs} beyond={beyond} /> : <p>{say('soon')}</p>}
      <Choice trajectory={trajectory.slug} started={started} first={trajectory.stages[0]!.course} />
    </section>
  )

  function Choice({ trajectory, started, first }: { trajectory: string; started: boolean; first: string }) {
    const look = <Button kind="secondary" to={`/courses/${first}`}>{say('route-course')}</Button>
    if (!actor.person) return <Actions><Button to="/sign-in?next=/trajectories">{say('start-trajectory')}</Button>{look}</Actions>
    if (actor.role !== 'learner') return <Actions>{look}</Actions>
    if (started) return <Post to={`/trajectories/${trajectory}/stop`}><Actions><Button kind="quiet">{say('stop-trajectory')}</Button>{look}</Actions></Post>
    return <Post to={`/trajectories/${trajectory}/start`}><p class="hint">{say('start-hint')}</p><Actions><Button>{say('start-trajectory')}</Button>{look}</Actions></Post>
  }
}
