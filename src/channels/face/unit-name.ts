import type { Locale } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'

/** What a unit is called; its code where no sector names it. */
export const unitName = ({ sectors }: Pick<Catalogue, 'sectors'>, unit: string, locale: Locale): string =>
  sectors.map((sector) => sector.units[unit]).find((name) => name !== undefined)?.[locale] ?? unit
