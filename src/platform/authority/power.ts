import type { Text } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition, InquiryDefinition, ServiceDefinition } from '#platform/catalogue/definition.ts'

/** One thing that a delegate may be allowed, by itself. */
export interface Power {
  readonly name: string
  readonly title: Text
  readonly sector?: string
}

/** A definition that somebody may be trusted with. */
export const isDelegable = (one: Definition): one is ServiceDefinition | InquiryDefinition =>
  one.kind !== 'procedure' && one.delegable === true

/** The power that a definition asks of a delegate: the one that it names, or its own. */
export const powerOf = (one: ServiceDefinition | InquiryDefinition): string => one.power ?? one.slug

/**
 * Everything that a person may let another do for them, as of today: what the catalogue marks as delegable
 * and nothing else. "All powers" is this list written out, so that what is added later is never covered.
 */
export function personPowers(catalogue: Pick<Catalogue, 'definitions'>): readonly Power[] {
  const powers = new Map<string, Power>()
  for (const one of catalogue.definitions.filter(isDelegable)) {
    const name = powerOf(one)
    const known = powers.get(name)
    powers.set(name, {
      name,
      sector: one.sector,
      title: known
        ? { ar: `${known.title.ar}، ${one.title.ar}`, en: `${known.title.en}; ${one.title.en}` }
        : one.title,
    })
  }
  return [...powers.values()]
}

/** What a power is called; its name when the service behind it is gone. */
export const powerTitle = (powers: readonly Power[], name: string): Text =>
  powers.find((one) => one.name === name)?.title ?? { ar: name, en: name }

/** What the delegates of an establishment may be given (R-DEL-01…10), and what belongs to the other kinds. */
export const businessPowers: readonly Power[] = [
  { name: 'bills.read', title: { ar: 'مراجعة جميع الفواتير', en: 'Review all bills' } },
  { name: 'bills.pay', title: { ar: 'سداد الفواتير', en: 'Pay bills' } },
  { name: 'credit.update', title: { ar: 'تغيير حد الائتمان', en: 'Change the credit limit' } },
  { name: 'services.activate', title: { ar: 'تنشيط الخدمات وتعريفها', en: 'Activate and define services' } },
  {
    name: 'services.change',
    title: { ar: 'تعديل الخدمات وإلغاؤها في أي وقت', en: 'Change and cancel services at any time' },
  },
  { name: 'services.request', title: { ar: 'طلب خدمات جديدة', en: 'Request new services' } },
  { name: 'points.redeem', title: { ar: 'استبدال النقاط بالمكافآت', en: 'Redeem points for rewards' } },
  { name: 'message.send', title: { ar: 'إرسال البرقيات الإلكترونية', en: 'Send electronic telegrams' } },
  {
    name: 'fingerprint.self.read',
    title: { ar: 'عرض حالة بصمة المفوَّض نفسه', en: 'See the state of one’s own fingerprint' },
  },
  {
    name: 'fingerprint.users.read',
    title: {
      ar: 'عرض حالة بصمة المستخدمين الفعليين، بأرقام محجوبة',
      en: 'See the state of the actual users’ fingerprints, with masked numbers',
    },
  },
]

/** What the other kinds of delegate hold, one power each. */
export const singlePowers = {
  signatory: {
    name: 'operator.represent',
    title: { ar: 'تمثيل المنشأة أمام المشغّل', en: 'Represent the establishment before the operator' },
  },
  'sim-authentication': {
    name: 'lines.authenticate',
    title: {
      ar: 'توثيق خطوط المنشأة ببصمته',
      en: 'Authenticate the establishment’s lines with their own fingerprint',
    },
  },
} as const satisfies Record<string, Power>

/** Every power that anything may name, for its title. */
export const allPowers = (catalogue: Pick<Catalogue, 'definitions'>): readonly Power[] => [
  ...personPowers(catalogue),
  ...businessPowers,
  ...Object.values(singlePowers),
]
