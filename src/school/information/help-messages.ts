import type { Messages } from '#platform/locale.ts'

/** Short answers to what is asked first. */
export const helpMessages = {
  'help': { ru: 'Как здесь учиться', kk: 'Мұнда қалай оқуға болады', en: 'How learning works here' },
  'help-lead': { ru: 'Короткие ответы на первые вопросы.', kk: 'Алғашқы сұрақтарға қысқа жауаптар.', en: 'Short answers to first questions.' },
  'help-begin': { ru: 'С чего начать?', kk: 'Неден бастау керек?', en: 'Where do I begin?' },
  'help-begin-answer': { ru: 'Откройте каталог и пройдите первый урок любого курса. Понравится — зарегистрируйтесь и запишитесь.', kk: 'Каталогты ашып, кез келген курстың бірінші сабағын өтіп көріңіз. Ұнаса, тіркеліп, курсқа жазылыңыз.', en: 'Open the catalogue and take the first lesson of any course. If you like it, sign up and enrol.' },
  'help-progress': { ru: 'Как считается прогресс?', kk: 'Ілгерілеу қалай есептеледі?', en: 'How is progress counted?' },
  'help-progress-answer': { ru: 'Пройденное делится на обязательное: уроки, тест, задание. На странице курса видно, какая строка за что отвечает и когда она появилась.', kk: 'Өтілгені міндеттісіне бөлінеді: сабақтар, тест, тапсырма. Курс бетінде қай жол не үшін тұрғаны және қашан пайда болғаны көрінеді.', en: 'What is completed over what is required: lessons, the test, the assignment. The page of the course shows which row stands for what, and since when.' },
  'help-test': { ru: 'Что, если связь прервётся во время теста?', kk: 'Тест кезінде байланыс үзілсе ше?', en: 'What if the connection breaks during a test?' },
  'help-test-answer': { ru: 'Каждый ответ сохраняется сразу. Откройте тест снова, на том же или другом устройстве, и продолжайте.', kk: 'Әр жауап бірден сақталады. Тестті сол не басқа құрылғыда қайта ашып, жалғастырыңыз.', en: 'Every answer is saved at once. Open the test again, on this device or another, and go on.' },
  'help-data': { ru: 'Что школа знает обо мне?', kk: 'Мектеп мен туралы не біледі?', en: 'What does the school know about me?' },
  'help-data-answer': { ru: 'Всё видно на странице «Мои данные»: что хранится, зачем и до какого срока. Там же копия, исправление и удаление.', kk: 'Бәрі «Менің деректерім» бетінде: не сақталады, не үшін, қай мерзімге дейін. Көшірме, түзету және жою да сонда.', en: 'All of it stands on “My data”: what is kept, why, and until when. A copy, correction and erasure are there too.' },
  'help-leave': { ru: 'Как уйти?', kk: 'Қалай кетуге болады?', en: 'How do I leave?' },
  'help-leave-answer': { ru: 'Из курса — кнопкой на его странице. Из школы — на странице «Мои данные»: перед удалением можно забрать копию.', kk: 'Курстан оның бетіндегі түйме арқылы шығасыз. Мектептен «Менің деректерім» беті арқылы кетесіз: жоюдан бұрын көшірмесін алып қалуға болады.', en: 'A course: by the button on its page. The school: on “My data”, where you can take a copy before you erase.' },
  'see-promises': { ru: 'Обещания и подтверждения', kk: 'Уәделер мен дәлелдер', en: 'Promises and evidence' },
  'help-review': { ru: 'Когда проверят мою работу?', kk: 'Жұмысым қашан тексеріледі?', en: 'When will my work be reviewed?' },
  'help-review-answer': { ru: 'Срок в рабочих днях стоит на странице курса и в условиях. Когда преподаватель ответит, придёт уведомление.', kk: 'Жұмыс күндерімен көрсетілген мерзім курс бетінде және шарттарда тұр. Оқытушы жауап бергенде хабарлама келеді.', en: 'The term in working days stands on the page of the course and in the terms. When the teacher has answered, you are notified.' },
  'help-certificate': { ru: 'Как проверить сертификат?', kk: 'Сертификатты қалай тексеруге болады?', en: 'How is a certificate checked?' },
  'help-certificate-answer': { ru: 'Введите его номер на странице проверки. Учётная запись не нужна, кто проверял, мы не записываем.', kk: 'Нөмірін тексеру бетіне енгізіңіз. Тіркелгі қажет емес, кім тексергенін жазбаймыз.', en: 'Type its number on the page of verification. No account is needed, and we do not record who asked.' },
  'help-to-begin': { ru: 'Открыть каталог', kk: 'Каталогты ашу', en: 'Open the catalogue' },
  'help-to-review': { ru: 'Условия обучения', kk: 'Оқу шарттары', en: 'Terms of learning' },
  'help-to-certificate': { ru: 'Проверить сертификат', kk: 'Сертификатты тексеру', en: 'Check a certificate' },
  'help-to-data': { ru: 'Мои данные', kk: 'Менің деректерім', en: 'My data' },
  'help-not-here': { ru: 'Ответа нет?', kk: 'Жауабы табылмады ма?', en: 'Not answered here?' },
  'help-contacts': { ru: 'Написать школе', kk: 'Мектепке жазу', en: 'Write to the school' },
  'help-answered': { ru: 'На письмо отвечаем в течение {within}.', kk: 'Хатқа {within} ішінде жауап береміз.', en: 'A letter is answered within {within}.' },
} satisfies Messages
