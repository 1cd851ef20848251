import type { Vault } from '#platform/database/vault.ts'

/** What somebody answered, as it is kept: sealed, because it holds accounts, addresses and what they wrote. */
export const sealAnswers = (vault: Vault, answers: Readonly<Record<string, unknown>>): string =>
  vault.seal(JSON.stringify(answers))

export const openAnswers = (vault: Vault, sealed: string): Readonly<Record<string, unknown>> =>
  // Sealed by `sealAnswers`, and nobody else can.
  JSON.parse(vault.open(sealed)) as Readonly<Record<string, unknown>>
