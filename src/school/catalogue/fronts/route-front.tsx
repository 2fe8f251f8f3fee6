import { Opening, useHere } from '#platform/ui/ui.ts'
import type { Home } from '../home-page.tsx'
import { RouteMap } from '../route-map.tsx'
import { routeOf } from '../route-of.ts'
import { Courses, NextStep, PromiseStrip, Reviews } from './parts.tsx'

/** The way is the page: the first trajectory on its map, before anything else. */
export function RouteFront({ home }: { home: Home }) {
  const { locale, school } = useHere()
  const [way, ...others] = home.trajectories
  if (!way) return <><Opening big title={school.tagline[locale]}><NextStep home={home} /></Opening><Courses home={home} /><PromiseStrip home={home} /><Reviews home={home} /></>
  return (
    <>
      <Opening title={school.tagline[locale]} lead={way.outcome[locale]}><NextStep home={home} /></Opening>
      {[way, ...others].map(trajectory => (
        <section class="field-map" id={trajectory.slug}>
          <h2>{trajectory.title[locale]}</h2>
          <p>{trajectory.summary[locale]}</p>
          <RouteMap title={trajectory.title[locale]} {...routeOf(trajectory.stages, home)} />
        </section>
      ))}
      <PromiseStrip home={home} />
      <Reviews home={home} />
    </>
  )
}
