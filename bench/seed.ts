// Fills the school in a process of its own: what that takes in memory is no part of what is measured.
import { writeFileSync } from 'node:fs'
import { systemContext } from '../src/site.ts'
import { fillSchool } from './fill-school.ts'
import { note, openSchool } from './school.ts'

const begun = performance.now()
const [learners, courses] = [Number(process.env.BENCH_LEARNERS ?? 20_000), Number(process.env.BENCH_COURSES ?? 50)]
console.log(`seeding ${learners} learners and ${courses} courses …`)
const { databases, ground, site } = await openSchool()
writeFileSync(note, JSON.stringify(await fillSchool(systemContext(ground, site, new Date()), databases, { learners, courses })))
console.log(`seeded in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
process.exit(0)
