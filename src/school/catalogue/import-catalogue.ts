import type { Context } from '#trust/audit/audit.ts'
import type { SchoolFolder } from '#school/courses/courses.ts'

/** Trajectories and the page about the school, as their files say it now. */
export async function importCatalogue({ db }: Pick<Context, 'db'>, { trajectories, about }: Pick<SchoolFolder, 'trajectories' | 'about'>): Promise<void> {
  await db.deleteFrom('catalogue.trajectories').execute()
  if (trajectories.length) await db.insertInto('catalogue.trajectories').values(trajectories.map(({ slug, stages, ...words }, position) =>
    ({ slug, position, about: JSON.stringify(words), steps: JSON.stringify(stages) }))).execute()
  const page = { title: JSON.stringify(about.title), body: JSON.stringify(about.body) }
  await db.insertInto('catalogue.pages').values({ slug: 'about', ...page }).onConflict(clash => clash.columns(['site', 'slug']).doUpdateSet(page)).execute()
}
