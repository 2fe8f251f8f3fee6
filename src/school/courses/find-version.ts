import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { inEveryLanguage, type Locale, type Text } from '#platform/locale.ts'
import { bytesOf } from './media.ts'
import type { About, CheckHere, SampleKept, VideoKept } from './import-courses.ts'
import type { Block, Figure, SampleWork, Video } from './format/format.ts'

/** What is kept here of one version of a course. Its test, its assignment and the answers to its checks are kept by their own modules. */
export type KeptVersion = { course: string; slug: string; about: About; samples: SampleWork[]; cover: string | null; videos: Video[]; modules: { slug: string; title: Text; lessons: KeptLesson[] }[]; figures: Figure[] }
type KeptLesson = { slug: string; title: Text; minutes: number; free: boolean; body: Record<Locale, Block[]>; checks: CheckHere[] }

/** Which versions of a course there are, by its name in the address, and whether `person` teaches one of its runs. */
export async function versionsOf(db: Database, slug: string, person: string | null) {
  return db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
    .select(['courses.courses.id', 'courses.courses.slug', 'courses.pointers.draft', 'courses.pointers.published',
      sql<number | null>`(select number from courses.versions where id = courses.pointers.draft)`.as('draft_number'),
      sql<number | null>`(select number from courses.versions where id = courses.pointers.published)`.as('published_number'),
      sql<boolean>`exists (select from courses.runs r join courses.teachers t on t.run = r.id where r.course = courses.courses.id and t.person = ${person})`.as('taught')])
    .where('courses.courses.slug', '=', slug).executeTakeFirst()
}

export async function versionKept(db: Database, version: string): Promise<KeptVersion | undefined> {
  const [about, modules, lessons, texts] = await Promise.all([
    db.selectFrom('courses.versions').innerJoin('courses.courses', 'courses.courses.id', 'courses.versions.course')
      .select(['courses.courses.id as course', 'courses.courses.slug', sql<About>`courses.versions.about`.as('about'), sql<SampleKept[]>`courses.versions.samples`.as('samples'), sql<Figure | null>`courses.versions.cover`.as('cover')]).where('courses.versions.id', '=', version).executeTakeFirst(),
    db.selectFrom('courses.modules').select(['id', 'slug', sql<Text>`title`.as('title')]).where('version', '=', version).orderBy('position').execute(),
    db.selectFrom('courses.lessons').select(['id', 'module', 'slug', 'minutes', 'free', sql<Text>`title`.as('title'), sql<Figure[]>`figures`.as('figures'), sql<CheckHere[]>`checks`.as('checks'), sql<VideoKept[]>`videos`.as('videos')])
      .where('version', '=', version).orderBy('position').execute(),
    db.selectFrom('courses.lesson_texts').innerJoin('courses.lessons', 'courses.lessons.id', 'courses.lesson_texts.lesson')
      .select(['lesson', 'language', sql<Block[]>`blocks`.as('blocks')]).where('courses.lessons.version', '=', version).execute(),
  ])
  if (!about) return undefined
  const bodyOf = (lesson: string) => inEveryLanguage(locale => texts.find(text => text.lesson === lesson && text.language === locale)!.blocks)
  const videos = new Map(lessons.flatMap(lesson => lesson.videos).map(video => [video.name, video]))
  const bytes = await bytesOf(db, [...videos.values()].flatMap(({ media, poster }) => [media, poster]))
  const figures = new Map([...[...lessons, ...about.samples].flatMap(each => each.figures), ...about.cover ? [about.cover] : []].map(figure => [figure.name, figure]))
  return {
    ...about, cover: about.cover?.name ?? null, samples: about.samples.map(({ figures: _, ...sample }) => sample), figures: [...figures.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    videos: [...videos.values()].sort((one, other) => (one.name < other.name ? -1 : 1)).map(({ media, poster, size: _, ...video }) => ({ ...video, bytes: bytes.get(media)!, poster: bytes.get(poster)! })),
    modules: modules.map(({ id, slug, title }) => ({
      slug, title, lessons: lessons.filter(({ module }) => module === id).map(({ id, slug, title, minutes, free, checks }) => ({ slug, title, minutes, free, checks, body: bodyOf(id) })),
    })),
  }
}
