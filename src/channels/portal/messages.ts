import type { Locale } from '#kernel/text.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import type { PortalMessages } from './messages/messages.ts'

const all: Readonly<Record<Locale, PortalMessages>> = { ar, en }

export const portalMessages = (locale: Locale): PortalMessages => all[locale]
