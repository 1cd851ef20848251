import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Office } from './office.ts'
import type { Devices, Section } from './tables.ts'

interface Place {
  readonly city: string
  readonly cityName: Text
  readonly region: Region
  readonly at: readonly [latitude: number, longitude: number]
  /** As document 001 counts them (register R-KSK-01 to R-KSK-14). */
  readonly devices: Devices
  /** Places at a time in its Passports office. */
  readonly capacity: number
  /** Civil Affairs has an office there, with these sections. */
  readonly civilAffairs?: readonly Section[]
  readonly traffic?: true
}

const city = (
  id: string,
  ar: string,
  en: string,
  at: Place['at'],
  devices: Devices,
  more: Partial<Place> = {},
): Place => ({ city: id, cityName: { ar, en }, region: '01', at, devices, capacity: 3, ...more })

const everyone: readonly Section[] = ['all', 'men', 'women']

/** The fourteen places of the seed document 001 at their real coordinates; their offices are fictional. */
const places: readonly Place[] = [
  city(
    'riyadh',
    'الرياض',
    'Riyadh',
    [24.7136, 46.6753],
    { qualifier: 'more-than', count: 60 },
    {
      capacity: 8,
      civilAffairs: everyone,
      traffic: true,
    },
  ),
  city(
    'jeddah',
    'جدة',
    'Jeddah',
    [21.4858, 39.1925],
    { qualifier: 'more-than', count: 26 },
    {
      region: '02',
      capacity: 6,
      civilAffairs: everyone,
      traffic: true,
    },
  ),
  city(
    'makkah',
    'مكة المكرمة',
    'Makkah',
    [21.3891, 39.8579],
    { qualifier: 'more-than', count: 7 },
    {
      region: '02',
      capacity: 5,
      civilAffairs: everyone,
    },
  ),
  city(
    'taif',
    'الطائف',
    'Taif',
    [21.2703, 40.4158],
    { qualifier: 'more-than', count: 8 },
    {
      region: '02',
      civilAffairs: everyone,
    },
  ),
  // R-KSK-05: its Civil Affairs office is for women.
  city(
    'diriyah',
    'الدرعية',
    'Diriyah',
    [24.7342, 46.5728],
    { qualifier: 'many' },
    { civilAffairs: ['women'] },
  ),
  // R-KSK-06: "not more than 7", kept as written.
  city(
    'madinah',
    'المدينة المنورة',
    'Madinah',
    [24.5247, 39.5692],
    { qualifier: 'at-most', count: 7 },
    {
      region: '03',
      capacity: 5,
      civilAffairs: everyone,
    },
  ),
  city(
    'kharj',
    'الخرج',
    'Al Kharj',
    [24.1483, 47.305],
    { qualifier: 'many' },
    { civilAffairs: everyone, traffic: true },
  ),
  city('huraymila', 'حريملاء', 'Huraymila', [25.1278, 46.1211], { qualifier: 'at-least', count: 1 }),
  city('hawtat-sudair', 'حوطة سدير', 'Hawtat Sudair', [25.5986, 45.6222], {
    qualifier: 'at-least',
    count: 1,
  }),
  city('dawadmi', 'الدوادمي', 'Ad Dawadmi', [24.5077, 44.3924], { qualifier: 'at-least', count: 1 }),
  city('afif', 'عفيف', 'Afif', [23.9065, 42.9172], { qualifier: 'at-least', count: 1 }),
  city('majmaah', 'المجمعة', 'Al Majmaah', [25.9039, 45.3456], { qualifier: 'at-least', count: 1 }),
  city('aflaj', 'الأفلاج', 'Al Aflaj', [22.2889, 46.7228], { qualifier: 'at-least', count: 1 }),
  city('muzahimiyah', 'المزاحمية', 'Al Muzahimiyah', [24.47, 46.2581], { qualifier: 'at-least', count: 1 }),
]

const served = { opens: '08:00', closes: '14:00', slotMinutes: 30 } as const

/** Offices and sites of self-service devices of the synthetic country. */
export const offices: readonly Office[] = places.flatMap((place) => [
  office(
    place,
    'passports',
    { ar: `جوازات ${place.cityName.ar}`, en: `${place.cityName.en} Passports` },
    {
      ...served,
      purposes: ['fingerprint', 'activation'],
      sections: everyone,
      capacity: place.capacity,
    },
  ),
  ...(place.civilAffairs
    ? [
        office(
          place,
          'civil-affairs',
          { ar: `أحوال ${place.cityName.ar}`, en: `${place.cityName.en} Civil Affairs` },
          {
            ...served,
            purposes: ['fingerprint', 'activation'],
            sections: place.civilAffairs,
            capacity: place.capacity,
          },
        ),
      ]
    : []),
  ...(place.traffic
    ? [
        office(
          place,
          'traffic',
          { ar: `مرور ${place.cityName.ar}`, en: `${place.cityName.en} Traffic` },
          {
            ...served,
            purposes: ['traffic'],
            sections: everyone,
            capacity: 4,
          },
        ),
      ]
    : []),
  // R-KSK-15 men's and women's devices, R-KSK-16 all day long; nobody books one.
  office(
    place,
    'kiosks',
    {
      ar: `أجهزة الخدمة الذاتية في ${place.cityName.ar}`,
      en: `Self-service devices in ${place.cityName.en}`,
    },
    {
      opens: '00:00',
      closes: '24:00',
      slotMinutes: 30,
      purposes: ['self-service'],
      sections: ['men', 'women'],
      capacity: 0,
      devices: place.devices,
    },
  ),
])

function office(
  place: Place,
  kind: Office['kind'],
  name: Text,
  rest: Pick<Office, 'purposes' | 'sections' | 'opens' | 'closes' | 'slotMinutes' | 'capacity'> & {
    devices?: Devices
  },
): Office {
  const { ar, en } = place.cityName
  return {
    id: `${place.city}-${kind}`,
    name,
    kind,
    city: place.city,
    cityName: place.cityName,
    region: place.region,
    address: { ar: `طريق الملك عبدالعزيز، ${ar}`, en: `King Abdulaziz Road, ${en}` },
    latitude: place.at[0],
    longitude: place.at[1],
    devices: undefined,
    ...rest,
  }
}
