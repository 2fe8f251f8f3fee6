import type { Messages } from '#platform/locale.ts'

export const messages = {
  'no-such-file': { ru: 'Файла {file} нет: имена покажет senim backup list.', kk: '{file} файлы жоқ: атауларын senim backup list көрсетеді.', en: 'There is no file {file}: senim backup list shows the names.' },
  'not-a-copy': { ru: 'Файл {file} не резервная копия Senim или обрывается: возьмите другую копию.', kk: '{file} файлы Senim сақтық көшірмесі емес немесе үзілген: басқа көшірмені алыңыз.', en: 'The file {file} is no backup copy of Senim, or it is cut short: take another copy.' },
  'tampered': {
    ru: 'Копия {file} изменена после записи или закрыта другим ключом: возьмите другую копию, ключ backup лежит среди ключей установки.',
    kk: '{file} көшірмесі жазылғаннан кейін өзгертілген немесе басқа кілтпен жабылған: басқа көшірмені алыңыз, backup кілті орнатылым кілттерінің арасында.',
    en: 'The copy {file} was changed after it was written, or is closed by another key: take another copy; the key "backup" lies among the keys of the installation.',
  },
  'newer': {
    ru: 'Копия сделана более новой версией Senim ({level}): обновите программу и повторите.',
    kk: 'Көшірме Senim бағдарламасының жаңарақ нұсқасында жасалған ({level}): бағдарламаны жаңартып, қайталаңыз.',
    en: 'The copy was made by a newer Senim ({level}): update the program and try again.',
  },
  'in-use': {
    ru: 'В базе «{database}» уже есть данные: восстановите в новую папку или добавьте --replace, тогда она будет заменена копией.',
    kk: '«{database}» дерекқорында дерек бар: жаңа қалтаға қалпына келтіріңіз немесе --replace қосыңыз, сонда ол көшірмемен ауыстырылады.',
    en: 'The database "{database}" holds data already: restore into a new folder, or add --replace and it will give way to the copy.',
  },
  'ledger-behind': {
    ru: 'Журнал удалений старее записи {number}, которая уже опубликована: верните самую новую его копию, иначе удалённые люди вернулись бы.',
    kk: 'Жою журналы жарияланған {number}-жазбадан ескі: оның ең жаңа көшірмесін қайтарыңыз, әйтпесе жойылған адамдар қайта оралар еді.',
    en: 'The erasure ledger is older than entry {number}, which was published: bring its newest copy back, or erased people would return.',
  },
  'key-destroyed': {
    ru: 'Копию хранилища {file} уже не открыть: её ключ {key} уничтожен после окна удаления, возьмите более новую.',
    kk: '{file} қойма көшірмесі енді ашылмайды: оның {key} кілті жою мерзімінен кейін жойылған, жаңарағын алыңыз.',
    en: 'The vault copy {file} can no longer be opened: its key {key} was destroyed when the erasure window closed, take a newer copy.',
  },
  'unfinished': {
    ru: 'Восстановление из копии не было закончено: повторите senim restore {file} --replace.',
    kk: 'Көшірмеден қалпына келтіру аяқталмаған: senim restore {file} --replace командасын қайталаңыз.',
    en: 'A restore was not finished: run senim restore {file} --replace again.',
  },
  'abroad': { ru: 'Копии лежали бы в другой стране ({country}), а школа {site} обещала иначе: сменить место копий или документ storage в attestations.yaml.', kk: 'Көшірмелер басқа елде ({country}) жатар еді, ал {site} мектебі басқаша уәде берген: көшірме орнын не attestations.yaml ішіндегі storage құжатын ауыстырыңыз.', en: 'The copies would lie in another country ({country}), and the school {site} has promised otherwise: change the place of the copies, or the document storage in attestations.yaml.' },
  'none': { ru: 'Резервных копий ещё нет: senim backup create.', kk: 'Сақтық көшірмелер әлі жоқ: senim backup create.', en: 'There are no backup copies yet: senim backup create.' },
  'made': { ru: '{file}: строк {rows}, байт {bytes}, открыта и пересчитана.', kk: '{file}: {rows} жол, {bytes} байт, ашылып, қайта саналды.', en: '{file}: {rows:row|rows}, {bytes:byte|bytes}, opened and counted again.' },
  'made-files': {
    ru: '  файлов при ней: {count} ({size} МБ), из них новых {fresh}.',
    kk: '  қасындағы файлдар: {count} ({size} МБ), оның жаңасы {fresh}.',
    en: '  {count:file|files} beside it ({size} MB), of them {fresh} new.',
  },
  'file-unread': {
    ru: '  хранилище не отдало файл {name}: проверьте диск или бакет и сделайте копию снова.',
    kk: '  қойма {name} файлын бермеді: дискіні не бакетті тексеріп, көшірмені қайта жасаңыз.',
    en: '  the store would not give the file {name}: check the disk or the bucket, and make the copy again.',
  },
  'file-missing': {
    ru: '  файла {name} при копии нет: поищите его в другой копии.',
    kk: '  {name} файлы көшірменің қасында жоқ: оны басқа көшірмеден іздеңіз.',
    en: '  the file {name} is missing beside the copy: look for it in another one.',
  },
  'file-damaged': {
    ru: '  файл {name} при копии повреждён: поищите его в другой копии.',
    kk: '  {name} файлы көшірменің қасында бүлінген: оны басқа көшірмеден іздеңіз.',
    en: '  the file {name} beside the copy is damaged: look for it in another one.',
  },
  'key-lies': {
    ru: 'Открывает копии только ключ {key}. Храните его отдельно от копий.',
    kk: 'Көшірмелерді тек {key} кілті ашады. Оны көшірмелерден бөлек сақтаңыз.',
    en: 'Only the key {key} opens the copies. Keep it apart from them.',
  },
  'listed': { ru: '{file}  {database}  {at}  строк {rows}, байт {bytes}, файлов {files}', kk: '{file}  {database}  {at}  {rows} жол, {bytes} байт, {files} файл', en: '{file}  {database}  {at}  {rows:row|rows}, {bytes:byte|bytes}, {files:file|files}' },
  'listed-bad': { ru: '{file}  изменена или закрыта другим ключом', kk: '{file}  өзгертілген немесе басқа кілтпен жабылған', en: '{file}  changed, or closed by another key' },
  'verified': { ru: '{file}: на месте и не изменены {rows:строка|строки|строк} и {files:файл|файла|файлов}.', kk: '{file}: {rows} жол мен {files} файл орнында, өзгермеген.', en: '{file}: {rows:row|rows} and {files:file|files} are there and unchanged.' },
  'drilled': { ru: '{file}: для пробы вернулись и убраны {rows:строка|строки|строк} и {files:файл|файла|файлов}.', kk: '{file}: {rows} жол мен {files} файл сынақ үшін қайтарылып, өшірілді.', en: '{file}: {rows:row|rows} and {files:file|files} came back for trial and were removed.' },
  'restored': { ru: 'База {database} восстановлена на {at}: строк {rows}.', kk: '{database} дерекқоры {at} уақытындағы күйіне келтірілді: {rows} жол.', en: 'The database {database} is restored as of {at}: {rows:row|rows}.' },
  'reconciled': {
    ru: '{site}: людей {people}, без ключа {lost}, ключей без записей {strangers}, записей журнала после копии {entries}.',
    kk: '{site}: адам {people}, кілтсіз {lost}, жазбасыз кілт {strangers}, көшірмеден кейінгі журнал жазбасы {entries}.',
    en: '{site}: {people:person|people}, {lost} without a key, {strangers:key|keys} without rows, {entries:log entry|log entries} after the copy.',
  },
  'files-back': {
    ru: '  файлов возвращено: {brought}, уже были на месте: {there}, ничьих больше: {unknown}.',
    kk: '  қайтарылған файл: {brought}, орнында болғаны: {there}, иесі жоғы: {unknown}.',
    en: '  {brought:file|files} brought back, {there} were there already, {unknown} belong to nobody any more.',
  },
  'files-stopped': {
    ru: '  файлы не возвращены: {why} Исправьте это и выполните senim restore {file} --files.',
    kk: '  файлдар қайтарылмады: {why} Осыны түзетіп, senim restore {file} --files командасын орындаңыз.',
    en: '  the files are not back: {why} Put that right and run senim restore {file} --files.',
  },
  'no-files': {
    ru: 'В копии {file} нет файлов: они лежат при копиях данных (main).',
    kk: '{file} көшірмесінде файл жоқ: файлдар дерек көшірмелерінің (main) қасында.',
    en: 'The copy {file} has no files: they lie beside the copies of the data (main).',
  },
  'still-shut': { ru: '{site}: школа не открылась, причина выше. Потом верните её файлы: senim restore {file} --files.', kk: '{site}: мектеп ашылмады, себебі жоғарыда. Кейін файлдарын қайтарыңыз: senim restore {file} --files.', en: '{site}: the school did not open, the reason is above. Then bring its files back: senim restore {file} --files.' },
  'proved-copies': {
    ru: 'Последняя копия данных всех школ этого сервера: {main}, строк {rows}, файлов {files}. Последняя копия хранилища ключей: {vault}. Обе зашифрованы.',
    kk: 'Осы сервердегі барлық мектеп деректерінің соңғы көшірмесі: {main}, {rows} жол, {files} файл. Кілт қоймасының соңғы көшірмесі: {vault}. Екеуі де шифрланған.',
    en: 'Newest copy of the data of all schools on this server: {main}, {rows:row|rows}, {files:file|files}. Newest copy of the key vault: {vault}. Both are encrypted.',
  },
  'no-copies': { ru: 'Копий пока нет.', kk: 'Көшірме әзірге жоқ.', en: 'There are no copies yet.' },
  'proved-drill': { ru: 'Пробное восстановление {at}: вернулось строк {rows}, файлов {files}.', kk: 'Сынақ қалпына келтіру {at}: {rows} жол мен {files} файл қайтты.', en: 'Restored for trial on {at}: {rows:row|rows} and {files:file|files} came back.' },
  'no-drill': { ru: 'Пробного восстановления пока не было.', kk: 'Сынақ қалпына келтіру әлі болған жоқ.', en: 'No copy has been restored for trial yet.' },
  'keys-together': {
    ru: 'Каждый ключ лежит на второй машине раньше, чем о нём сказано: {copies}.',
    kk: 'Әр кілт ол туралы айтылғанға дейін екінші машинада жатады: {copies}.',
    en: 'Each key is on a second machine before anybody is told of it: {copies}.',
  },
  'keys-away': {
    ru: 'Вторая копия хранилища ключей настроена, но не на связи: новые ключи не заводятся.',
    kk: 'Кілт қоймасының екінші көшірмесі бапталған, бірақ байланыста емес: жаңа кілт жасалмайды.',
    en: 'A second copy of the key vault is set up and cannot be reached: no new keys are made.',
  },
  'keys-loose': {
    ru: 'Вторая копия хранилища ключей настроена, но её не ждут: synchronous_commit ослаблен.',
    kk: 'Кілт қоймасының екінші көшірмесі бапталған, бірақ ол күтілмейді: synchronous_commit әлсіретілген.',
    en: 'A second copy of the key vault is set up, and nothing waits for it: synchronous_commit is weakened.',
  },
  'keys-none': {
    ru: 'Второй копии хранилища ключей нет: ключи, заведённые после ночной копии, лежат в одном месте.',
    kk: 'Кілт қоймасының екінші көшірмесі жоқ: түнгі көшірмеден кейінгі кілттер бір жерде ғана жатыр.',
    en: 'There is no second copy of the key vault: keys made after the nightly copy lie in one place.',
  },
  'keys-unseen': {
    ru: 'Вторая копия хранилища ключей на связи, но роль из VAULT_URL не видит, ждут ли её: дайте ей pg_read_all_stats.',
    kk: 'Кілт қоймасының екінші көшірмесі байланыста, бірақ VAULT_URL рөлі оның күтілетінін көрмейді: оған pg_read_all_stats беріңіз.',
    en: 'A second copy of the key vault is connected, and the role of VAULT_URL cannot see whether it is waited for: grant it pg_read_all_stats.',
  },
  'proved-window': {
    ru: 'Ключей эпох уничтожено: {closed}. Текущий действует с {since}. Просрочено: {late}.',
    kk: 'Жойылған кезең кілттері: {closed}. Қазіргісі қолданысқа енген уақыт: {since}. Мерзімі өткені: {late}.',
    en: 'Epoch keys destroyed: {closed}. The current one is in use since {since}. Overdue: {late}.',
  },
  'keys-inside': {
    ru: 'Ключи лежат в папке с данными: копия этой папки уносит их с собой, поэтому подтвердить нечего. Поможет SENIM_KEYS.',
    kk: 'Кілттер деректермен бір қалтада: ол қалтаның көшірмесі кілттерді де алып кетеді, сондықтан растайтын ештеңе жоқ. SENIM_KEYS көмектеседі.',
    en: 'The keys lie in the data folder: a copy of that folder carries them along, so nothing can be proved. SENIM_KEYS helps.',
  },
} satisfies Messages
