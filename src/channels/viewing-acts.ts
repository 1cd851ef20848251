import type { ActObject } from '#platform/accounts/require-confirmed.ts'
import type { Kin } from '#platform/people/family.ts'

/** Letting a relative see one’s documents, as it is confirmed; it goes on at the form, filled in. */
export const giveViewingOf = (
  viewer: Pick<Kin, 'kinId' | 'shortName'>,
  { page, months }: { readonly page: string; readonly months: number },
): ActObject => ({
  id: viewer.kinId,
  says: {
    ar: `السماح لقريبك ${viewer.shortName.ar} برؤية وثائقك`,
    en: `let ${viewer.shortName.en} see your documents`,
  },
  page: `${page}?${new URLSearchParams({ kin: viewer.kinId, months: String(months) })}`,
})
