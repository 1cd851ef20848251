import type { Text } from '#kernel/text.ts'
import type { Office } from '#platform/appointments/office.ts'
import { devicesText, hoursOf, isOpen } from '#platform/appointments/opening.ts'
import type { Section } from '#platform/appointments/tables.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inOneLine, v } from '#platform/catalogue/value.ts'

/** The sections of an office and of a device. */
export const sections: Readonly<Record<Section, Text>> = {
  all: { ar: 'للجميع', en: 'Everyone' },
  men: { ar: 'الرجال', en: 'Men' },
  women: { ar: 'النساء', en: 'Women' },
}

/** Centres as an inquiry answers them. */
export const centresTable = (centres: readonly Office[], now: Date): Block => ({
  kind: 'table',
  columns: [
    { key: 'name', label: { ar: 'المركز', en: 'Centre' } },
    { key: 'city', label: { ar: 'المدينة', en: 'City' } },
    { key: 'address', label: { ar: 'العنوان', en: 'Address' } },
    { key: 'sections', label: { ar: 'الأقسام', en: 'Sections' } },
    { key: 'hours', label: { ar: 'أوقات العمل', en: 'Hours' } },
    { key: 'openNow', label: { ar: 'مفتوح الآن', en: 'Open now' } },
    { key: 'devices', label: { ar: 'الأجهزة', en: 'Devices' } },
  ],
  rows: centres.map((it) => ({
    name: v.text(it.name),
    city: v.text(it.cityName),
    address: v.text(it.address),
    sections: v.text(inOneLine(it.sections.map((one) => sections[one]))),
    hours: v.text(hoursOf(it)),
    openNow: v.yesNo(isOpen(it, now)),
    devices: it.devices ? v.text(devicesText(it.devices)) : v.none,
  })),
  empty: {
    ar: 'لا مركز بهذه المواصفات. جرّب مدينة قريبة أو قسمًا آخر، أو فعّل من تطبيق مصرفك.',
    en: 'No centre fits. Try a city nearby or another section, or activate in your bank’s app.',
  },
})
