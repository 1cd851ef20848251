import type { Text } from '#kernel/text.ts'
import type { OfficeMessages } from './messages/messages.ts'
import { officeMessages } from './messages.ts'

/** Words of the office in both languages, for what takes its text whole: a field's label, an error. */
export const said = (of: (words: OfficeMessages) => string): Text => ({
  ar: of(officeMessages('ar')),
  en: of(officeMessages('en')),
})
