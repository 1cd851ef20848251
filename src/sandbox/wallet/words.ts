import type { Text } from '#kernel/text.ts'

/** What the pages of the other wallet say. */
export const words = {
  title: { ar: 'محفظة أخرى', en: 'Another wallet' },
  about: {
    ar: 'محفظة ليست من المنصة: خذ إليها وثيقة من صفحتها، وأجب بها من يسألك.',
    en: 'A wallet that is not the platform’s: take a document into it from the document’s page, and answer who asks.',
  },
  holds: { ar: 'وثائقك هنا', en: 'Your documents here' },
  empty: { ar: 'لا وثائق هنا بعد.', en: 'There are no documents here yet.' },
  take: { ar: 'أضف وثيقة', en: 'Add a document' },
  offer: { ar: 'رابط العرض من صفحة الوثيقة', en: 'The offer’s link, from the document’s page' },
  code: { ar: 'الرمز الذي وصلك برسالة', en: 'The code that came by message' },
  add: { ar: 'أضف', en: 'Add' },
  answer: { ar: 'أجب من يسألك', en: 'Answer who asks' },
  question: { ar: 'رابط السؤال', en: 'The question’s link' },
  read: { ar: 'اقرأ السؤال', en: 'Read the question' },
  asks: { ar: 'يسألك', en: 'You are asked by' },
  why: { ar: 'السبب', en: 'Why' },
  from: { ar: 'من وثيقة', en: 'From the document' },
  shares: { ar: 'ستكشف له هذا وحده', en: 'You would show this and nothing else' },
  agree: { ar: 'أوافق', en: 'I agree' },
  refuse: { ar: 'لا أوافق', en: 'I do not agree' },
  answered: { ar: 'وصل الجواب.', en: 'The answer has arrived.' },
  refused: { ar: 'رفضت، ولم يُكشف شيء.', en: 'You refused; nothing was shown.' },
  failed: { ar: 'لم تقبله المنصة:', en: 'The platform did not take it:' },
  noSuch: {
    ar: 'ليست في هذه المحفظة وثيقة تجيب عن هذا السؤال. أضفها أولًا.',
    en: 'No document in this wallet answers this question. Add it first.',
  },
  unreadable: { ar: 'لا نقرأ هذا الرابط. انسخه كاملًا.', en: 'We cannot read this link. Copy all of it.' },
} as const satisfies Record<string, Text>
