import type { Visit } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition } from '#platform/catalogue/definition.ts'
import { Tiles } from '../guide-routes.tsx'

/** Twenty tiles in a row are found by nobody: each field has its own, under its name when there are several. */
export function BySector(props: {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly definitions: readonly Definition[]
}) {
  const { visit, catalogue, definitions } = props
  const sectors = catalogue.sectors.filter(({ name }) => definitions.some((one) => one.sector === name))
  if (sectors.length < 2) return <Tiles {...props} forOne />
  return sectors.map(({ name, title }) => (
    <section key={name} class="stack">
      <h3>{title[visit.locale]}</h3>
      <Tiles
        visit={visit}
        catalogue={catalogue}
        definitions={definitions.filter((one) => one.sector === name)}
        forOne
      />
    </section>
  ))
}
