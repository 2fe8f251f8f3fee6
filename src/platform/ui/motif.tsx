import { useHere } from './here.ts'
import { looks, type Motif as Name, type Theme } from './themes.ts'

/** The one ornament of a look: under the masthead, and where schools are shown beside each other. */
export function Motif({ theme = useHere().school.theme }: { theme?: Theme }) {
  const name: Name = looks[theme].motif
  if (name === 'none') return null
  return <div class={`motif ${name}`} aria-hidden="true">{name === 'contours' ? <Contours /> : name === 'shelves' ? <Shelves /> : null}</div>
}

/** A field map: lines of equal height, a dotted route, a lantern where it ends. */
function Contours() {
  const lines = [6, 15, 24, 33, 42, 51].map((height, place) => `M0 ${height}C140 ${height - 22 + place * 3} 260 ${height + 20 - place * 2} 420 ${height - 4}S700 ${height + 18 - place * 4} 860 ${height - 8 + place}S1090 ${height + 12} 1200 ${height - 10 + place * 3}`)
  return (
    <svg viewBox="0 0 1200 56" preserveAspectRatio="xMidYMid slice">
      {lines.map(line => <path class="line" d={line} />)}
      <path class="route" d="M40 44C160 18 250 42 380 34S600 14 730 26" />
      <circle class="glow" cx="738" cy="26" r="13" /><circle class="lamp" cx="738" cy="26" r="6" />
    </svg>
  )
}

/** Flat shelves of cloud. */
const Shelves = () => (
  <svg viewBox="0 0 1200 40" preserveAspectRatio="none">
    <path class="far" d="M0 0H1200V18C1040 34 900 38 700 26S330 10 0 30Z" />
    <path class="near" d="M0 0H1200V8C1010 20 830 24 600 14S200 4 0 14Z" />
  </svg>
)
