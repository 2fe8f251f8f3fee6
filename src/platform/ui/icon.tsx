import { readFileSync } from 'node:fs'
import { Html } from './jsx-runtime.ts'

/** The drawings in use, from Lucide. A name that is not here does not compile. */
const names = [
  'arrow-left', 'arrow-right', 'archive', 'award', 'ban', 'bell', 'book-open', 'briefcase', 'calendar', 'camera', 'check', 'chevron-down', 'chevron-left', 'chevron-right',
  'chevron-up', 'circle', 'circle-alert', 'circle-check', 'circle-dot', 'circle-help', 'circle-user-round', 'clipboard-check', 'clock', 'code', 'compass', 'copy', 'download', 'external-link', 'eye',
  'eye-off', 'file-text', 'flag', 'folder', 'gauge', 'globe', 'hand', 'history', 'house', 'image', 'inbox', 'info', 'key-round', 'languages', 'layers', 'lightbulb', 'list-checks',
  'lock', 'log-out', 'mail', 'map', 'map-pin', 'menu', 'message-square', 'minus', 'pause', 'pencil', 'phone', 'play', 'plus', 'printer', 'refresh-cw', 'route', 'scale', 'search',
  'send', 'settings', 'share-2', 'shield', 'shield-check', 'star', 'trash-2', 'triangle-alert', 'undo-2', 'upload', 'user', 'user-plus', 'users', 'x',
] as const
export type IconName = (typeof names)[number]

const folder = new URL('../../../node_modules/lucide-static/icons/', import.meta.url)
const drawings = Object.fromEntries(names.map(name => [name, drawing(readFileSync(new URL(`${name}.svg`, folder), 'utf8'))]))

function drawing(svg: string) {
  const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '').replace(/\s*\n\s*/g, '')
  return <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">{new Html(inside)}</svg>
}

/** A small drawing beside a word. It says nothing by itself: the word does. */
export const Icon = ({ name }: { name: IconName }) => drawings[name]!
