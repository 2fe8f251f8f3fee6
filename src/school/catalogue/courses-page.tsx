import { speaker } from '#platform/locale.ts'
import { Actions, Button, Disclosure, EmptyState, Grid, Link, Notice, Opening, Pagination, useHere, type Here } from '#platform/ui/ui.ts'
import type { Course } from '#school/courses/courses.ts'
import type { Enrolment } from '#school/enrolment/enrolment.ts'
import { CourseCard, mineIn } from './course-card.tsx'
import { addressWith, counted, filtered, filterNames, lastOf, nearest, pageOf, readFilters, sorts, tells, type FilterName, type Filters, type Shop } from './filters.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import type { showCourses } from './show-catalogue.ts'
import { languageNames } from './words.ts'

type Shown = Revealed<Awaited<ReturnType<typeof showCourses>>>

/** The catalogue: few filters, each in the address and with its count; the total is never hidden. */
export function CoursesPage({ shown: { courses, mine, from }, here }: { shown: Shown; here: Here }) {
  const say = speaker(messages, here.locale)
  const shop: Shop = { courses, from, locale: here.locale }
  const filters = readFilters(here.query, shop)
  const found = filtered(filters, shop)
  const { page, pages, shown } = pageOf(found, filters.page)
  // One course needs no finding; whoever came with a question in the address is still told what became of it.
  const choosing = courses.length > 1 || found.length < courses.length
  return (
    <>
      <Opening title={say('courses')} {...choosing && { lead: say('found', { found: found.length, all: courses.length }) }} />
      <div class={choosing ? 'browse' : undefined}>
        {choosing && <FilterList shop={shop} filters={filters} />}
        <div>
          {choosing && <Search filters={filters} />}
          {filters.unknown && <Notice><p>{say('unknown-filter')}</p></Notice>}
          <Chosen filters={filters} />
          {found.length ? <><Cards courses={shown} mine={mine} /><Pagination page={page} pages={pages} to={number => addressWith(filters, { page: String(number) })} /></>
            : courses.length ? <Nothing shop={shop} filters={filters} mine={mine} />
              : <EmptyState title={say('no-courses')}><p>{say('no-courses-hint')}</p></EmptyState>}
        </div>
      </div>
    </>
  )
}

const Cards = ({ courses, mine }: { courses: Course[]; mine: Enrolment[] }) =>
  <Grid>{courses.map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} level={2} />)}</Grid>

/** What was asked for, a way back by one step, and what comes nearest to it. */
function Nothing({ shop, filters, mine }: { shop: Shop; filters: Filters; mine: Enrolment[] }) {
  const say = speaker(messages, shop.locale)
  const asked = [...filters.search ? [filters.search] : [], ...filterNames.flatMap(name => filters[name] ? [valueLabel(name, filters[name], say)] : [])].join(' + ')
  return (
    <>
      <EmptyState title={say('nothing-fits', { asked })} action={<>
        <Button to={addressWith(filters, { [lastOf(filters)]: undefined })}>{say('without-last')}</Button>
        <Button kind="secondary" to="/courses">{say('without-filters')}</Button>
      </>} />
      <h2>{say('nearest')}</h2>
      <Grid>{nearest(filters, shop).map(course => <CourseCard course={course} mine={mineIn(mine, course.slug)} />)}</Grid>
    </>
  )
}

function Search({ filters }: { filters: Filters }) {
  const { locale, prefix } = useHere()
  const say = speaker(messages, locale)
  return (
    <form method="get" action={`${prefix}/courses`} role="search" class="search">
      <div class="field"><label for="search">{say('search')}</label><input id="search" name="search" type="search" value={filters.search} maxlength={100} /></div>
      {filterNames.map(name => filters[name] && <input type="hidden" name={name} value={filters[name]} />)}
      {filters.sort !== 'school' && <input type="hidden" name="sort" value={filters.sort} />}
      <Actions><Button kind="secondary" icon="search">{say('find')}</Button></Actions>
    </form>
  )
}

type Say = ReturnType<typeof speaker<typeof messages>>

function valueLabel(name: FilterName, value: string, say: Say): string {
  if (name === 'language') return languageNames[value as 'ru']
  if (name === 'age') return say('age-from', { from: value })
  if (name === 'certificate') return say('with-certificate')
  return say((name === 'length' ? `length-${value}` : value) as 'beginner')
}

/** What is chosen, each with a way to take it off. */
function Chosen({ filters }: { filters: Filters }) {
  const say = speaker(messages, useHere().locale)
  const chosen = filterNames.filter(name => filters[name])
  if (!chosen.length && !filters.search) return null
  const chip = (what: string, name: FilterName | 'search') =>
    <li><Link to={addressWith(filters, { [name]: undefined })} class="tag plain" aria-label={say('take-off', { what })}>{what} <span aria-hidden="true">×</span></Link></li>
  return (
    <ul class="chosen" aria-label={say('chosen')}>
      {filters.search && chip(filters.search, 'search')}
      {chosen.map(name => chip(valueLabel(name, filters[name]!, say), name))}
      {chosen.length + (filters.search ? 1 : 0) > 1 && <li><Link to="/courses">{say('without-filters')}</Link></li>}
    </ul>
  )
}

function FilterList({ shop, filters }: { shop: Shop; filters: Filters }) {
  const say = speaker(messages, shop.locale)
  const current = (chosen: boolean) => chosen ? { 'aria-current': 'true' as const } : {}
  return (
    <Disclosure summary={say('filters')}>
      {filterNames.filter(name => tells(filters, shop, name)).map(name => ({ name, choices: counted(filters, shop, name) })).filter(({ choices }) => choices.length).map(({ name, choices }) => (
        <nav aria-label={say(`filter-${name}`)} class="filter">
          <p class="over">{say(`filter-${name}`)}</p>
          <ul>{choices.map(({ value, count }) => (
            <li><Link to={addressWith(filters, { [name]: filters[name] === value ? undefined : value })} {...current(filters[name] === value)}>{`${valueLabel(name, value, say)} (${count})`}</Link></li>
          ))}</ul>
        </nav>
      ))}
      <nav aria-label={say('sort')} class="filter">
        <p class="over">{say('sort')}</p>
        <ul>{sorts.map(sort => <li><Link to={addressWith(filters, { sort })} {...current(filters.sort === sort)}>{say(`sort-${sort}`)}</Link></li>)}</ul>
      </nav>
    </Disclosure>
  )
}
