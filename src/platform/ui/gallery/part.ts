import type { Locale, Text } from '../../locale.ts'
import type { Html } from '../jsx-runtime.ts'

/** Chooses the words of the reader's language. */
export type Say = (ru: string, kk: string, en: string) => string
export const sayIn = (locale: Locale): Say => (ru, kk, en) => ({ ru, kk, en })[locale]

/** A face is how a component looks in one situation: full, empty, refused, long words. */
export type Face = { name: string; shows: Html }
export type Part = { key: string; name: Text; /** Pixels of its frame, so that all of it can be seen. */ height: number; faces: (t: Say, now: Date) => Face[] }
