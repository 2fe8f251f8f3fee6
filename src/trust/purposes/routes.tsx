import { api, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { Probe, probePurpose, showPurposes } from './probe.ts'

export const routes: Route[] = [
  api('GET', '/api/v1/purposes', {
    access: 'everyone', sample: {},
    does: { ru: 'Цели школы: для чего, какие данные и какие функции.', kk: 'Мектептің мақсаттары: не үшін, қандай деректер және қандай функциялар.', en: 'The purposes of the school: what for, which data and which functions.' },
  }, (ctx: Context) => showPurposes(ctx, {})),
  api('POST', '/api/v1/purposes/probe', {
    access: ['privacy-officer', 'operator'], takes: Probe, sample: { json: { purpose: 'learning', category: 'learning.progress' } },
    does: { ru: 'Проверяет, можно ли читать такие данные для такой цели. Вопрос и ответ попадают в журнал.', kk: 'Мұндай деректерді мұндай мақсатпен оқуға бола ма, соны тексереді. Сұрақ пен жауап журналға түседі.', en: 'Tries whether such data may be read for such a purpose. Question and answer go into the log.' },
  }, (ctx: Context, input) => probePurpose(ctx, input)),
]
