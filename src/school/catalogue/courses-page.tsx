import { speaker } from '#platform/locale.ts'
import { Actions, Button, Disclosure, EmptyState, Grid, Link, Opening, useHere, type Here } from '#platform/ui/ui.ts'
import { CourseCard, mineIn } from './course-card.tsx'
import { addressWith, counted, filtered, lengths, levels, nearest, readFilters, type FilterName, type Filters } from './filters.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import type { showCourses } from './show-catalogue.ts'
import { languageNames } from './words.ts'

type Shown = Revealed<Awaited<ReturnType<typeof showCourses>>>

/** The catalogue: few filters, each in the address and with its count; the total is never hidden. */
export function CoursesPage({ shown: { courses, mine }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const filters = readFilters(here.query)
  const found = filtered(courses, filters, here.locale)
  return (
    <>
      <Opening title={say('courses')} lead={say('found', { found: found.length, all: courses.length })} />
      <div class="browse">
        <FilterList shown={courses} filters={filters} />
        <div>
        <Search filters={filters} />
        <Chosen filters={filters} />
        {found.length
          ? <Grid>{found.map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} level={2} />)}</Grid>
          : courses.length
            ? <EmptyState title={say('nothing-fits', { asked: asked(filters, say) })} action={<><Button to={withoutLast(filters)}>{say('without-last')}</Button><Button kind="secondary" to="/courses">{say('without-filters')}</Button></>}>
                <p>{say('nearest')}</p><Grid>{nearest(courses, filters, here.locale).map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} level={2} />)}</Grid>
              </EmptyState>
            : <EmptyState title={say('no-courses')}><p>{say('no-courses-hint')}</p></EmptyState>}
        </div>
      </div>
    </>
  )
}

function Search({ filters }: { filters: Filters }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  const hidden = (['level', 'language', 'length'] as const).filter(name => filters[name])
  return (
    <form method="get" action={`${prefix}/courses`} role="search" class="search">
      <div class="field"><label for="search">{say('search')}</label><input id="search" name="search" type="search" value={filters.search} maxlength={100} /></div>
      {hidden.map(name => <input type="hidden" name={name} value={filters[name]} />)}
      <Actions><Button kind="secondary" icon="search">{say('find')}</Button></Actions>
    </form>
  )
}

const valueLabel = (name: FilterName, value: string, say: ReturnType<typeof speaker<typeof messages>>) =>
  name === 'language' ? languageNames[value as 'ru'] : say((name === 'length' ? `length-${value}` : value) as 'beginner')

/** What was asked for, in words. */
const asked = (filters: Filters, say: ReturnType<typeof speaker<typeof messages>>) =>
  [...filters.search ? [filters.search] : [], ...(['level', 'language', 'length'] as const).flatMap(name => filters[name] ? [valueLabel(name, filters[name], say)] : [])].join(' + ')

/** The address without the condition that stands last among those chosen. */
const withoutLast = (filters: Filters) => addressWith(filters, { [(['length', 'language', 'level', 'search'] as const).find(name => filters[name]) ?? 'search']: undefined })

/** What is chosen, each with a way to take it off. */
function Chosen({ filters }: { filters: Filters }) {
  const say = speaker(messages, useHere().locale)
  const chosen = (['level', 'language', 'length'] as const).filter(name => filters[name])
  if (!chosen.length && !filters.search) return null
  return (
    <ul class="chosen" aria-label={say('chosen')}>
      {filters.search && <li><Link to={addressWith(filters, { search: undefined })} class="tag plain">{`${filters.search} ×`}</Link></li>}
      {chosen.map(name => <li><Link to={addressWith(filters, { [name]: undefined })} class="tag plain">{`${valueLabel(name, filters[name]!, say)} ×`}</Link></li>)}
    </ul>
  )
}

function FilterList({ shown, filters }: { shown: Shown['courses']; filters: Filters }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const groups: [FilterName, readonly string[]][] = [['level', levels], ['language', ['kk', 'ru', 'en']], ['length', lengths]]
  return (
    <Disclosure summary={say('filters')}>
      {groups.map(([name, values]) => (
        <nav aria-label={say(`filter-${name}`)} class="filter">
          <p class="over">{say(`filter-${name}`)}</p>
          <ul>{counted(shown, filters, locale, name, values).map(({ value, count }) => (
            <li><Link to={addressWith(filters, { [name]: filters[name] === value ? undefined : value })} {...filters[name] === value ? { 'aria-current': 'true' as const } : {}}>{`${valueLabel(name, value, say)} (${count})`}</Link></li>
          ))}</ul>
        </nav>
      ))}
      <nav aria-label={say('sort')} class="filter">
        <p class="over">{say('sort')}</p>
        <ul>{(['school', 'new', 'short'] as const).map(sort => <li><Link to={addressWith(filters, { sort })} {...filters.sort === sort ? { 'aria-current': 'true' as const } : {}}>{say(`sort-${sort}`)}</Link></li>)}</ul>
      </nav>
    </Disclosure>
  )
}
