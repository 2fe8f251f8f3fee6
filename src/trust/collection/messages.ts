import type { Messages } from '#platform/locale.ts'

export const messages = {
  'found-values': { ru: 'Мест в базе данных: {places}. Заполнено значений: {values}.', kk: 'Дерекқордағы орындар: {places}. Толтырылған мәндер: {values}.', en: 'Places in the database: {places}. Values filled in: {values}.' },
  'found-sources': { ru: 'Видов данных: {kinds}. Из других источников: {others}.', kk: 'Дерек түрлері: {kinds}. Басқа көздерден: {others}.', en: 'Kinds of data: {kinds}. From other sources: {others}.' },
  'found-refused': { ru: 'Запрещённых видов данных: {kinds}. Столбцов, где они всё же есть: {filled}.', kk: 'Тыйым салынған дерек түрлері: {kinds}. Олар бәрібір бар бағандар: {filled}.', en: 'Refused kinds of data: {kinds}. Columns that hold them all the same: {filled}.' },
  'found-undeclared': {
    ru: 'Видов данных в базе: {stored}, названо школой: {named}. Заполненных столбцов без названия: {unnamed}.',
    kk: 'Дерекқордағы дерек түрлері: {stored}, мектеп атағаны: {named}. Атаусыз толтырылған бағандар: {unnamed}.',
    en: 'Kinds of data in the database: {stored}, named by the school: {named}. Filled columns that nobody names: {unnamed}.',
  },
} satisfies Messages
