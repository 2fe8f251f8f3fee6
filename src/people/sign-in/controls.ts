import { protectPasswordChoice, protectSignIn, refuseStaffPasswords, watchSessions } from './promises.ts'
import { protectPasswords } from './protect-passwords.ts'
import { offerWithoutCookies } from './session-cookie.ts'

export const controls = [offerWithoutCookies, protectPasswords, protectPasswordChoice, protectSignIn, watchSessions, refuseStaffPasswords]
