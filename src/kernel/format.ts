import { type Day, dayOf, utcOf } from './day.ts'
import type { Halalas } from './money.ts'
import type { Locale } from './text.ts'

// Amounts, dates and identifiers are written in ASCII digits in both languages, as they are copied between them.
const day = {
  ar: new Intl.DateTimeFormat('ar-u-ca-gregory-nu-latn', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', { dateStyle: 'long', timeZone: 'UTC' }),
}
const hijri = {
  ar: new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura-nu-latn', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB-u-ca-islamic-umalqura-nu-latn', { dateStyle: 'long', timeZone: 'UTC' }),
}
const weekday = {
  ar: new Intl.DateTimeFormat('ar', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
}
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Riyadh' })
const number = { ar: new Intl.NumberFormat('ar-u-nu-latn'), en: new Intl.NumberFormat('en') }
const amount = {
  ar: new Intl.NumberFormat('ar-u-nu-latn', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}
const plurals = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') }

/** '23 نوفمبر 2026', '23 November 2026'. */
export const formatDay = (on: Day, locale: Locale): string => day[locale].format(utcOf(on))

/** 'الاثنين', 'Monday'. */
export const formatWeekday = (on: Day, locale: Locale): string => weekday[locale].format(utcOf(on))

/** '14 جمادى الآخرة 1448 هـ', '14 Jumada II 1448 AH' (Umm al-Qura). */
export const formatHijri = (on: Day, locale: Locale): string => hijri[locale].format(utcOf(on))

/** '14:05', in Riyadh. */
export const formatTime = (instant: Date): string => time.format(instant)

/** Day and time in Riyadh: '23 November 2026, 14:05'. */
export const formatInstant = (instant: Date, locale: Locale): string =>
  `${formatDay(dayOf(instant), locale)}${locale === 'ar' ? '،' : ','} ${time.format(instant)}`

/** '1,234.50 ر.س', 'SAR 1,234.50'. */
export function formatMoney(halalas: Halalas, locale: Locale): string {
  const sum = amount[locale].format(halalas / 100)
  return locale === 'ar' ? `${sum} ر.س` : `SAR ${sum}`
}

export const formatNumber = (n: number, locale: Locale): string => number[locale].format(n)

/** The forms of a counted noun; `{n}` in a form becomes the number. */
export interface PluralForms {
  readonly zero?: string
  readonly one: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** Picks the form by the grammar of the language: Arabic has six. A form that is absent is `other`. */
export function plural(locale: Locale, n: number, forms: PluralForms): string {
  const form = forms[plurals[locale].select(n)] ?? forms.other
  return form.replaceAll('{n}', formatNumber(n, locale))
}
