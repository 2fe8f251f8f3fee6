import type { Messages } from '#platform/locale.ts'

/** What both sides read about a talk by appointment. */
export const consultationMessages = {
  'wished': { ru: 'Удобное время консультации', kk: 'Кеңес алуға ыңғайлы уақыт', en: 'Time that suits you for a consultation' },
  'wished-hint': { ru: 'Нужно только для консультации. Школа подтвердит это время или предложит другое.', kk: 'Тек кеңес үшін керек. Мектеп осы уақытты растайды немесе басқасын ұсынады.', en: 'Needed for a consultation only. The school confirms this time or offers another.' },
  'wished-at': { ru: 'Удобное время', kk: 'Ыңғайлы уақыт', en: 'Time that suits' },
  'settled': { ru: 'Время консультации', kk: 'Кеңес уақыты', en: 'Time of the consultation' },
  'settled-hint': { ru: 'Выбранное время увидят обе стороны. Занятых в списке нет.', kk: 'Таңдалған уақытты екі жақ та көреді. Бос емес уақыттар тізімде жоқ.', en: 'Both sides see the time you choose. Times that are taken are not in the list.' },
  'settled-not': { ru: 'ещё не подтверждено', kk: 'әлі расталмаған', en: 'not confirmed yet' },
  'settled-words': { ru: 'Подтверждаем время консультации.', kk: 'Кеңес уақытын растаймыз.', en: 'We confirm the time of the consultation.' },
  'needs-time': { ru: 'выберите время, удобное для консультации', kk: 'кеңеске ыңғайлы уақытты таңдаңыз', en: 'choose a time that suits you for the consultation' },
  'no-such-time': { ru: 'это время больше не предлагается, выберите другое', kk: 'бұл уақыт енді ұсынылмайды, басқасын таңдаңыз', en: 'this time is no longer offered, choose another' },
  'time-taken': { ru: 'на это время уже назначена другая консультация', kk: 'бұл уақытқа басқа кеңес белгіленген', en: 'another consultation stands at this time' },
} satisfies Messages

export const weekdays = {
  monday: { ru: 'понедельник', kk: 'дүйсенбі', en: 'Monday' },
  tuesday: { ru: 'вторник', kk: 'сейсенбі', en: 'Tuesday' },
  wednesday: { ru: 'среда', kk: 'сәрсенбі', en: 'Wednesday' },
  thursday: { ru: 'четверг', kk: 'бейсенбі', en: 'Thursday' },
  friday: { ru: 'пятница', kk: 'жұма', en: 'Friday' },
  saturday: { ru: 'суббота', kk: 'сенбі', en: 'Saturday' },
  sunday: { ru: 'воскресенье', kk: 'жексенбі', en: 'Sunday' },
} satisfies Messages
