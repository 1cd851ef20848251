import { createHmac } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Vault } from '#platform/database/vault.ts'

/**
 * What a site calls a person: always the same there, another at every other site, and without the vault's
 * key nobody can tell whose it is or that two belong together (OpenID Connect Core, section 8.1).
 */
export const pairwiseSubject = (
  vault: Pick<Vault, 'derive'>,
  clientId: string,
  person: PersonNumber,
): string =>
  createHmac('sha256', vault.derive('oidc-pairwise')).update(`${clientId}\0${person}`).digest('base64url')
