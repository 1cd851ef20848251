/** The languages of the platform. Adding one makes every incomplete `Text` fail to compile. */
export const locales = ['ar', 'en'] as const
export type Locale = (typeof locales)[number]

/** A sentence in every language. Placeholders are `{name}`. */
export type Text = Readonly<Record<Locale, string>>

/** Fills the placeholders of a text; one that is not given stays visible, so that a test catches it. */
export function say(
  text: Text,
  locale: Locale,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  )
}
