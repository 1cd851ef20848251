import type { Text } from '#kernel/text.ts'
import { findOffices, type Office } from '#platform/appointments/office.ts'
import { devicesText, hoursOf, isOpen } from '#platform/appointments/opening.ts'
import type { Section } from '#platform/appointments/tables.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'

const sections: Readonly<Record<Section, Text>> = {
  all: { ar: 'للجميع', en: 'Everyone' },
  men: { ar: 'الرجال', en: 'Men' },
  women: { ar: 'النساء', en: 'Women' },
}

export default inquiry('find-activation-centres', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'مراكز التسجيل والتفعيل', en: 'Registration and activation centres' },
  summary: {
    ar: 'أين تفعّل حسابك: مكتب أو جهاز خدمة ذاتية أو مصرفك.',
    en: 'Where to activate your account: an office, a self-service device or your bank.',
  },
  words: [
    'أجهزة الخدمة الذاتية',
    'أجهزة التسجيل والخدمة الذاتية',
    'مكاتب الجوازات',
    'أقرب مكتب',
    'الأوضاع',
    'الظروف',
    'مكانة الدرعية',
    'في الخارج',
    'الماماجامة',
    'المزامية',
    'حويتا سدير',
    'kiosk',
    'office',
  ],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  form: form(
    {
      city: choice({ label: { ar: 'المدينة', en: 'City' }, options: 'subject', optional: true }),
      channel: choice({
        label: { ar: 'طريقة التفعيل', en: 'How to activate' },
        options: [
          { value: 'officer', label: { ar: 'موظف التفعيل', en: 'An activation officer' } },
          { value: 'kiosk', label: { ar: 'جهاز خدمة ذاتية', en: 'A self-service device' } },
          { value: 'bank', label: { ar: 'المصرف', en: 'Your bank' } },
        ],
        optional: true,
      }),
      section: choice({
        label: { ar: 'القسم', en: 'Section' },
        hint: {
          ar: 'الخدمة واحدة في كل قسم، والخيار لك.',
          en: 'The service is the same in each; the choice is yours.',
        },
        options: [
          { value: 'women', label: sections.women },
          { value: 'men', label: sections.men },
        ],
        optional: true,
      }),
    },
    [
      {
        slug: 'where',
        title: { ar: 'أين؟', en: 'Where?' },
        fields: ['city', 'channel', 'section'],
      },
    ],
  ),
  options: async ({ db }) => {
    const cities = new Map((await findOffices(db)).map((office) => [office.city, office.cityName]))
    return [...cities].map(([value, label]) => ({ value, label }))
  },
  answer: async ({ db, clock, answers }) => {
    const blocks: Block[] = []
    if (answers.channel !== 'bank') {
      const centres = await centresFor(db, answers)
      blocks.push(table(centres, clock.now()))
    }
    if (!answers.channel || answers.channel === 'bank') blocks.push(bank)
    return blocks
  },
})

async function centresFor(
  db: Db,
  wanted: {
    readonly city?: string | undefined
    readonly channel?: 'officer' | 'kiosk' | 'bank' | undefined
    readonly section?: 'women' | 'men' | undefined
  },
): Promise<readonly Office[]> {
  const where = {
    ...(wanted.city && { city: wanted.city }),
    ...(wanted.section && { section: wanted.section }),
  }
  const officers =
    wanted.channel === 'kiosk' ? [] : await findOffices(db, { ...where, purpose: 'activation' })
  const kiosks = wanted.channel === 'officer' ? [] : await findOffices(db, { ...where, kind: 'kiosks' })
  return [...officers, ...kiosks].sort((a, b) => order(a).localeCompare(order(b)))
}

const order = (it: Office): string => `${it.region} ${it.city} ${it.kind === 'kiosks' ? 1 : 0} ${it.id}`

const table = (centres: readonly Office[], now: Date): Block => ({
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
    sections: v.text({
      ar: it.sections.map((one) => sections[one].ar).join('، '),
      en: it.sections.map((one) => sections[one].en).join(', '),
    }),
    hours: v.text(hoursOf(it)),
    openNow: v.yesNo(isOpen(it, now)),
    devices: it.devices ? v.text(devicesText(it.devices)) : v.none,
  })),
  empty: {
    ar: 'لا مركز بهذه المواصفات. جرّب مدينة قريبة أو قسمًا آخر، أو فعّل من تطبيق مصرفك.',
    en: 'No centre fits. Try a city nearby or another section, or activate in your bank’s app.',
  },
})

const bank: Block = {
  kind: 'note',
  tone: 'neutral',
  body: {
    ar: 'من أي مكان وفي أي وقت: تطبيق مصرفك أو موقعه أو صرّافه الآلي.',
    en: 'From anywhere, at any time: your bank’s app, its website or an ATM.',
  },
  next: {
    label: { ar: 'التفعيل من خلال البنوك', en: 'Activate through your bank' },
    service: 'activate-account-bank',
  },
}
