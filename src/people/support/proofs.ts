import type { Messages } from '#platform/locale.ts'

/** What was found when somebody looked. */
export const proofs = {
  'found-form': { ru: 'Открыто без входа: {looked}. Без формы или без темы: {missing}.', kk: 'Кірмей ашылған бет: {looked}. Нысаны не тақырыбы жоғы: {missing}.', en: 'Opened signed out: {looked}. Without the form or a topic: {missing}.' },
  'no-visit': { ru: 'Страницы здесь не открывались.', kk: 'Беттер мұнда ашылған жоқ.', en: 'No pages were opened here.' },
  'found-talks': { ru: 'Открыто без входа: {looked}, без времени на выбор: {missing}. Назначено консультаций: {settled}, не в предложенное время: {outside}.', kk: 'Кірмей ашылған бет: {looked}, таңдайтын уақыты жоғы: {missing}. Белгіленген кеңес: {settled}, ұсынылмаған уақыттағысы: {outside}.', en: 'Opened signed out: {looked}, without times to choose: {missing}. Consultations settled: {settled}, at a time not offered: {outside}.' },
  'found-none-answered': { ru: 'Обращений со сроком: {all}, ждут ответа: {open}, просрочено: {late}. Ответов пока не было.', kk: 'Мерзімі бар сауал: {all}, жауап күткені: {open}, мерзімі өткені: {late}. Әзірге жауап берілген жоқ.', en: 'Enquiries with a term: {all}, waiting: {open}, late: {late}. No answers yet.' },
  'found-pace': {
    ru: 'Ответов: {answered}, в срок {share} %. Половина пришла не позже чем через {median} дн. Ждут ответа: {open}, просрочено: {late}.',
    kk: 'Жауап: {answered}, мерзімінде {share} %. Жартысы {median} күннен кешікпей берілді. Жауап күткені: {open}, мерзімі өткені: {late}.',
    en: 'Answers: {answered}, {share} % in time. Days within which half came: {median}. Waiting: {open}, late: {late}.',
  },
  'found-each': { ru: 'Обращений: {all}. Закрыто без ответа и причины или осталось без срока: {wrong}.', kk: 'Сауал: {all}. Жауапсыз, себепсіз жабылғаны немесе мерзімсіз қалғаны: {wrong}.', en: 'Enquiries: {all}. Closed without answer or reason, or left without a term: {wrong}.' },
  'found-history': { ru: 'Обращений: {all}, сообщений в них: {words}. Без сообщений: {empty}.', kk: 'Сауал: {all}, ондағы хабар: {words}. Хабарсызы: {empty}.', en: 'Enquiries: {all}, messages in them: {words}. Without a message: {empty}.' },
  'found-mail': { ru: 'Обращений из писем: {all}. Без самого письма: {wrong}.', kk: 'Хаттан ашылған сауал: {all}. Хаты жоғы: {wrong}.', en: 'Enquiries that came by letter: {all}. Without the letter: {wrong}.' },
  'found-by-letter': { ru: 'Письмо пройдено до ответа: проверено {looked}, не так: {wrong}.', kk: 'Хат жауапқа дейін жүргізілді: тексерілгені {looked}, қатесі {wrong}.', en: 'A letter was walked to its answer: {looked} checked, {wrong} wrong.' },
  'found-visitor': { ru: 'Путь человека без учётной записи пройден, шагов: {all}; не вышло: {wrong}.', kk: 'Тіркелгісі жоқ адамның жолы өтілді, қадам саны: {all}; орындалмағаны: {wrong}.', en: 'Walked as somebody without an account, steps: {all}; failed: {wrong}.' },
  'kept-for': { ru: 'Обращений: {all}. Старше срока: {late}.', kk: 'Сауал: {all}. Мерзімінен асқаны: {late}.', en: 'Enquiries: {all}. Past their time: {late}.' },
} satisfies Messages
