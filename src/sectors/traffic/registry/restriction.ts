import type { Text } from '#kernel/text.ts'

/** What a licence ties its holder to. */
export const restrictions = {
  glasses: { ar: 'يقود بنظارة أو عدسات', en: 'Drives with glasses or lenses' },
  automatic: { ar: 'ناقل حركة آلي فقط', en: 'Automatic gearbox only' },
  'hearing-aid': { ar: 'يقود بسماعة طبية', en: 'Drives with a hearing aid' },
} as const satisfies Readonly<Record<string, Text>>

export type Restriction = keyof typeof restrictions
