import type { Text } from '#kernel/text.ts'
import type { PermitState } from './registry/permits.ts'

/** Who answers for permits. */
export const hajjMinistry: Text = { ar: 'الحج والعمرة', en: 'Hajj and Umrah' }

export const stateNames: Readonly<Record<PermitState, Text>> = {
  issued: { ar: 'صادر', en: 'Issued' },
  performed: { ar: 'أدّى الحج به', en: 'Hajj performed' },
  cancelled: { ar: 'ملغى', en: 'Cancelled' },
}

export const seasonName = (year: number): Text => ({ ar: `حج ${year} هـ`, en: `Hajj ${year} AH` })
