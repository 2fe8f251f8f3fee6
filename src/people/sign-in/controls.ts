import { protectPasswordChoice, protectSignIn, refuseStaffPasswords, watchSessions } from './promises.ts'
import { protectPasswords } from './protect-passwords.ts'

export const controls = [protectPasswords, protectPasswordChoice, protectSignIn, watchSessions, refuseStaffPasswords]
