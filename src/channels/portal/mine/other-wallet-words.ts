import type { Text } from '#kernel/text.ts'

/** The words of the page of wallets that are not ours. */
export const otherWalletWords = {
  title: { ar: 'في محفظة أخرى', en: 'In another wallet' },
  what: {
    ar: 'تحفظ هذه الوثيقة في أي محفظة رقمية تدعم OpenID4VCI. تصلك رسالة برمز تطلبه المحفظة، وتبقى النسخة شهرًا ثم تُجدَّد، وتقدر توقفها متى شئت.',
    en: 'You can put this document into any digital wallet that speaks OpenID4VCI. A message brings a code that the wallet asks for. The copy lasts a month, is then renewed, and you can stop it at any time.',
  },
  put: { ar: 'احفظها في محفظة أخرى', en: 'Put it into another wallet' },
  scan: { ar: 'امسح الرمز بمحفظتك', en: 'Scan this with your wallet' },
  codeSent: {
    ar: 'ستطلب المحفظة رمزًا من ستة أرقام: أرسلناه إلى جوالك الآن.',
    en: 'The wallet will ask for six digits: we have just sent them to your mobile.',
  },
  until: { ar: 'صالح حتى', en: 'Good until' },
  open: { ar: 'افتح المحفظة على هذا الجهاز', en: 'Open the wallet on this device' },
  played: { ar: 'جرّبها في محفظة البيئة التجريبية', en: 'Try it in the sandbox’s wallet' },
  carried: { ar: 'محفوظة الآن في', en: 'Carried now' },
  since: { ar: 'محفظة أخرى منذ', en: 'Another wallet, since' },
  ends: { ar: 'تنتهي النسخة في', en: 'The copy ends on' },
  stop: { ar: 'أوقفها فورًا', en: 'Stop it now' },
} as const satisfies Record<string, Text>
