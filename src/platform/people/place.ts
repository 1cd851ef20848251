import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'

export interface City {
  readonly name: Text
  readonly region: Region
  /** First two digits of its postcodes. */
  readonly postcode: string
}

const city = (region: Region, ar: string, en: string, postcode: string): City => ({
  name: { ar, en },
  region,
  postcode,
})

/** The main cities of the thirteen regions (register F-21), the seat of each region first. */
export const cities: readonly City[] = [
  city('01', 'الرياض', 'Riyadh', '12'),
  city('01', 'الخرج', 'Al Kharj', '16'),
  city('01', 'المجمعة', 'Al Majmaah', '15'),
  city('02', 'مكة المكرمة', 'Makkah', '24'),
  city('02', 'جدة', 'Jeddah', '23'),
  city('02', 'الطائف', 'Taif', '26'),
  city('03', 'المدينة المنورة', 'Madinah', '42'),
  city('03', 'ينبع', 'Yanbu', '46'),
  city('04', 'الدمام', 'Dammam', '32'),
  city('04', 'الخبر', 'Khobar', '34'),
  city('04', 'الأحساء', 'Al Ahsa', '36'),
  city('04', 'الجبيل', 'Jubail', '35'),
  city('05', 'بريدة', 'Buraydah', '52'),
  city('05', 'عنيزة', 'Unayzah', '56'),
  city('06', 'حائل', 'Hail', '55'),
  city('07', 'تبوك', 'Tabuk', '47'),
  city('08', 'عرعر', 'Arar', '73'),
  city('09', 'جازان', 'Jazan', '82'),
  city('10', 'نجران', 'Najran', '66'),
  city('11', 'الباحة', 'Al Bahah', '65'),
  city('12', 'سكاكا', 'Sakaka', '72'),
  city('14', 'أبها', 'Abha', '62'),
  city('14', 'خميس مشيط', 'Khamis Mushait', '62'),
]

/** A main city by its name in either language. */
export const cityNamed = (name: string): City | undefined => {
  const asked = name.trim().toLowerCase()
  return cities.find((one) => one.name.ar === asked || one.name.en.toLowerCase() === asked)
}
