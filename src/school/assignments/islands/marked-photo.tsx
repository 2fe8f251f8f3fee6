/** @jsxImportSource preact */
export type Photo = { src: string; alt: string; width: number; height: number }
export type Pin = { number: number; x: number; y: number }

/** A photo with its numbered marks. The numbers lie over it as a drawing, so they grow and shrink with it. */
export function MarkedPhoto({ photo, pins, fresh }: { photo: Photo; pins: Pin[]; fresh?: Pin | undefined }) {
  const { src, alt, width, height } = photo
  const radius = Math.max(width, height) * 0.022
  return (
    <figure class="marked">
      <img src={src} alt={alt} width={width} height={height} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {[...pins.map(pin => ({ ...pin, kind: 'mark' })), ...fresh ? [{ ...fresh, kind: 'mark new' }] : []].map(({ number, x, y, kind }) => (
          <g class={kind}>
            <circle cx={x / 100 * width} cy={y / 100 * height} r={radius} stroke-width={radius / 8} />
            <text x={x / 100 * width} y={y / 100 * height} font-size={radius * 1.1}>{number}</text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
