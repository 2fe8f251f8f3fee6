import type { Messages } from '#platform/locale.ts'

export const messages = {
  'only-forward': {
    ru: 'SENIM_NOW={from} раньше времени, до которого эта папка уже дожила ({reached}): задайте более позднее или возьмите новую папку.',
    kk: 'SENIM_NOW={from} бұл қалта жеткен уақыттан ({reached}) бұрын: кейінірек уақыт беріңіз немесе жаңа қалта алыңыз.',
    en: 'SENIM_NOW={from} is before the time this folder has already reached ({reached}): set a later one or take a new folder.',
  },
} satisfies Messages
