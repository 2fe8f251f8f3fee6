import { speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, Disclosure, Facts, Post, Time, type Here } from '#platform/ui/ui.ts'
import { nameIn } from '../feedback.tsx'
import { lookForm } from '../forms.ts'
import { messages } from '../messages.ts'
import type { Shown } from '../desk/desk-page.tsx'

const languages: Record<string, 'snippet-ru' | 'snippet-kk' | 'snippet-en'> = { ru: 'snippet-ru', kk: 'snippet-kk', en: 'snippet-en' }

/** Folded away and closed: what a review does not need is asked for with a reason, and closes again by itself. */
export function AboutLearner({ shown, here }: { shown: Shown; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  if (shown.covered) return null
  const failed = here.failed?.values.why !== undefined
  return (
    <Disclosure summary={say('about-learner')} open={shown.learner !== undefined || failed} id="about-learner">
      {shown.learner ? <Opened shown={shown} locale={locale} /> : (
        <Post to={`/teach/submissions/${shown.work.id}/learner`}>
          <p>{say('about-learner-lead')}</p>
          <lookForm.Fields here={here} />
          <Actions><Button kind="secondary" icon="eye">{say('open-learner')}</Button></Actions>
        </Post>
      )}
    </Disclosure>
  )
}

function Opened({ shown: { learner, people, work, takes }, locale }: { shown: Shown; locale: Locale }) {
  const say = speaker(messages, locale)
  const { enrolment, completions, until } = learner!
  const test = completions.find(({ kind }) => kind === 'test')
  const language = languages[enrolment?.language ?? '']
  return (
    <>
      <p class="quiet">{say('opened-until')} <Time at={until} as="moment" /></p>
      <Facts items={[
        { name: say('learner-name'), value: nameIn(people, work.person) || say('gone') },
        ...enrolment ? [{ name: say('learner-since'), value: <Time at={enrolment.enrolled_at} /> }] : [],
        ...enrolment?.ends_at ? [{ name: say('learner-until'), value: <Time at={enrolment.ends_at} as="moment" /> }] : [],
        ...language ? [{ name: say('learner-language'), value: say(language) }] : [],
        { name: say('learner-lessons'), value: String(completions.filter(({ kind }) => kind === 'lesson').length) },
        { name: say('learner-test'), value: test ? <Time at={test.at} /> : say('not-yet') },
        { name: say('learner-works'), value: String(takes.length) },
      ]} />
    </>
  )
}
