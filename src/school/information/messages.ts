import { accessibilityMessages } from './accessibility-messages.ts'
import { helpMessages } from './help-messages.ts'
import { termsMessages } from './terms-messages.ts'

export const messages = { ...helpMessages, ...termsMessages, ...accessibilityMessages }
