import { frontOf, useHere, type Front, type Html } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { DeskFront } from './fronts/desk-front.tsx'
import { NotesFront } from './fronts/notes-front.tsx'
import { PicturesFront } from './fronts/pictures-front.tsx'
import { PlainFront } from './fronts/plain-front.tsx'
import { RouteFront } from './fronts/route-front.tsx'
import { ShelvesFront } from './fronts/shelves-front.tsx'
import type { showHome } from './show-catalogue.ts'

export type Home = Revealed<Awaited<ReturnType<typeof showHome>>>

const fronts: Record<Front, (shown: { home: Home }) => Html> = { plain: PlainFront, route: RouteFront, pictures: PicturesFront, desk: DeskFront, shelves: ShelvesFront, notes: NotesFront }

/** What this school teaches and what it promises, laid out as its look has it. */
export function HomePage({ home }: { home: Home }) {
  const Front = fronts[frontOf(useHere().school.theme)]
  return <Front home={home} />
}
