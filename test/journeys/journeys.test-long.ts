// The main job in every school once more: those that were walked with script without it, and the others with it.
import { walkThrough } from './five-schools.ts'

await walkThrough(index => index % 2 === 1)
