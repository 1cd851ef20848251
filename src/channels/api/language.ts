import { type Locale, locales } from '#kernel/text.ts'

/** The language that `Accept-Language` likes best of ours; Arabic when it names none. */
export function languageOf(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined)
      return { tag: tag.split('-', 1)[0], weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const known = locales.find((locale) => locale === tag)
    if (known) return known
  }
  return 'ar'
}
