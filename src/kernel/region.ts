import type { Text } from './text.ts'

/** The thirteen administrative regions (register F-21), by ISO 3166-2:SA code. */
export const regions = {
  '01': { ar: 'الرياض', en: 'Riyadh' },
  '02': { ar: 'مكة المكرمة', en: 'Makkah' },
  '03': { ar: 'المدينة المنورة', en: 'Madinah' },
  '04': { ar: 'المنطقة الشرقية', en: 'Eastern Province' },
  '05': { ar: 'القصيم', en: 'Qassim' },
  '06': { ar: 'حائل', en: 'Hail' },
  '07': { ar: 'تبوك', en: 'Tabuk' },
  '08': { ar: 'الحدود الشمالية', en: 'Northern Borders' },
  '09': { ar: 'جازان', en: 'Jazan' },
  '10': { ar: 'نجران', en: 'Najran' },
  '11': { ar: 'الباحة', en: 'Bahah' },
  '12': { ar: 'الجوف', en: 'Jawf' },
  '14': { ar: 'عسير', en: 'Asir' },
} as const satisfies Readonly<Record<string, Text>>

export type Region = keyof typeof regions
