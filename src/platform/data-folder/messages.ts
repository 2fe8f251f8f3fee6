import type { Messages } from '#platform/locale.ts'

export const messages = {
  'not-a-slug': {
    ru: 'Папка школы называется строчными латинскими буквами, цифрами и дефисами, не «{slug}».',
    kk: 'Мектеп қалтасының аты кіші латын әріптерінен, цифрлардан және сызықшадан тұрады, «{slug}» емес.',
    en: "A school's folder is named in small latin letters, digits and hyphens, not \"{slug}\".",
  },
  'in-use': {
    ru: 'Папка {folder} занята процессом {pid}: остановите его или задайте другую в SENIM_DATA.',
    kk: '{folder} қалтасын {pid} процесі пайдаланып тұр: оны тоқтатыңыз немесе SENIM_DATA арқылы басқа қалта беріңіз.',
    en: 'The folder {folder} is in use by process {pid}: stop it, or set another folder in SENIM_DATA.',
  },
  'newer': {
    ru: 'Папку {folder} создала более новая версия Senim: обновите программу или задайте другую папку в SENIM_DATA.',
    kk: '{folder} қалтасын Senim-нің жаңарақ нұсқасы жасаған: бағдарламаны жаңартыңыз немесе SENIM_DATA арқылы басқа қалта беріңіз.',
    en: 'The folder {folder} was made by a newer version of Senim: update this one, or set another folder in SENIM_DATA.',
  },
  'not-ours': {
    ru: 'Файл {file} повреждён или не от Senim: верните его из копии или задайте другую папку в SENIM_DATA.',
    kk: '{file} файлы бүлінген немесе Senim-дікі емес: оны көшірмеден қайтарыңыз немесе SENIM_DATA арқылы басқа қалта беріңіз.',
    en: 'The file {file} is damaged or not from Senim: bring it back from a copy, or set another folder in SENIM_DATA.',
  },
  'other-mode': {
    ru: 'Папка {folder} создана в режиме {mode} и другим не станет: уберите SENIM_MODE={asked} или задайте новую папку в SENIM_DATA.',
    kk: '{folder} қалтасы {mode} режимінде жасалған, басқаға ауыспайды: SENIM_MODE={asked} мәнін алып тастаңыз немесе SENIM_DATA арқылы жаңа қалта беріңіз.',
    en: 'The folder {folder} was made in mode {mode} and stays so: remove SENIM_MODE={asked}, or set a new folder in SENIM_DATA.',
  },
  'has-demo': {
    ru: 'В папке {folder} демонстрационные школы уже открыты: для --no-demo задайте новую в SENIM_DATA.',
    kk: '{folder} қалтасында көрсетілім мектептері ашылып қойған: --no-demo үшін SENIM_DATA арқылы жаңа қалта беріңіз.',
    en: 'The schools of the demonstration are open in {folder} already: for --no-demo set a new folder in SENIM_DATA.',
  },
  'unwritable': {
    ru: 'В {folder} нельзя писать: дайте права на неё или задайте другую папку в SENIM_DATA.',
    kk: '{folder} ішіне жазу мүмкін емес: оған құқық беріңіз немесе SENIM_DATA арқылы басқа қалта беріңіз.',
    en: 'Senim may not write to {folder}: give it the right to, or set another folder in SENIM_DATA.',
  },
  'full': {
    ru: 'На диске с папкой {folder} нет места: освободите хотя бы 200 МБ или задайте другую папку в SENIM_DATA.',
    kk: '{folder} қалтасы тұрған дискіде орын жоқ: кемінде 200 МБ босатыңыз немесе SENIM_DATA арқылы басқа қалта беріңіз.',
    en: 'The disk with {folder} is full: free at least 200 MB, or set another folder in SENIM_DATA.',
  },
} satisfies Messages
