import type { Messages } from '#platform/locale.ts'

export const messages = {
  'wrong': {
    ru: 'Переменная {name} задана неверно: образец {name}={example}.',
    kk: '{name} айнымалысы қате берілген: үлгісі {name}={example}.',
    en: 'The variable {name} is not right: write it like {name}={example}.',
  },
  'vault-alone': {
    ru: 'VAULT_URL задан без DATABASE_URL: задайте оба или ни одного.',
    kk: 'VAULT_URL берілген, DATABASE_URL берілмеген: екеуін де беріңіз немесе екеуін де бермеңіз.',
    en: 'VAULT_URL is set without DATABASE_URL: set both or neither.',
  },
  'half-a-certificate': {
    ru: 'Нужны и SENIM_TLS_CERT, и SENIM_TLS_KEY: задайте оба или ни одного.',
    kk: 'SENIM_TLS_CERT те, SENIM_TLS_KEY де керек: екеуін де беріңіз немесе екеуін де бермеңіз.',
    en: 'Both SENIM_TLS_CERT and SENIM_TLS_KEY are needed: set both or neither.',
  },
  'unreadable': {
    ru: 'Файл {file} не читается: проверьте путь и права.',
    kk: '{file} файлы оқылмайды: жолы мен құқықтарын тексеріңіз.',
    en: 'The file {file} cannot be read: check its path and permissions.',
  },
  'demo-stays-home': {
    ru: 'Демонстрация открывается только на этой машине, а SENIM_HOST={host} открыл бы её всем: уберите SENIM_HOST или выберите SENIM_MODE=production с новой папкой.',
    kk: 'Көрсетілім тек осы компьютерде ашылады, ал SENIM_HOST={host} оны бәріне ашар еді: SENIM_HOST мәнін алып тастаңыз немесе жаңа қалтамен SENIM_MODE=production таңдаңыз.',
    en: 'A demo opens on this machine only, and SENIM_HOST={host} would open it to everyone: remove SENIM_HOST, or choose SENIM_MODE=production with a new folder.',
  },
  'one-time': {
    ru: 'SENIM_NOW действует только в демонстрации и тестах: уберите его.',
    kk: 'SENIM_NOW тек көрсетілім мен сынақта жұмыс істейді: оны алып тастаңыз.',
    en: 'SENIM_NOW works in demo and test only: remove it.',
  },
} satisfies Messages
