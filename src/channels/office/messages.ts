import type { Locale } from '#kernel/text.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import type { OfficeMessages } from './messages/messages.ts'

const all: Readonly<Record<Locale, OfficeMessages>> = { ar, en }

export const officeMessages = (locale: Locale): OfficeMessages => all[locale]
