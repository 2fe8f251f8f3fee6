// The main job in a real browser, as people walk it, in every school, with script and without in turn. The long tests walk each the other way.
import { walkThrough } from './five-schools.ts'

await walkThrough(index => index % 2 === 0)
