import { speaker } from '#platform/locale.ts'
import { Actions, Button, Grid, Link, Notice, useHere } from '#platform/ui/ui.ts'
import type { Course } from '#school/courses/courses.ts'
import { CourseCard } from './course-card.tsx'
import { lengths } from './filters.ts'
import { levels, readAnswers, suggestions, type Answers, type Suggested } from './first-choice.ts'
import { messages } from './messages.ts'
import { howLong } from './words.ts'

/** For whoever has chosen nothing yet: two questions, three courses and why, or straight to the catalogue. The answers stand in the address alone. */
export function FirstChoice({ courses }: { courses: Course[] }) {
  const { locale, query, prefix } = useHere()
  const say = speaker(messages, locale)
  const answers = readAnswers(query)
  const asked = query.level !== undefined || query.length !== undefined || query.choose !== undefined
  return (
    <section class="first-choice">
      {answers && <Found found={suggestions(courses, answers, locale)} answers={answers} />}
      <form method="get" action={`${prefix}/me`}>
        <h2>{say(answers ? 'choose-again' : 'choose-first')}</h2>
        <p>{say('choose-kept')}</p>
        {asked && !answers && <Notice kind="bad" focus title={say('choose-both')} />}
        <Question name="level" words={say('ask-level')} options={levels.map(value => ({ value, words: say(`ask-level-${value}`) }))} chosen={query.level} />
        <Question name="length" words={say('ask-length')} options={lengths.map(value => ({ value, words: say(`ask-length-${value}`) }))} chosen={query.length} />
        <Actions><Button name="choose" value="on" kind={answers ? 'secondary' : 'primary'}>{say('choose-show')}</Button><Button to="/courses" kind="quiet">{say('choose-skip')}</Button></Actions>
      </form>
    </section>
  )
}

const Question = ({ name, words, options, chosen }: { name: string; words: string; options: { value: string; words: string }[]; chosen: string | undefined }) => (
  <fieldset class="field">
    <legend>{words}</legend>
    {options.map(option => <label class="choice"><input type="radio" name={name} value={option.value} checked={option.value === chosen} /><span>{option.words}</span></label>)}
  </fieldset>
)

function Found({ found, answers }: { found: Suggested[]; answers: Answers }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  return (
    <div id="suggested">
      <h2>{say(found.length ? 'suggested' : 'nothing-open')}</h2>
      <Grid>{found.map(({ course, why }) => (
        <div class="suggested">
          <CourseCard course={course} mine={undefined} />
          <p class="why-this">{say('why-this')}</p>
          <ul>
            {why.map(each => <li>{say(`why-${each}`, { level: say(course.about.level), time: howLong(course.minutes, locale) })}</li>)}
            {!why.includes('length') && <li>{say('why-other-length', { time: howLong(course.minutes, locale), wanted: say(`ask-length-${answers.length}`) })}</li>}
            {!why.some(each => each.startsWith('level')) && <li>{say('why-other-level', { level: say(course.about.level) })}</li>}
          </ul>
        </div>
      ))}</Grid>
      <p><Link to="/courses">{say('all-courses')}</Link></p>
    </div>
  )
}
