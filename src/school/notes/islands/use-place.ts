import { useEffect } from 'preact/hooks'

/** Keeps the place reached while reading. Without script the buttons between the sections do the same. */
export function usePlace(run: string, lesson: string) {
  useEffect(() => {
    let reached = -1
    const keep = (place: number) => {
      if (place <= reached) return
      reached = place
      void fetch(`/api/v1/runs/${run}/lessons/${lesson}/place`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ place }), keepalive: true }).catch(() => {})
    }
    const seen = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) keep(Number((target as HTMLElement).dataset.place))
    }, { rootMargin: '0px 0px -60% 0px' })
    for (const section of document.querySelectorAll('[data-place]')) seen.observe(section)
    return () => seen.disconnect()
  }, [])
}
