import type { Text } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition, InquiryDefinition, ServiceDefinition } from '#platform/catalogue/definition.ts'
import { businessPowers, type Power, singlePowers } from '#platform/catalogue/power.ts'

/** A definition that somebody may be trusted with. */
export const isDelegable = (one: Definition): one is ServiceDefinition | InquiryDefinition =>
  one.kind !== 'procedure' && one.delegable === true

/** The power that a definition asks of a delegate: the one that it names, or its own. */
export const powerOf = (one: ServiceDefinition | InquiryDefinition): string => one.power ?? one.slug

/**
 * Everything that a person may let another do for them, as of today: what the catalogue marks as delegable
 * and nothing else. "All powers" is this list written out, so that what is added later is never covered.
 */
export function personPowers(catalogue: Pick<Catalogue, 'definitions'>): readonly Power[] {
  const powers = new Map<string, Power>()
  for (const one of catalogue.definitions.filter(isDelegable)) {
    const name = powerOf(one)
    const known = powers.get(name)
    powers.set(name, {
      name,
      sector: one.sector,
      title: known
        ? { ar: `${known.title.ar}، ${one.title.ar}`, en: `${known.title.en}; ${one.title.en}` }
        : one.title,
    })
  }
  return [...powers.values()]
}

/** What a power is called; its name when the service behind it is gone. */
export const powerTitle = (powers: readonly Power[], name: string): Text =>
  powers.find((one) => one.name === name)?.title ?? { ar: name, en: name }

/** Every power that anything may name, for its title. */
export const allPowers = (catalogue: Pick<Catalogue, 'definitions'>): readonly Power[] => [
  ...personPowers(catalogue),
  ...businessPowers,
  ...Object.values(singlePowers),
]
