import type { EstablishmentNumber } from '#kernel/establishment-number.ts'

/** The address of a page in the workspace of an establishment, for whoever may be elsewhere when they follow it. */
export const workspaceLink = (establishment: EstablishmentNumber, page: string): string =>
  `/business/open?${new URLSearchParams({ of: establishment, to: page })}`
