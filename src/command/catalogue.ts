import type { Catalogue } from '#platform/catalogue/catalogue.ts'

/** The catalogue as lines: with `json` one object a definition, else columns for people. */
export function catalogueLines(catalogue: Pick<Catalogue, 'definitions'>, json: boolean): string[] {
  const rows = catalogue.definitions.map((definition) => ({
    slug: definition.slug,
    kind: definition.kind,
    sector: definition.sector,
    version: definition.version,
    audience: definition.audience,
    access: 'access' in definition && definition.access === 'public' ? 'public' : 'signed-in',
  }))
  if (json) return rows.map((row) => JSON.stringify(row))
  const width = (of: 'slug' | 'sector'): number => Math.max(...rows.map((row) => row[of].length), 0)
  return rows.map((row) =>
    [
      row.slug.padEnd(width('slug')),
      row.kind.padEnd(9),
      row.sector.padEnd(width('sector')),
      `v${row.version}`,
      row.access.padEnd(9),
      row.audience.join(', '),
    ].join('  '),
  )
}
