import type { Text } from '#kernel/text.ts'

/** What an operator offers to establishments [assumed]. */
export const products = {
  fibre: { ar: 'إنترنت ألياف', en: 'Fibre internet' },
  'fixed-address': { ar: 'عنوان إنترنت ثابت', en: 'Fixed internet address' },
  'text-messages': { ar: 'رسائل نصية جماعية', en: 'Bulk text messages' },
  switchboard: { ar: 'مقسّم سحابي', en: 'Cloud switchboard' },
  roaming: { ar: 'تجوال دولي', en: 'International roaming' },
} as const satisfies Record<string, Text>
export type ProductCode = keyof typeof products

export const tiers = {
  basic: { ar: 'أساسية', en: 'Basic' },
  plus: { ar: 'إضافية', en: 'Plus' },
  max: { ar: 'قصوى', en: 'Max' },
} as const satisfies Record<string, Text>
export type TierCode = keyof typeof tiers

/** What points are exchanged for (R-DEL-07), and for how many [assumed]. */
export const rewards = {
  'minutes-500': { points: 500, title: { ar: '500 دقيقة', en: '500 minutes' } },
  'data-50': { points: 1200, title: { ar: '50 غيغابايت', en: '50 gigabytes' } },
  'device-voucher': { points: 5000, title: { ar: 'قسيمة جهاز', en: 'A voucher for a device' } },
} as const satisfies Record<string, { readonly points: number; readonly title: Text }>
export type RewardCode = keyof typeof rewards

/** The options of a field from a table of titles. */
export const optionsOf = <K extends string>(
  titles: Readonly<Record<K, Text>>,
): readonly { readonly value: K; readonly label: Text }[] =>
  // The keys of a record of codes are codes.
  (Object.entries(titles) as [K, Text][]).map(([value, label]) => ({ value, label }))
