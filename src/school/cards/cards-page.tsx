import { amount, speaker, type Locale } from '#platform/locale.ts'
import { Island } from '#platform/islands/island.tsx'
import { Actions, Button, Crumbs, DataTable, Disclosure, EmptyState, Icon, Link, Notice, Opening, Post, Reading, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { askedHere, fieldLabels, rightInWords } from '#school/assessment/assessment.ts'
import { asLocale } from '#school/enrolment/enrolment.ts'
import type { CardsShown } from './find-cards.ts'
import { cardForm } from './forms.ts'
import { CardKeys } from './islands/card-keys.tsx'
import { messages } from './messages.ts'
import { minutesFor, ratings } from './schedule.ts'

type Card = NonNullable<CardsShown['card']>

/** One card at a time. Nothing here counts what was let be. */
export function CardsPage({ shown, here }: { shown: CardsShown; here: Here }) {
  const say = speaker(messages, here.locale)
  const { isOn, all, due, card } = shown
  return (
    <Reading>
      <Crumbs label={say('to-learning')} items={[{ to: '/me', label: say('to-learning') }]} />
      <Opening title={say('title')} lead={card ? say('left', { count: due, time: amount(minutesFor(due), 'minute')[here.locale] }) : say('lead')} />
      {!isOn && <Off known={shown.known} />}
      {isOn && all.length === 0 && <EmptyState title={say('empty')} action={<Button to="/me">{say('to-learning')}</Button>}><p>{say('empty-hint')}</p></EmptyState>}
      {card && <OneCard card={card} />}
      {isOn && all.length > 0 && !card && (
        <EmptyState title={say('none-due')} action={<Button to="/me">{say('to-learning')}</Button>}><p>{say('next-on')} <Day day={all[0]!.due} /></p></EmptyState>
      )}
      {isOn && <Plan all={all} />}
      {isOn && <Disclosure summary={say('settings')}><Settings /></Disclosure>}
    </Reading>
  )
}

function Off({ known }: { known: boolean }) {
  const say = speaker(messages, useHere().locale)
  return (
    <>
      <Notice title={say('off-title')}><p>{say('off-how')}</p><p>{say('off-kept')}</p></Notice>
      <Post to="/me/cards/on"><Actions><Button>{say('turn-on')}</Button></Actions></Post>
      {known && <Clear />}
    </>
  )
}

function Settings() {
  const say = speaker(messages, useHere().locale)
  return <><Post to="/me/cards/off"><Actions><Button kind="secondary">{say('turn-off')}</Button></Actions></Post><Clear /></>
}

function Clear() {
  const say = speaker(messages, useHere().locale)
  return <Post to="/me/cards/clear"><p class="hint">{say('clear-hint')}</p><Actions><Button kind="quiet" icon="trash-2">{say('clear')}</Button></Actions></Post>
}

/** The question, and behind it the answer, which its reader has seen in the lesson. It opens without script. */
function OneCard({ card }: { card: Card }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const language = asLocale(card.language)
  return (
    <section class="card review-card" aria-labelledby="asked">
      <div lang={language === locale ? undefined : language}><h2 id="asked" class="title">{card.text[language]}</h2><Asked card={card} language={language} /></div>
      <details>
        {/* The focus goes from card to card, so that hands stay where they are. */}
        <summary class="button" autofocus><Icon name="eye" /><span>{say('show-answer')}</span></summary>
        <div class="answer" lang={language === locale ? undefined : language}>
          <p class="over" lang={locale}>{say('right-answer')}</p>
          {rightInWords(card.asked, card.key, language).map(line => <p class="asked">{line}</p>)}
          <p>{card.key.explanation[language]}</p>
          <p><Link to={`/learn/${card.run}/${card.lesson.slug}#check-${card.question}`}>{messages['to-lesson'][language].replace('{lesson}', card.lesson.title[language])}</Link></p>
        </div>
        <Post to="/me/cards/answer" aria-label={say('how-was-it')}>
          <cardForm.Fields values={{ question: card.question }} />
          <p class="asked">{say('how-was-it')}</p>
          <div class="ratings">{ratings.map(rating => (
            <Button kind="secondary" name="rating" value={String(rating)}>
              {say(`rating-${rating}`)}<small>{say('comes-in', { time: amount(card.after[rating].days, 'day')[locale] })} · <Day day={card.after[rating].due} short /></small>
            </Button>
          ))}</div>
        </Post>
        <Island of={CardKeys} says={say('keys')} />
      </details>
      <p class="hint">{say('think-first')}</p>
    </section>
  )
}

/** What there is to choose from, in an order that says nothing. */
function Asked({ card: { question, asked }, language }: { card: Card; language: Locale }) {
  const here = askedHere(question, asked, language, parseInt(question.slice(-6), 16), fieldLabels(language))
  const lists = here.type === 'single' || here.type === 'multiple' ? [here.options] : here.type === 'matching' ? [here.items, here.options] : here.type === 'ordering' ? [here.shown] : []
  return <>{lists.map(list => <ul>{list.map(({ text }) => <li>{text}</li>)}</ul>)}</>
}

function Plan({ all }: { all: CardsShown['all'] }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (!all.length) return null
  return (
    <Disclosure summary={say('plan')}>
      <DataTable caption={say('plan')} rows={all} columns={[
        { head: say('question'), cell: ({ text }) => text[locale] },
        { head: say('lesson'), cell: ({ run, lesson }) => <Link to={`/learn/${run}/${lesson.slug}`}>{lesson.title[locale]}</Link> },
        { head: say('due'), cell: ({ due }) => <Day day={due} /> },
        { head: say('interval'), cell: ({ days }) => amount(days, 'day')[locale] },
      ]} />
    </Disclosure>
  )
}

/** A date of the school. Its noon is that date for every reader of ours. */
export function Day({ day, short }: { day: string; short?: boolean }) {
  const { school } = useHere()
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: school.zone ?? 'Asia/Almaty', plainTime: '12:00' })
  return <Time at={new Date(noon.epochMilliseconds)} as={short ? 'day' : 'date'} />
}
