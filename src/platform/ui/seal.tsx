import { createHash } from 'node:crypto'

/** The horn curl of a Kazakh ornament, drawn from the centre outwards; its mirror image makes the pair. */
const curl = (reach: number, turn: number) => {
  const top = -reach
  return `M0 ${-reach * 0.28}C${turn * 0.2} ${top * 0.62} ${turn * 0.55} ${top * 0.98} ${turn} ${top * 0.92}C${turn * 1.5} ${top * 0.84} ${turn * 1.42} ${top * 0.52} ${turn * 1.02} ${top * 0.56}C${turn * 0.74} ${top * 0.6} ${turn * 0.76} ${top * 0.78} ${turn * 0.96} ${top * 0.76}`
}

/** The rosette of a thing that can be proved: the same hash always draws the same seal, so people learn to know it, on paper too. */
export function Seal({ of, label, size = 96, outline }: { of: string; label?: string; size?: number; outline?: boolean }) {
  const byte = createHash('sha256').update(of).digest()
  const petals = 5 + byte[0]! % 5
  const [reach, turn, inner] = [34 + byte[1]! % 8, 7 + byte[2]! % 5, 7 + byte[3]! % 6]
  const turns = Array.from({ length: petals }, (_, place) => Math.round((place * 3600) / petals) / 10)
  const beads = Array.from({ length: petals * (1 + byte[4]! % 3) }, (_, place, ) => place)
  const dot = (place: number, radius: number) => {
    const angle = (place / beads.length) * 2 * Math.PI + (byte[5]! / 255) * Math.PI
    return { cx: (Math.sin(angle) * radius).toFixed(1), cy: (-Math.cos(angle) * radius).toFixed(1) }
  }
  return (
    <svg class={outline ? 'seal outline' : 'seal'} width={size} height={size} viewBox="-50 -50 100 100" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true}>
      <circle class="ground" r="49" />
      <circle class="line" r="46" />
      {turns.map(turned => <g transform={`rotate(${turned})`}><path class="line" d={curl(reach, turn)} /><path class="line" d={curl(reach, -turn)} /></g>)}
      {beads.map(place => <circle class="bead" {...dot(place, 43)} r="1" />)}
      <circle class="line" r={inner} /><circle class="bead" r={inner / 2.5} />
    </svg>
  )
}
