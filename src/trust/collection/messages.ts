import type { Messages } from '#platform/locale.ts'

export const messages = {
  'found-values': { ru: 'Мест в базе данных: {places}. Заполнено значений: {values}.', kk: 'Дерекқордағы орындар: {places}. Толтырылған мәндер: {values}.', en: 'Places in the database: {places}. Values filled in: {values}.' },
  'found-sources': { ru: 'Видов данных: {kinds}. Из других источников: {others}. Даны человеком неизвестно где: {unasked}.', kk: 'Дерек түрлері: {kinds}. Басқа көздерден: {others}. Қай жерде берілгені белгісізі: {unasked}.', en: 'Kinds of data: {kinds}. From other sources: {others}. Given by people nobody knows where: {unasked}.' },
  'found-refused': { ru: 'Запрещённых видов данных: {kinds}. Столбцов, где они всё же есть: {filled}.', kk: 'Тыйым салынған дерек түрлері: {kinds}. Олар бәрібір бар бағандар: {filled}.', en: 'Refused kinds of data: {kinds}. Columns that hold them all the same: {filled}.' },
  'found-undeclared': {
    ru: 'Видов данных в базе: {stored}, названо школой: {named}. Полей форм: {fields}. Полей и заполненных столбцов, которых никто не называет: {unnamed}.',
    kk: 'Дерекқордағы дерек түрлері: {stored}, мектеп атағаны: {named}. Нысан өрістері: {fields}. Ешкім атамаған өрістер мен толтырылған бағандар: {unnamed}.',
    en: 'Kinds of data in the database: {stored}, named by the school: {named}. Fields of forms: {fields}. Fields and filled columns that nobody names: {unnamed}.',
  },
  'all-declared': {
    ru: 'полей форм {fields} и столбцов с данными людей {columns} сверены с политикой, необъявленного нет.',
    kk: '{fields} нысан өрісі мен адамдар дерегі бар {columns} баған саясатпен салыстырылды, жарияланбағаны жоқ.',
    en: '{fields:field|fields} of forms and {columns:column|columns} about people compared with the policy, nothing undeclared.',
  },
  'undeclared-field': {
    ru: 'поле {field} формы {form} спрашивает {category}, а политика такого не называет: назовите это в data или уберите поле.',
    kk: '{form} нысанының {field} өрісі {category} дерегін сұрайды, ал саясат оны атамайды: data бөлімінде атаңыз немесе өрісті алып тастаңыз.',
    en: 'the field {field} of the form {form} asks for {category}, which the policy does not name: name it under data, or remove the field.',
  },
  'field-of-no-kind': {
    ru: 'у поля {field} формы {form} нет вида данных: назовите его в src/field-kinds.ts.',
    kk: '{form} нысанының {field} өрісінде дерек түрі жоқ: оны src/field-kinds.ts файлында атаңыз.',
    en: 'the field {field} of the form {form} has no kind of data: name it in src/field-kinds.ts.',
  },
  'undeclared-column': {
    ru: 'в столбце {column} есть {category}, а политика такого не называет: назовите это в data или удалите значения.',
    kk: '{column} бағанында {category} бар, ал саясат оны атамайды: data бөлімінде атаңыз немесе мәндерді өшіріңіз.',
    en: 'the column {column} holds {category}, which the policy does not name: name it under data, or delete the values.',
  },
  'idle-category': {
    ru: 'политика называет {category}, а места для этого в базе нет.',
    kk: 'саясат {category} дерегін атайды, ал дерекқорда оған орын жоқ.',
    en: 'the policy names {category}, and the database has no place for it.',
  },
  'unasked-category': {
    ru: 'политика говорит, что {category} сообщает сам человек, но ни одна форма этого не спрашивает.',
    kk: 'саясат бойынша {category} дерегін адамның өзі береді, бірақ оны ешбір нысан сұрамайды.',
    en: 'the policy says that the person gives {category}, and no form asks for it.',
  },
} satisfies Messages
