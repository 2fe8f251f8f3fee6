import type { Locale, Text } from '#platform/locale.ts'

const named = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })

/** What the gate lets out, as people call it. */
const names: Record<string, Text> = {
  'to': named('адрес получателя', 'алушының мекенжайы', 'address of the recipient'),
  'subject': named('тема письма', 'хат тақырыбы', 'subject of the letter'),
  'text': named('текст письма', 'хат мәтіні', 'text of the letter'),
  'html': named('оформленный текст письма', 'хаттың безендірілген мәтіні', 'styled text of the letter'),
  'sealed-file': named('файл в зашифрованном виде', 'шифрланған файл', 'file, encrypted'),
  'file': named('файл', 'файл', 'file'),
  'name': named('имя', 'аты', 'name'),
  'email': named('адрес электронной почты', 'электрондық пошта', 'e-mail address'),
  'phone': named('телефон', 'телефон', 'telephone'),
  'hour': named('час посещения', 'келу сағаты', 'hour of the visit'),
  'page': named('страница', 'бет', 'page'),
  'language': named('язык страницы', 'беттің тілі', 'language of the page'),
  'views': named('сколько раз её открыли', 'қанша рет ашылғаны', 'how often it was opened'),
  'amount': named('сумма', 'сома', 'amount'),
  'currency': named('валюта', 'валюта', 'currency'),
}

/** A field that a school has named by itself keeps that name. */
export const fieldsInWords = (fields: readonly string[], locale: Locale): string => fields.map(field => names[field]?.[locale] ?? field).join(', ')
