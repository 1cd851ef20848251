import type { Text } from '#kernel/text.ts'

/** The last part of an action's name says what was done; the part before it, to what. */
const verbs: Readonly<Record<string, Text>> = {
  read: { ar: 'اطلع على بياناتك', en: 'Looked at your data' },
  list: { ar: 'اطلع على بياناتك', en: 'Looked at your data' },
  inquire: { ar: 'استعلم عنك', en: 'Made an inquiry about you' },
  submit: { ar: 'قدّم طلبًا يخصك', en: 'Made a request that concerns you' },
  decide: { ar: 'بتّ في طلب يخصك', en: 'Decided on a request that concerns you' },
  activate: { ar: 'فعّل حسابك', en: 'Activated your account' },
  download: { ar: 'نزّل ملفًا يخصك', en: 'Downloaded a file of yours' },
  issue: { ar: 'أصدر وثيقة لك', en: 'Issued a document to you' },
  move: { ar: 'حدّث حالة شحنتك', en: 'Reported where your delivery is' },
  write: { ar: 'عدّل بياناتك', en: 'Changed your data' },
}
const other: Text = { ar: 'أجرى عملية على بياناتك', en: 'Did something with your data' }

/** An action in words, as its subject reads it. */
export const actionTitle = (action: string): Text => verbs[action.split('.').at(-1) ?? ''] ?? other
