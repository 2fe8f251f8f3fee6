import { amount, speaker } from '#platform/locale.ts'
import { DataTable, Link, Tag, useHere } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import { drawRoute, width, type DrawnRoute } from './route-line.ts'
import type { RouteLeg } from './route-of.ts'
import { howLong } from './words.ts'

type Props = { title: string; legs: RouteLeg[]; beyond: number }

/** A trajectory as a way on a map, each stage as long as its lessons take, and the same in a table beside it. */
export function RouteMap({ title, legs, beyond }: Props) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!legs.length) return null
  const drawn = drawRoute(legs.map(({ minutes, lessons }) => ({ minutes, stops: lessons.map(lesson => lesson.minutes) })))
  const started = legs.some(({ state }) => state !== 'next')
  return (
    <div class="route">
      <Map drawn={drawn} legs={legs} label={say('route-drawn', { title, stages: legs.length, hours: howLong(sum(legs), locale) })} />
      <div class="legend">
        <DataTable caption={say('route-table', { title })} rows={legs.map((leg, place) => ({ ...leg, number: place + 1 }))} columns={[
          { head: say('stage'), cell: ({ number, title, to }) => <><span class="stage">{number}</span> {to ? <Link to={to}>{title[locale]}</Link> : title[locale]}</> },
          { head: say('lessons-word'), cell: ({ lessons }) => String(lessons.length), number: true },
          { head: say('time'), cell: ({ minutes }) => amount(minutes, 'minute')[locale], number: true },
          ...started ? [{ head: say('route-state'), cell: ({ state }: RouteLeg) => <Tag kind={state === 'done' ? 'ok' : state === 'now' ? 'accent' : 'plain'} icon={state === 'done' ? 'check' : state === 'now' ? 'map-pin' : 'circle'}>{say(`route-${state}`)}</Tag> }] : [],
        ]} />
        <p class="quiet">{say('route-scale')} {beyond >= 30 && say('route-beyond', { hours: howLong(beyond, locale) })}</p>
      </div>
    </div>
  )
}

const sum = (legs: RouteLeg[]) => legs.reduce((all, { minutes }) => all + minutes, 0)

function Map({ drawn: { height, stretches, onward, end }, legs, label }: { drawn: DrawnRoute; legs: RouteLeg[]; label: string }) {
  const here = stretches.flatMap(({ stops }, leg) => stops.map((stop, place) => ({ stop, done: legs[leg]!.lessons[place]!.done }))).find(({ done }) => !done)?.stop
  return (
    <svg class="route-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Land height={height} />
      <path class="road" d={stretches.map(({ line }) => line).join('')} />
      <path class="onward" d={onward} />
      {stretches.map(({ line }, leg) => <path class={`leg ${legs[leg]!.state}`} d={line} />)}
      {stretches.flatMap(({ stops }, leg) => stops.slice(1).map(([x, y], place) => <circle class={legs[leg]!.lessons[place + 1]!.done ? 'stop done' : 'stop'} cx={at(x)} cy={at(y)} r="5" />))}
      {here && <circle class="glow" cx={at(here[0])} cy={at(here[1])} r="30" />}
      {stretches.map(({ from: [x, y] }, leg) => <g class={`station ${legs[leg]!.state}`}><circle cx={at(x)} cy={at(y)} r="17" /><text x={at(x)} y={at(y)}>{leg + 1}</text></g>)}
      <g class="stamp"><circle cx={at(end[0])} cy={at(end[1])} r="23" /><circle class="rim" cx={at(end[0])} cy={at(end[1])} r="18" /><path d={`M${at(end[0] - 8)} ${at(end[1])}l6 6l11 -12`} /></g>
    </svg>
  )
}

const at = (figure: number) => Math.round(figure * 10) / 10

/** Lines of equal height, as on a field map. They tell nothing: a look may leave them out. */
const Land = ({ height }: { height: number }) => (
  <g class="land">
    {[0.16, 0.3, 0.46, 0.62, 0.78, 0.94].map((share, place) => {
      const y = at(height * share)
      return <path d={`M-10 ${y}C${70 + place * 18} ${at(y - 46)} ${150 - place * 9} ${at(y + 40)} ${250} ${at(y - 8)}S${390 - place * 12} ${at(y - 52 + place * 9)} 490 ${at(y + 14)}`} />
    })}
    {[[118, 0.22, 1], [352, 0.58, 1.3], [120, 0.84, 0.9]].map(([x, share, size]) => [34, 22, 11].map(r => <ellipse cx={x} cy={at(height * share!)} rx={at(r * size! * 1.6)} ry={at(r * size!)} />))}
  </g>
)
