// What a page may weigh and how fast it is, by what it is for. Kilobytes on the wire at a first visit; times on a slow phone.
export type Budget = { all: number; script: number; fonts: number; requests: number; /** Milliseconds. */ largest: number; blocked: number }

const light: Budget = { all: 120, script: 15, fonts: 60, requests: 8, largest: 1600, blocked: 50 }
const shop: Budget = { all: 300, script: 40, fonts: 90, requests: 12, largest: 2000, blocked: 100 }
const gallery: Budget = { ...shop, all: 450, largest: 2300 }
const learning: Budget = { all: 250, script: 60, fonts: 110, requests: 12, largest: 2000, blocked: 100 }
const desk: Budget = { all: 400, script: 70, fonts: 110, requests: 12, largest: 2500, blocked: 150 }
const office: Budget = { all: 250, script: 60, fonts: 110, requests: 12, largest: 2000, blocked: 100 }

const byPath: [RegExp, Budget][] = [
  [/^\/(privacy|trust|certificates|sign-in|sign-up|recover|cookies|settings|letter-sent)(\/|$)/, light],
  [/^\/($|courses|trajectories|reviews|about)/, shop],
  [/^\/learn\/[^/]+\/assignment|^\/teach\/submissions/, desk],
  [/^\/(learn|me)(\/|$)/, learning],
]

/** `at` is the pattern of a route. Without pictures a page of a course or a lesson is lighter still. */
export function budgetOf(at: string, { pictures, photographs = false }: { pictures: boolean; photographs?: boolean }): Budget {
  const [, found = office] = byPath.find(([pattern]) => pattern.test(at)) ?? []
  const budget = found === shop && photographs ? gallery : found
  return pictures || (found !== shop && found !== learning) ? budget : { ...budget, all: Math.min(budget.all, 100), requests: Math.min(budget.requests, 8), largest: Math.min(budget.largest, 1800) }
}
