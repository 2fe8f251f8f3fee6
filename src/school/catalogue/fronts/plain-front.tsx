import { Card, Grid, Opening, useHere } from '#platform/ui/ui.ts'
import type { Home } from '../home-page.tsx'
import { Courses, NextStep, PromiseStrip, Reviews, useSay } from './parts.tsx'

/** What a school shows that has no manner of its own. */
export function PlainFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const say = useSay()
  return (
    <>
      <Opening big title={school.tagline[locale]} lead={say('home-lead')}><NextStep home={home} /></Opening>
      <PromiseStrip home={home} />
      <Courses home={home} />
      {home.trajectories.length > 0 && (
        <section>
          <h2>{say('trajectories')}</h2>
          <Grid>{home.trajectories.slice(0, 3).map(({ slug, title, outcome }) => <Card level={3} title={title[locale]} to={`/trajectories#${slug}`} icon="route"><p>{outcome[locale]}</p></Card>)}</Grid>
        </section>
      )}
      <Reviews home={home} />
    </>
  )
}
