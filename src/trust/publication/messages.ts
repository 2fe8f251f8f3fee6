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
    ru: 'Дата слишком близко: о таком изменении школа обещала предупреждать раньше. Самая ранняя возможная дата: {earliest}.',
    kk: 'Күні тым жақын: мектеп мұндай өзгеріс туралы ертерек ескертуге уәде берген. Ең ерте мүмкін күн: {earliest}.',
    en: 'The date is too near: the school promised to tell of such a change earlier. The earliest date it may bear is {earliest}.',
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
  'coming-bar': { ru: 'С {date} меняется политика: {summary}', kk: 'Саясат өзгеретін күн: {date}. {summary}', en: 'From {date} the policy changes: {summary}' },
  'drift-unknown-column': { ru: 'Столбец {name} хранит вид данных, который не может назвать ни одна школа.', kk: '{name} бағаны ешбір мектеп атай алмайтын дерек түрін сақтайды.', en: 'Column {name} holds a kind of data that no school can name.' },
  'drift-unnamed-column': { ru: 'Столбец {name} заполнен, а школа этот вид данных не называет.', kk: '{name} бағаны толтырылған, ал мектеп бұл дерек түрін атамайды.', en: 'Column {name} is filled, and the school does not name this kind of data.' },
  'drift-idle': { ru: 'Школа называет {name}, а хранить это негде.', kk: 'Мектеп {name} деп атайды, ал оны сақтайтын орын жоқ.', en: 'The school names {name}, and there is no place for it.' },
  'drift-unnamed-cookie': { ru: 'Программа ставит файл cookie {name}, а в политике его нет.', kk: 'Бағдарлама {name} cookie файлын қояды, ал саясатта ол жоқ.', en: 'The software sets the cookie {name}, and the policy does not name it.' },
  'drift-idle-cookie': { ru: 'Файл cookie {name} назван, но программа его не ставит.', kk: '{name} cookie файлы аталған, бірақ бағдарлама оны қоймайды.', en: 'The cookie {name} is named, and the software does not set it.' },
  'drift-unnamed-recipient': { ru: 'Данные могут уходить на {name}, а такого получателя в политике нет.', kk: 'Деректер {name} хостына кетуі мүмкін, ал саясатта мұндай алушы жоқ.', en: 'Data may leave for {name}, and the policy has no such recipient.' },
  'drift-registration': { ru: 'Поле {name} обязательно, а вид данных назван необязательным.', kk: '{name} өрісі міндетті, ал дерек түрі міндетті емес деп аталған.', en: 'The field {name} is required, and its kind of data is called optional.' },
  'drift-unnamed-job': { ru: 'Работа {name} выполняется ради обещания, которого в политике нет.', kk: '{name} жұмысы саясатта жоқ уәде үшін орындалады.', en: 'The job {name} runs for a promise that the policy does not make.' },
  'not-readable': { ru: 'Манифест с ошибками:\n{faults}', kk: 'Манифесте қателер бар:\n{faults}', en: 'The manifest has faults:\n{faults}' },
  'no-such-school': { ru: 'Нет школы «{slug}»: нет папки {folder}.', kk: '«{slug}» мектебі жоқ: {folder} қалтасы жоқ.', en: 'There is no school "{slug}": no folder {folder}.' },
  'no-manifest': { ru: 'Папка {folder} есть, но школы в ней нет: нет файла policy.yaml.', kk: '{folder} қалтасы бар, бірақ онда мектеп жоқ: policy.yaml файлы жоқ.', en: 'The folder {folder} is there, but no school in it: it has no policy.yaml.' },
  'check-good': { ru: '{slug}: манифест в порядке, обещаний: {promises}. Расхождений с практикой нет.', kk: '{slug}: манифест дұрыс, уәделер: {promises}. Іс жүзінен айырмасы жоқ.', en: '{slug}: the manifest is good, promises: {promises}. Practice does not differ from it.' },
  'check-unopened': { ru: '{slug}: манифест в порядке, обещаний: {promises}. Школа закрыта, практику проверить нельзя.', kk: '{slug}: манифест дұрыс, уәделер: {promises}. Мектеп жабық, іс жүзін тексеру мүмкін емес.', en: '{slug}: the manifest is good, promises: {promises}. The school is shut, so practice cannot be looked at.' },
  'check-new': { ru: 'Смысл файла отличается от опубликованной редакции: при открытии он будет объявлен.', kk: 'Файлдың мағынасы жарияланған редакциядан өзгеше: ашылғанда ол жарияланады.', en: 'The file means something else than the published version: it will be announced when the school opens.' },
  'announced-cli': { ru: 'Редакция {number} объявлена и начнёт действовать {from}.', kk: '{number}-редакция жарияланды. Қолданыла бастайтын уақыты: {from}.', en: 'Version {number} is announced and applies from {from}.' },
  'found-page': { ru: 'Открыто страниц: {looked}. Не хватает: {missing}.', kk: 'Ашылған беттер: {looked}. Жетіспейтіні: {missing}.', en: 'Pages opened: {looked}. Missing on them: {missing}.' },
  'no-visit': { ru: 'Страницу пока нечем открыть.', kk: 'Бетті ашатын құрал әзірге жоқ.', en: 'There is nothing to open the page with yet.' },
  'found-manifest': { ru: 'Видов данных в базе: {stored}, из них названо: {named}. Названо и не хранится: {idle}. Неназванных с данными: {unnamed}.', kk: 'Дерекқордағы дерек түрлері: {stored}, оның ішінде аталғаны: {named}. Аталған, бірақ сақталмайтыны: {idle}. Аталмаған, бірақ дерегі бары: {unnamed}.', en: 'Kinds of data in the database: {stored}, of these named: {named}. Named and not stored: {idle}. Not named and filled: {unnamed}.' },
  'found-list': { ru: 'Проверено записей: {looked}. С нарушением: {wrong}.', kk: 'Тексерілген жазба: {looked}. Бұзушылықпен: {wrong}.', en: 'Entries checked: {looked}. In breach: {wrong}.' },
} satisfies Messages
