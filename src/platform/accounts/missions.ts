import type { Text } from '#kernel/text.ts'

/** Missions that receive people for activation; fictitious desks in real cities. */
export const missions = {
  cairo: { ar: 'القاهرة', en: 'Cairo' },
  amman: { ar: 'عمّان', en: 'Amman' },
  istanbul: { ar: 'إسطنبول', en: 'Istanbul' },
  london: { ar: 'لندن', en: 'London' },
  washington: { ar: 'واشنطن', en: 'Washington' },
  'new-delhi': { ar: 'نيودلهي', en: 'New Delhi' },
  'kuala-lumpur': { ar: 'كوالالمبور', en: 'Kuala Lumpur' },
} as const satisfies Record<string, Text>

export type Mission = keyof typeof missions
export const isMission = (given: string): given is Mission => Object.hasOwn(missions, given)
