/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'

/** Sees that a video or a recording does not play, says so and opens its words. Without script the words and the file are there all the same. */
export function PlayWatch({ id }: { id: string }) {
  useEffect(() => {
    const player = document.getElementById(id) as HTMLMediaElement | null
    const said = document.getElementById(`${id}-failed`)
    const words = document.getElementById(`${id}-words`) as HTMLDetailsElement | null
    if (!player || !said) return
    const show = (failed: boolean) => {
      said.hidden = !failed
      if (failed && words) words.open = true
    }
    const sources = [...player.querySelectorAll('source')]
    // The player itself fails in the middle; a source that cannot be fetched or read says so on its own.
    const atEnd = (event: Event) => { if (event.currentTarget === player || event.currentTarget === sources.at(-1)) show(true) }
    const playing = () => show(false)
    for (const each of [player, ...sources]) each.addEventListener('error', atEnd)
    player.addEventListener('playing', playing)
    return () => {
      for (const each of [player, ...sources]) each.removeEventListener('error', atEnd)
      player.removeEventListener('playing', playing)
    }
  }, [])
  return null
}
