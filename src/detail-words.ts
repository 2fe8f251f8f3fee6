// What the log keeps beside an act is a short sign for programs; an officer reads it in words.
import type { Text } from '#platform/locale.ts'

const named = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })

/** Signs that stand in the details of the log, by themselves or before what they are about. Reasons that people type stay as they are. */
export const detailWords: Record<string, Text> = {
  access: named('копия данных', 'деректер көшірмесі', 'copy of data'),
  rectification: named('исправить или дополнить', 'түзету немесе толықтыру', 'correct or complete'),
  restriction: named('приостановить использование', 'пайдалануды тоқтата тұру', 'restrict the use'),
  objection: named('возражение против использования', 'пайдалануға қарсылық', 'objection to a use'),
  withdrawal: named('отзыв согласия', 'келісімді қайтарып алу', 'consent withdrawn'),
  portability: named('передать данные другой школе', 'деректерді басқа мектепке беру', 'pass data to another school'),
  complaint: named('жалоба', 'шағым', 'complaint'),
  management: named('управление данными', 'деректерді басқару', 'managing data'),
  erasure: named('удаление', 'жою', 'erasure'),
  yes: named('да', 'иә', 'yes'),
  no: named('нет', 'жоқ', 'no'),
  save: named('черновик разбора сохранён', 'пікір қараламасы сақталды', 'draft of the feedback kept'),
  return: named('возвращено на доработку', 'толықтыруға қайтарылды', 'returned for more work'),
  accept: named('принято', 'қабылданды', 'accepted'),
  attempt: named('попытка', 'талпыныс', 'attempt'),
  again: named('снова открытая попытка', 'қайта ашылған талпыныс', 'attempt opened again'),
  link: named('по ссылке', 'сілтеме арқылы', 'by a link'),
  code: named('по коду', 'код арқылы', 'by a code'),
  'name shown': named('имя показано', 'аты көрсетілді', 'name shown'),
  'name hidden': named('имя скрыто', 'аты жасырылды', 'name hidden'),
  general: named('общий вопрос', 'жалпы сұрақ', 'general question'),
  technical: named('техническая помощь', 'техникалық көмек', 'technical help'),
  consultation: named('консультация', 'кеңес', 'consultation'),
  child: named('сообщение о ребёнке', 'бала туралы хабар', 'report about a child'),
  guardian: named('родитель или представитель', 'ата-анасы немесе өкілі', 'guardian'),
  privacy: named('личные данные', 'жеке деректер', 'personal data'),
  necessary: named('только необходимые cookie', 'тек қажетті cookie файлдары', 'only necessary cookies'),
  functional: named('разрешены функциональные cookie', 'функционалдық cookie файлдарына рұқсат берілді', 'functional cookies allowed'),
  analytics: named('разрешены аналитические cookie', 'талдамалық cookie файлдарына рұқсат берілді', 'analytics cookies allowed'),
  'functional analytics': named('разрешены функциональные и аналитические cookie', 'функционалдық және талдамалық cookie файлдарына рұқсат берілді', 'functional and analytics cookies allowed'),
  rights: named('права на данные', 'деректерге қатысты құқықтар', 'rights to data'),
}

/** Kinds of things of a school, before the name the school gave to one of them. */
export const thingWords: Record<string, Text> = {
  course: named('курс', 'курс:', 'course'),
  run: named('набор', 'қабылдау:', 'run'),
  draft: named('черновик политики', 'саясат қараламасы', 'policy draft'),
  version: named('редакция политики', 'саясат редакциясы', 'policy version'),
  consent: named('согласие', 'келісім:', 'consent'),
  by: named('кто:', 'кім:', 'by:'),
  recipient: named('получатель', 'алушы:', 'recipient'),
}
