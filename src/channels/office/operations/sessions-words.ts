import type { PluralForms } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'

/** What the page that signs somebody out says. */
export const sessionWords = {
  title: { ar: 'إنهاء جلسات شخص', en: 'Sign somebody out everywhere' },
  lead: {
    ar: 'تنتهي جلساته على كل الأجهزة في الحال، وتصله رسالة فيها السبب. حسابه وكلمة مروره لا يتغيران.',
    en: 'Every session of theirs ends at once, and they get a message with the reason. Account and password stay as they are.',
  },
  person: { ar: 'رقم الهوية أو الإقامة أو الحدود', en: 'ID, iqama or border number' },
  reason: { ar: 'السبب', en: 'The reason' },
  reasonHint: {
    ar: 'يقرؤه صاحب الحساب كما تكتبه.',
    en: 'The holder of the account reads it as you write it.',
  },
  end: { ar: 'أنهِ الجلسات', en: 'End the sessions' },
  told: { ar: 'أُرسلت رسالة إلى صاحب الحساب.', en: 'The holder of the account has been told.' },
} as const satisfies Record<string, Text>

export const endedForms: Readonly<Record<Locale, PluralForms>> = {
  ar: {
    one: 'انتهت جلسة واحدة.',
    two: 'انتهت جلستان.',
    few: 'انتهت {n} جلسات.',
    other: 'انتهت {n} جلسة.',
  },
  en: { one: 'One session was ended.', other: '{n} sessions were ended.' },
}
