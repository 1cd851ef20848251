import type { Text } from '#kernel/text.ts'

/** One thing that a delegate may be allowed, by itself. */
export interface Power {
  readonly name: string
  readonly title: Text
  readonly sector?: string
}

/** What the delegates of an establishment may be given (R-DEL-01…10), and what belongs to the other kinds. */
export const businessPowers = [
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
] as const satisfies readonly Power[]

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

/** What nobody is given: it stays with the owner of the establishment, such as appointing others. */
export const ownerAlone = 'owner'

/** Every power that something done for an establishment may ask. */
export const establishmentPowers: ReadonlySet<string> = new Set([
  ...[...businessPowers, ...Object.values(singlePowers)].map((one) => one.name),
  ownerAlone,
])
