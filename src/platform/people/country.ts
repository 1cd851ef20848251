import type { Text } from '#kernel/text.ts'

/** Countries by ISO 3166-1 alpha-3 code, as machine-readable documents write them (ICAO 9303). */
export const countries = {
  SAU: { ar: 'السعودية', en: 'Saudi Arabia' },
  ARE: { ar: 'الإمارات', en: 'United Arab Emirates' },
  BHR: { ar: 'البحرين', en: 'Bahrain' },
  KWT: { ar: 'الكويت', en: 'Kuwait' },
  OMN: { ar: 'عُمان', en: 'Oman' },
  QAT: { ar: 'قطر', en: 'Qatar' },
  BGD: { ar: 'بنغلاديش', en: 'Bangladesh' },
  EGY: { ar: 'مصر', en: 'Egypt' },
  ETH: { ar: 'إثيوبيا', en: 'Ethiopia' },
  IDN: { ar: 'إندونيسيا', en: 'Indonesia' },
  IND: { ar: 'الهند', en: 'India' },
  JOR: { ar: 'الأردن', en: 'Jordan' },
  KEN: { ar: 'كينيا', en: 'Kenya' },
  LBN: { ar: 'لبنان', en: 'Lebanon' },
  LKA: { ar: 'سريلانكا', en: 'Sri Lanka' },
  MAR: { ar: 'المغرب', en: 'Morocco' },
  NPL: { ar: 'نيبال', en: 'Nepal' },
  PAK: { ar: 'باكستان', en: 'Pakistan' },
  PHL: { ar: 'الفلبين', en: 'Philippines' },
  SDN: { ar: 'السودان', en: 'Sudan' },
  SYR: { ar: 'سوريا', en: 'Syria' },
  TUN: { ar: 'تونس', en: 'Tunisia' },
  TUR: { ar: 'تركيا', en: 'Türkiye' },
  UGA: { ar: 'أوغندا', en: 'Uganda' },
  YEM: { ar: 'اليمن', en: 'Yemen' },
} as const satisfies Readonly<Record<string, Text>>

export type CountryCode = keyof typeof countries
export const countryCodes = Object.keys(countries) as readonly CountryCode[]

export const countryName = (code: CountryCode): Text => countries[code]
