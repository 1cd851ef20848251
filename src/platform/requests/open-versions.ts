import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Db } from '#platform/database/tables.ts'

/**
 * Versions of services that open requests were made with and the catalogue no longer has, as `slug@version`.
 * While there is one, the program does not start: those requests could not be finished.
 */
export async function vanishedVersions(
  db: Db,
  catalogue: Pick<Catalogue, 'service'>,
): Promise<readonly string[]> {
  const open = await db
    .selectFrom('request')
    .select(['service', 'version'])
    .distinct()
    .where('status', 'in', ['draft', 'in-progress'])
    .execute()
  return open
    .filter(({ service, version }) => !catalogue.service(service, version))
    .map(({ service, version }) => `${service}@${version}`)
}
