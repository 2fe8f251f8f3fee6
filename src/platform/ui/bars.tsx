type Bar = { /** Its day, as a date in words. */ name: string; /** Null where it may not be told: it has no bar. */ count: number | null }

/** A bar for each day or week, as high as it was busy; `words` say the same to whoever does not see it. Its table stands beside it. */
export function Bars({ bars, words }: { bars: Bar[]; words: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  const height = (count: number | null) => count ? Math.max(2, Math.round(count / most * 60)) : 0
  return (
    <>
      <div class="day-bars">
        <svg viewBox={`0 0 ${bars.length * 10} 60`} preserveAspectRatio="none" role="img" aria-label={words}>
          {bars.map(({ count }, place) => <rect x={place * 10 + 1} y={60 - height(count)} width="8" height={height(count)} />)}
        </svg>
        <p class="ends" aria-hidden="true"><span>{bars[0]?.name}</span><span>{bars.at(-1)?.name}</span></p>
      </div>
      <p>{words}</p>
    </>
  )
}
