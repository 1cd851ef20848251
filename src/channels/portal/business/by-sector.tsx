import type { Visit } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition } from '#platform/catalogue/definition.ts'
import { Tiles } from '../guide-routes.tsx'

/** Twenty tiles in a row are found by nobody: each field has its own, under its name when there are several, the largest first. */
export function BySector(props: {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly definitions: readonly Definition[]
}) {
  const { visit, catalogue, definitions } = props
  const groups = catalogue.sectors
    .map((sector) => ({ sector, of: definitions.filter((one) => one.sector === sector.name) }))
    .filter(({ of }) => of.length > 0)
    .sort((one, other) => other.of.length - one.of.length)
  if (groups.length < 2) return <Tiles {...props} forOne />
  return groups.map(({ sector, of }) => (
    <section key={sector.name} class="stack">
      <h3>{sector.title[visit.locale]}</h3>
      <Tiles visit={visit} catalogue={catalogue} definitions={of} forOne />
    </section>
  ))
}
