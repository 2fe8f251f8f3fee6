import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { answerCard, clearCards, turnCards, undoAnswer } from './answer-card.ts'
import { CardsPage } from './cards-page.tsx'
import { showCards } from './find-cards.ts'
import { cardForm } from './forms.ts'
import { messages } from './messages.ts'

const place = '/me/cards'

export const routes: Route[] = [
  page(place, { access: 'signed-in', sample: {} }, (ctx: Context) => showCards(ctx, {}),
    (shown, here) => ({ title: messages.title[here.locale], body: <CardsPage shown={shown} here={here} />, undo: here.query.said === 'cards.answered' && shown.isOn ? `${place}/undo` : undefined })),
  action(`${place}/on`, { access: 'learner', on: place, sample: {} }, async (ctx: Context) => {
    await turnCards(ctx, { on: true })
    return { to: place, said: 'cards.turned-on' }
  }),
  action(`${place}/off`, { access: 'learner', on: place, sample: {} }, async (ctx: Context) => {
    await turnCards(ctx, { on: false })
    return { to: place, said: 'cards.turned-off' }
  }),
  action(`${place}/clear`, { access: 'learner', on: place, sample: {} }, async (ctx: Context) => {
    await clearCards(ctx, {})
    return { to: place, said: 'cards.cleared' }
  }),
  action(`${place}/answer`, { access: 'learner', on: place, form: cardForm, sample: { body: { question: '$card', rating: '3' } } }, async (ctx: Context, input: { question: string; rating: number }) => {
    await answerCard(ctx, input)
    return { to: place, said: 'cards.answered' }
  }),
  action(`${place}/undo`, { access: 'learner', on: place, sample: {} }, async (ctx: Context) => {
    await undoAnswer(ctx, {})
    return { to: place, said: 'cards.undone' }
  }),
]
