import type { Messages } from '#platform/locale.ts'

export const messages = {
  'no-ticket': { ru: 'Время для загрузки истекло. Начните ещё раз.', kk: 'Жүктеу уақыты өтіп кетті. Қайтадан бастаңыз.', en: 'The time for this upload has run out. Please begin again.' },
  'too-large': { ru: 'Файл слишком большой. Наибольший размер: {most} МБ.', kk: 'Файл тым үлкен. Ең үлкен мөлшері: {most} МБ.', en: 'The file is too large. The largest size is {most} MB.' },
  'too-many': { ru: 'Слишком много файлов или полей за один раз.', kk: 'Бір жолы тым көп файл немесе өріс жіберілді.', en: 'Too many files or fields at once.' },
  'sent-twice': { ru: 'Этот файл уже загружается в другом окне.', kk: 'Бұл файл басқа терезеде жүктеліп жатыр.', en: 'This file is already being uploaded in another window.' },
  'in-crumbs': { ru: 'Файл пришёл слишком мелкими частями. Загрузите его заново.', kk: 'Файл тым ұсақ бөліктермен келді. Оны қайта жүктеңіз.', en: 'The file came in too many small pieces. Please upload it again.' },
  'not-all-here': { ru: 'Файл дошёл не целиком. Продолжите загрузку.', kk: 'Файл толық жеткен жоқ. Жүктеуді жалғастырыңыз.', en: 'Not all of the file has arrived. Please continue the upload.' },
  'not-ready': { ru: 'Файл ещё не проверен или уже удалён. Загрузите его снова.', kk: 'Файл әлі тексерілген жоқ немесе жойылған. Оны қайта жүктеңіз.', en: 'The file has not been checked yet or is gone. Please upload it again.' },
  'not-a-form': { ru: 'Форма пришла не целиком. Отправьте её ещё раз.', kk: 'Нысан толық келген жоқ. Оны қайта жіберіңіз.', en: 'The form did not arrive whole. Please send it again.' },
  'empty': { ru: 'Файл пустой. Выберите другой.', kk: 'Файл бос. Басқасын таңдаңыз.', en: 'The file is empty. Please choose another.' },
  'wrong-type': { ru: 'Файл такого вида здесь не принимается.', kk: 'Мұнда файлдың мұндай түрі қабылданбайды.', en: 'This kind of file is not accepted here.' },
  'export-jpeg': {
    ru: 'Этот снимок мы не можем прочитать. Сохраните его как JPEG: на iPhone «Настройки, Камера, Форматы, Наиболее совместимые», в редакторе «Экспорт, JPEG».',
    kk: 'Бұл суретті оқи алмаймыз. Оны JPEG түрінде сақтаңыз: iPhone құрылғысында «Баптаулар, Камера, Форматтар, Ең үйлесімді», редакторда «Экспорт, JPEG».',
    en: 'We cannot read this picture. Save it as JPEG: on an iPhone “Settings, Camera, Formats, Most Compatible”, in an editor “Export, JPEG”.',
  },
  'damaged': { ru: 'Файл повреждён и не открывается. Сохраните его заново и загрузите ещё раз.', kk: 'Файл бүлінген, ашылмайды. Оны қайта сақтап, тағы бір рет жүктеңіз.', en: 'The file is damaged and does not open. Save it anew and upload it again.' },
  'too-many-pixels': { ru: 'В снимке слишком много точек. Уменьшите его и загрузите ещё раз.', kk: 'Суретте нүкте тым көп. Оны кішірейтіп, қайта жүктеңіз.', en: 'The picture has too many pixels. Make it smaller and upload it again.' },
  'hidden-content': { ru: 'В файле спрятано ещё что-то, поэтому мы его удалили.', kk: 'Файлдың ішінде тағы бірдеңе жасырылған, сондықтан біз оны жойдық.', en: 'Something else is hidden in this file, so we have deleted it.' },
  'too-much-metadata': { ru: 'В снимке слишком много служебных данных. Сохраните его без них.', kk: 'Суретте қызметтік деректер тым көп. Оны соларсыз сақтаңыз.', en: 'The picture carries too much metadata. Save it without.' },
  'unsafe-archive': { ru: 'Этот архив небезопасно распаковывать. Соберите его заново.', kk: 'Бұл мұрағатты ашу қауіпсіз емес. Оны қайта жинаңыз.', en: 'This archive is not safe to unpack. Please make it anew.' },
  'took-too-long': { ru: 'Файл не удалось проверить за отведённое время. Сделайте его проще или меньше.', kk: 'Файлды белгіленген уақытта тексеру мүмкін болмады. Оны жеңілдетіңіз немесе кішірейтіңіз.', en: 'The file could not be checked in time. Make it simpler or smaller.' },
  'malware': { ru: 'Проверка нашла в файле вредоносную программу. Мы его удалили.', kk: 'Тексеру файлдан зиянды бағдарлама тапты. Біз оны жойдық.', en: 'The check found malware in this file. We have deleted it.' },
  'never-taken': {
    ru: 'В тексте файла стоит номер карты, счёта или документа. Такого школа не хранит, и файл мы удалили. Уберите номер и загрузите файл снова.',
    kk: 'Файл мәтінінде картаның, шоттың немесе құжаттың нөмірі бар. Мектеп мұндайды сақтамайды, сондықтан файлды жойдық. Нөмірді алып тастап, файлды қайта жүктеңіз.',
    en: 'The text of this file holds the number of a card, an account or an identity paper. The school keeps no such thing, so we have deleted the file. Take the number out and upload it again.',
  },
  'scanner-away': { ru: 'Файл загружен и ждёт проверки. Попробуйте продолжить через минуту.', kk: 'Файл жүктелді, тексеруді күтіп тұр. Бір минуттан кейін жалғастырып көріңіз.', en: 'The file has arrived and waits to be checked. Try to go on in a minute.' },
} satisfies Messages
