import type { Locale } from '#kernel/text.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import type { Messages } from './messages/messages.ts'

const all: Readonly<Record<Locale, Messages>> = { ar, en }

/** The words of the chrome in a language. */
export const messagesFor = (locale: Locale): Messages => all[locale]

/** Fills the `{name}` placeholders of a message; one that is not given stays visible. */
export const fill = (message: string, params: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
