import type { Text } from '#kernel/text.ts'

/** What the desk says where it gives somebody who lost their line another mobile. */
export const words = {
  title: { ar: 'تغيير جوال مفقود', en: 'Replace a lost mobile' },
  lead: {
    ar: 'لمن فقد رقمه القديم. طابق الوثيقة والبصمة، ثم اكتب الرمز الذي يصل إلى الرقم الجديد. يُغيَّر بعد موافقة زميل ثانٍ.',
    en: 'For who lost their old line. Check document and finger, then type the code that comes to the new line. It is changed once a second colleague agrees.',
  },
  open: { ar: 'غيّر جوالًا مفقودًا', en: 'Replace a lost mobile' },
  who: { ar: 'رقم الهوية أو الإقامة أو الحدود', en: 'ID, iqama or border number' },
  mobile: { ar: 'الجوال الجديد', en: 'The new mobile' },
  finger: {
    ar: 'بعد الضغط يضع الشخص إصبعه على القارئ.',
    en: 'After you press, the person places a finger on the reader.',
  },
  compare: { ar: 'طابق البصمة وأرسل الرمز', en: 'Match the finger and send the code' },
  noReader: { ar: 'لا قارئ بصمة في هذا الجهاز', en: 'There is no fingerprint reader at this workstation' },
  codeTitle: { ar: 'الرمز الذي وصل', en: 'The code that arrived' },
  codeLead: {
    ar: 'طابقت البصمة. أُرسل رمز إلى {mobile}؛ اطلبه من صاحبه واكتبه.',
    en: 'The finger matched. A code went to {mobile}; ask its holder for it and type it.',
  },
  code: { ar: 'الأرقام الستة', en: 'The six digits' },
  codeAgain: { ar: 'لم يصل الرمز؟ ابدأ من جديد', en: 'No code came? Begin anew' },
  confirm: { ar: 'أكّد', en: 'Confirm' },
  asked: {
    ar: 'سُجّل الطلب وينتظر موافقة زميل. أُخبر الرقم القديم والبريد.',
    en: 'It is recorded and waits for a colleague. The old line and the mail have been told.',
  },
  review: { ar: 'جوالات تنتظر موافقتك', en: 'Mobiles that wait for a second officer' },
  none: { ar: 'لا شيء ينتظر.', en: 'Nothing is waiting.' },
  person: { ar: 'صاحب الحساب', en: 'Whose account' },
  officer: { ar: 'الموظف', en: 'Officer' },
  when: { ar: 'متى', en: 'When' },
  look: { ar: 'راجع', en: 'Look' },
  own: { ar: 'طلبته أنت', en: 'You asked for it' },
  reviewTitle: { ar: 'هل يُغيَّر هذا الجوال؟', en: 'Shall this mobile be changed?' },
  document: { ar: 'الوثيقة', en: 'The document' },
  card: { ar: 'بطاقة الهوية', en: 'Identity card' },
  passport: { ar: 'جواز السفر', en: 'Passport' },
  biometric: { ar: 'البصمة', en: 'The fingerprint' },
  matched: { ar: 'طابقت عند المكتب', en: 'Matched at the desk' },
  agree: { ar: 'أوافق، غيّر الجوال', en: 'I agree: change the mobile' },
  refuse: { ar: 'لا أوافق', en: 'I do not agree' },
  reason: { ar: 'سبب عدم الموافقة', en: 'Why not' },
  reasonHint: { ar: 'يقرؤه صاحب الحساب.', en: 'The holder of the account reads it.' },
  changed: {
    ar: 'غُيّر الجوال. أُخبر الرقمان والبريد، وتنتظر العمليات الحساسة 24 ساعة.',
    en: 'The mobile is changed. Both lines and the mail have been told, and sensitive acts wait 24 hours.',
  },
  refused: { ar: 'لم يُغيَّر شيء، وأُخبر صاحب الحساب.', en: 'Nothing was changed; the holder has been told.' },
} as const satisfies Record<string, Text>
