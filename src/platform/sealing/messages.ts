import type { Messages } from '#platform/locale.ts'

export const messages = {
  'key-missing': {
    ru: 'Нет файла ключа {file}, а данные открывает только он: верните его из копии.',
    kk: '{file} кілт файлы жоқ, ал деректерді тек сол ашады: оны көшірмеден қайтарыңыз.',
    en: 'The key file {file} is missing, and there is data that only it can open: bring it back from a copy.',
  },
  'key-open': {
    ru: 'Файл ключа {file} могут читать другие (права {mode}): выполните chmod 600 и смените ключ, если его могли видеть.',
    kk: '{file} кілт файлын басқалар оқи алады (құқығы {mode}): chmod 600 орындаңыз, оны біреу көруі мүмкін болса, кілтті ауыстырыңыз.',
    en: 'The key file {file} can be read by others (mode {mode}): run chmod 600 on it, and turn the key if others may have seen it.',
  },
  'copy-away': {
    ru: 'Второй копии хранилища ключей сейчас нет на связи, а без неё новые ключи не заводят: попробуйте через минуту.',
    kk: 'Кілт қоймасының екінші көшірмесімен қазір байланыс жоқ, онсыз жаңа кілт жасалмайды: бір минуттан кейін қайталап көріңіз.',
    en: 'The second copy of the key vault cannot be reached now, and without it no new keys are made: try again in a minute.',
  },
} satisfies Messages
