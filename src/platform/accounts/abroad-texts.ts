import { formatInstant } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'
import type { OwnAbroad } from './abroad.ts'
import { type Mission, missions } from './missions.ts'

const where = (it: OwnAbroad, locale: Locale): string =>
  it.way === 'video'
    ? { ar: 'باتصال مرئي', en: 'on a video call' }[locale]
    : { ar: `في بعثة ${missions[it.mission].ar}`, en: `at the mission in ${missions[it.mission].en}` }[locale]

/** A place in words. */
export const abroadPlaceTitle = ({
  mission,
}: {
  readonly way: 'video' | 'mission'
  readonly mission?: Mission | undefined
}): Text =>
  mission
    ? { ar: `بعثة ${missions[mission].ar}`, en: `Mission in ${missions[mission].en}` }
    : { ar: 'اتصال مرئي', en: 'Video call' }

/** What is said of an activation from abroad. */
export const abroadTexts = {
  where,
  asked: (it: OwnAbroad) => ({
    title: { ar: 'حُجز موعد تفعيلك', en: 'Your activation is booked' },
    body: {
      ar: `ديوان: موعد تفعيل حسابك ${where(it, 'ar')}، ${formatInstant(it.slot, 'ar')} بتوقيت الرياض. أحضر جوازك.`,
      en: `Diwan: your account is activated ${where(it, 'en')}, ${formatInstant(it.slot, 'en')} Riyadh time. Have your passport with you.`,
    },
  }),
  refused: (reason: string) => ({
    title: { ar: 'لم يُفعّل حسابك', en: 'Your account was not activated' },
    body: {
      ar: `ديوان: لم يُفعّل حسابك في موعدك. السبب: ${reason}. يمكنك طلب موعد آخر.`,
      en: `Diwan: your account was not activated at your appointment. The reason: ${reason}. You can ask for another one.`,
    },
  }),
  early: (slot: Date): Problem => ({
    status: 409,
    code: 'too-early',
    title: { ar: 'لم يحن الموعد بعد', en: 'It is not time yet' },
    detail: {
      ar: `الموعد ${formatInstant(slot, 'ar')} بتوقيت الرياض. قابله فيه، ثم قرّر.`,
      en: `The appointment is on ${formatInstant(slot, 'en')} Riyadh time. See them then, and decide afterwards.`,
    },
    next: {
      label: { ar: 'مواعيد التفعيل من الخارج', en: 'Activations from abroad' },
      page: '/office/abroad',
    },
  }),
  missed: {
    title: { ar: 'مضى موعد تفعيلك', en: 'Your activation appointment has passed' },
    body: {
      ar: 'ديوان: مضى موعد تفعيل حسابك ولم يكتمل. احجز موعدًا آخر متى شئت.',
      en: 'Diwan: the appointment to activate your account has passed without an outcome. Book another one at any time.',
    },
  },
  taken: { ar: 'اختر وقتًا متاحًا', en: 'Choose a time that is free' },
  citizens: {
    status: 403,
    code: 'citizens-only',
    title: { ar: 'هذا للمواطنين في الخارج', en: 'This is for citizens abroad' },
    detail: {
      ar: 'المقيم والزائر يفعّلان الحساب داخل المملكة.',
      en: 'Residents and visitors activate inside the Kingdom.',
    },
    next: { label: { ar: 'طرق التفعيل', en: 'How to activate' }, page: '/activate' },
  },
  passport: {
    status: 409,
    code: 'no-passport',
    title: { ar: 'لا جواز ساريًا في سجلك', en: 'The register holds no valid passport of yours' },
    detail: {
      ar: 'جدّد جوازك أولًا؛ به يعرفك الموظف.',
      en: 'Renew it first: the officer knows you by it.',
    },
  },
  active: {
    status: 409,
    code: 'already-activated',
    title: { ar: 'حسابك مُفعّل من قبل', en: 'Your account is already active' },
    next: { label: { ar: 'الصفحة الرئيسية', en: 'Home' }, page: '/' },
  },
  waits: {
    status: 409,
    code: 'already-asked',
    title: { ar: 'لك موعد من قبل', en: 'You have an appointment already' },
    detail: { ar: 'ألغه أولًا إن أردت غيره.', en: 'Cancel it first if you want another one.' },
    next: { label: { ar: 'موعدك', en: 'Your appointment' }, page: '/activate/abroad' },
  },
} as const satisfies Record<string, unknown>
