import type { Text } from '#kernel/text.ts'

export interface City {
  readonly name: Text
  /** First two digits of its postcodes. */
  readonly postcode: string
}

export interface Region {
  readonly name: Text
  /** The first letter of short addresses in it. */
  readonly letter: string
  readonly cities: readonly [City, ...City[]]
}

const city = (ar: string, en: string, postcode: string): City => ({ name: { ar, en }, postcode })

/** The 13 administrative regions (register F-21) with their main cities, the seat first. */
export const regions = {
  riyadh: {
    name: { ar: 'الرياض', en: 'Riyadh' },
    letter: 'R',
    cities: [
      city('الرياض', 'Riyadh', '12'),
      city('الخرج', 'Al Kharj', '16'),
      city('المجمعة', 'Al Majmaah', '15'),
    ],
  },
  makkah: {
    name: { ar: 'مكة المكرمة', en: 'Makkah' },
    letter: 'J',
    cities: [city('مكة المكرمة', 'Makkah', '24'), city('جدة', 'Jeddah', '23'), city('الطائف', 'Taif', '26')],
  },
  madinah: {
    name: { ar: 'المدينة المنورة', en: 'Madinah' },
    letter: 'M',
    cities: [city('المدينة المنورة', 'Madinah', '42'), city('ينبع', 'Yanbu', '46')],
  },
  qassim: {
    name: { ar: 'القصيم', en: 'Qassim' },
    letter: 'Q',
    cities: [city('بريدة', 'Buraydah', '52'), city('عنيزة', 'Unayzah', '56')],
  },
  eastern: {
    name: { ar: 'المنطقة الشرقية', en: 'Eastern Province' },
    letter: 'E',
    cities: [
      city('الدمام', 'Dammam', '32'),
      city('الخبر', 'Khobar', '34'),
      city('الأحساء', 'Al Ahsa', '36'),
      city('الجبيل', 'Jubail', '35'),
    ],
  },
  asir: {
    name: { ar: 'عسير', en: 'Asir' },
    letter: 'A',
    cities: [city('أبها', 'Abha', '62'), city('خميس مشيط', 'Khamis Mushait', '62')],
  },
  tabuk: { name: { ar: 'تبوك', en: 'Tabuk' }, letter: 'T', cities: [city('تبوك', 'Tabuk', '47')] },
  hail: { name: { ar: 'حائل', en: 'Hail' }, letter: 'H', cities: [city('حائل', 'Hail', '55')] },
  'northern-borders': {
    name: { ar: 'الحدود الشمالية', en: 'Northern Borders' },
    letter: 'N',
    cities: [city('عرعر', 'Arar', '73')],
  },
  jazan: { name: { ar: 'جازان', en: 'Jazan' }, letter: 'G', cities: [city('جيزان', 'Jizan', '82')] },
  najran: { name: { ar: 'نجران', en: 'Najran' }, letter: 'L', cities: [city('نجران', 'Najran', '66')] },
  bahah: { name: { ar: 'الباحة', en: 'Al Bahah' }, letter: 'B', cities: [city('الباحة', 'Al Bahah', '65')] },
  jawf: { name: { ar: 'الجوف', en: 'Al Jawf' }, letter: 'F', cities: [city('سكاكا', 'Sakaka', '72')] },
} as const satisfies Readonly<Record<string, Region>>

export type RegionCode = keyof typeof regions
export const regionCodes = Object.keys(regions) as readonly RegionCode[]
