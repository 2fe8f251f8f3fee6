// A course with an assignment, somebody who teaches it and somebody who learns in it.
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { assignTeacher, importCourses, readCourseFolder, type Assignment, type CourseFolder } from '#school/courses/courses.ts'
import { enrol } from '#school/enrolment/enrolment.ts'
import { importAssignment, listWorks, submitWork } from '#school/assignments/assignments.ts'
import type { Member, School } from './fixtures.ts'
import { smallCourse } from './small-course.ts'
import { courseOf } from './taught.ts'

const small = readCourseFolder(smallCourse())
const said = (text: string) => ({ ru: text, kk: text, en: text })
const level = (points: number) => ({ points, text: said(`Уровень ${points}`) })

/** Two criteria, six points; four are needed. */
export const criteria = [
  { id: 'light', title: said('Свет'), levels: [level(0), level(2), level(4)] },
  { id: 'words', title: said('Слова'), levels: [level(0), level(2)] },
]

/** A course with this kind of assignment, which is all it takes to complete it. */
export const courseWithAssignment = (slug: string, kind: Assignment['kind'], more: Partial<Assignment> = {}) =>
  courseOf({ slug, modules: [1], completion: { lessons: 1, test: false, assignment: true }, more: { assignment: { ...small.assignment, title: said('Моё задание'), kind, attempts: 3, pass: 60, criteria, ...more } } })

/** Brings more courses in, and leaves what else the school has as it is. */
export const teachMore = (here: School, courses: CourseFolder[]) => here.inside(ctx => importCourses(ctx, courses, { halves: async () => [], parts: [importAssignment] }))

export type Classroom = { run: string; course: string; teacher: Member; learner: Member; another: () => Promise<Member> }

/** Brings a course with this kind of assignment into the school, with a teacher and a learner. */
export async function classroom(here: School, kind: Assignment['kind'] = 'text', more: Partial<Assignment> = {}): Promise<Classroom> {
  const slug = `course-${randomBytes(4).toString('hex')}`
  await teachMore(here, [courseWithAssignment(slug, kind, more)])
  const another = async () => {
    const learner = await here.learner()
    await enrol(learner.ctx, { course: slug })
    return learner
  }
  const learner = await here.learner()
  const { run } = await enrol(learner.ctx, { course: slug })
  const [teacher, operator] = await Promise.all([here.staff('teacher'), here.staff('operator')])
  await assignTeacher(operator.ctx, { run, person: teacher.id })
  return { run, course: slug, teacher, learner, another }
}

/** A written work, sent; the id is that of the work. */
export async function sentWork({ run, learner }: Pick<Classroom, 'run' | 'learner'>, words = 'Первая строка\nВторая строка\nТретья строка'): Promise<{ work: string; take: string }> {
  return submitWork(learner.ctx, { run, words })
}

export const worksSeenBy = async (teacher: Member, filter = 'waiting') => (await listWorks(teacher.ctx, { filter })).works.map(({ id }) => id)

const noise = (width: number, height: number) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

/** A photo that tells where, with what and by whom it was taken. */
export const tellingPhoto = (model = 'Z 6') => noise(320, 200).withExif({
  IFD0: { Make: 'Nikon', Model: model, Artist: 'Canary Artist' },
  IFD2: { BodySerialNumber: 'CANARY0SERIAL', CameraOwnerName: 'Canary Owner', FNumber: '11/1', ExposureTime: '1/60', ISOSpeedRatings: '100', FocalLength: '24/1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '76/1 56/1 0/1' },
}).jpeg().toBuffer()

/** Sends a form with a file, as a browser without script does. */
export function sendFile(here: School, who: Member, run: string, { file, name = 'снимок.jpg', ...fields }: { file?: Uint8Array; name?: string } & Record<string, string | Uint8Array | undefined>) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) if (typeof value === 'string') form.set(field, value)
  form.set('file', new Blob(file ? [new Uint8Array(file)] : []), file ? name : '')
  return here.request(`/learn/${run}/assignment/file`, { method: 'POST', as: who, body: form, headers: { origin: here.address.origin } })
}
