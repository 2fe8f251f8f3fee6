import type { Messages } from '#platform/locale.ts'
import { pageMessages } from './page-messages.ts'
import { versionsMessages } from './versions-messages.ts'

export const messages = {
  ...pageMessages,
  ...versionsMessages,
  'no-change': { ru: 'Смысл политики не изменился: новой редакции не нужно.', kk: 'Саясаттың мағынасы өзгерген жоқ: жаңа редакция қажет емес.', en: 'The policy still means the same: no new version is needed.' },
  'reason-needed': {
    ru: 'Укажите, почему меняется политика (operation, law или functions) и что именно меняется.',
    kk: 'Саясаттың неліктен өзгеретінін (operation, law немесе functions) және нақты не өзгеретінін көрсетіңіз.',
    en: 'Say why the policy changes (operation, law or functions) and what changes.',
  },
  'too-soon': {
    ru: 'Дата слишком близко: о таком изменении школа обещала предупреждать раньше.',
    kk: 'Күні тым жақын: мектеп мұндай өзгеріс туралы ертерек ескертуге уәде берген.',
    en: 'The date is too near: the school promised to tell of such a change earlier.',
  },
  'other-version': {
    ru: 'Пока вы заполняли форму, политика изменилась. Прочитайте, пожалуйста, действующую редакцию и отправьте форму снова.',
    kk: 'Сіз нысанды толтырғанша саясат өзгерді. Қолданыстағы редакцияны оқып, нысанды қайта жіберіңіз.',
    en: 'The policy changed while you filled in the form. Please read the version in force and send the form again.',
  },
  'found-changes': {
    ru: 'Изменений политики: {changes}. Доставлено писем: {letters}. Опозданий: {late}.',
    kk: 'Саясат өзгерістері: {changes}. Жеткізілген хаттар: {letters}. Кешіккендері: {late}.',
    en: 'Policy changes: {changes}. Letters delivered: {letters}. Late: {late}.',
  },
  'found-acceptances': {
    ru: 'Записей о согласии с политикой: {all}, из них с действующей редакцией: {current}. Людей без записи: {without}.',
    kk: 'Саясатпен келісу жазбалары: {all}, оның ішінде қолданыстағы редакциямен: {current}. Жазбасы жоқ адамдар: {without}.',
    en: 'Records of agreement with the policy: {all}, of these with the version in force: {current}. People without one: {without}.',
  },
  'coming-bar': { ru: 'С {date} меняется политика: {summary}', kk: '{date} бастап саясат өзгереді: {summary}', en: 'From {date} the policy changes: {summary}' },
  'found-page': { ru: 'Открыто страниц: {looked}. Не хватает: {missing}.', kk: 'Ашылған беттер: {looked}. Жетіспейтіні: {missing}.', en: 'Pages opened: {looked}. Missing on them: {missing}.' },
  'no-visit': { ru: 'Страницу пока нечем открыть.', kk: 'Бетті ашатын құрал әзірге жоқ.', en: 'There is nothing to open the page with yet.' },
  'found-manifest': { ru: 'Видов данных в базе: {stored}, из них названо: {named}. Названо и не хранится: {idle}. Неназванных с данными: {unnamed}.', kk: 'Дерекқордағы дерек түрлері: {stored}, оның ішінде аталғаны: {named}. Аталған, бірақ сақталмайтыны: {idle}. Аталмаған, бірақ дерегі бары: {unnamed}.', en: 'Kinds of data in the database: {stored}, of these named: {named}. Named and not stored: {idle}. Not named and filled: {unnamed}.' },
  'found-list': { ru: 'Проверено записей: {looked}. С нарушением: {wrong}.', kk: 'Тексерілген жазба: {looked}. Бұзушылықпен: {wrong}.', en: 'Entries checked: {looked}. In breach: {wrong}.' },
} satisfies Messages
