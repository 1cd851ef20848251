import type { Text } from '#kernel/text.ts'

/** What the bank says where it gives its customer's mobile to Diwan (register bank-update-mobile). */
export const mobileWords = {
  title: { ar: 'تحديث جوالك في ديوان', en: 'Update your mobile in Diwan' },
  lead: {
    ar: 'فقدت رقمك القديم؟ يرسل المصرف إلى ديوان رقم جوالك المسجل لديه، فيصير جوال حسابك.',
    en: 'Lost your old line? The bank gives Diwan the mobile that it holds of you, which becomes that of your account.',
  },
  hold: {
    ar: 'حماية لك يُنبَّه الرقمان، وتنتظر العمليات الحساسة في ديوان 24 ساعة.',
    en: 'To protect you, both lines are told, and sensitive acts in Diwan wait 24 hours.',
  },
  born: { ar: 'تاريخ ميلادك في ملفك لدى المصرف', en: 'Your date of birth in the bank’s file' },
  send: { ar: 'تأكيد وإرسال', en: 'Confirm and send' },
  changed: {
    ar: 'صار هذا الرقم جوال حسابك في ديوان.',
    en: 'This number is now the mobile of your Diwan account.',
  },
  'same-already': {
    ar: 'هذا الرقم هو جوال حسابك في ديوان من قبل.',
    en: 'This number was the mobile of your Diwan account already.',
  },
  'not-matched': {
    ar: 'بياناتك لدى المصرف لا تطابق سجل الدولة، أو لا حساب مفتوحًا لك في ديوان. لم يتغير شيء.',
    en: 'What the bank knows of you does not match the register, or you have no open account in Diwan. Nothing was changed.',
  },
  'no-answer': {
    ar: 'لا تجيب ديوان الآن. لم يتغير شيء؛ أعد المحاولة بعد قليل.',
    en: 'Diwan is not answering. Nothing has changed; try again shortly.',
  },
} satisfies Record<string, Text>
