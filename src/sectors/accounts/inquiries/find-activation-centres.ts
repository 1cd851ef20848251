import { findOffices, type Office } from '#platform/appointments/office.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import type { Db } from '#platform/database/tables.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { centresTable, sections } from '../centres-table.ts'

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
      blocks.push(centresTable(centres, clock.now()))
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
