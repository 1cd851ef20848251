import type { Text } from '#kernel/text.ts'

/** What the biller's pages say. */
export const words = {
  title: { ar: 'شركة السداد', en: 'Biller' },
  about: {
    ar: 'ادفع الفواتير كما تشاء: حالًا أو متأخرًا أو مرتين، أو ارفض.',
    en: 'Pay bills any way you like: at once, late, told twice, or refuse.',
  },
  intro: {
    ar: 'تفتح البوابة صفحة الدفع هنا حين تدفع فاتورة. وهنا ترى ما أُبلغت به المنصة.',
    en: 'The portal opens a payment page here when you pay a bill. Below is what the platform was told.',
  },
  payTitle: { ar: 'دفع فاتورة', en: 'Pay a bill' },
  bill: { ar: 'رقم الفاتورة', en: 'Bill number' },
  what: { ar: 'عن', en: 'For' },
  amount: { ar: 'المبلغ', en: 'Amount' },
  payee: { ar: 'المستفيد', en: 'To' },
  diwan: { ar: 'منصة ديوان', en: 'Diwan' },
  pay: { ar: 'ادفع', en: 'Pay' },
  decline: { ar: 'لا أريد الدفع', en: 'Do not pay' },
  demo: { ar: 'للتجربة', en: 'For trying out' },
  late: { ar: 'ادفع وأبلغ المنصة بعد 20 ثانية', en: 'Pay, and tell the platform 20 seconds later' },
  twice: { ar: 'ادفع وأبلغ المنصة مرتين', en: 'Pay, and tell the platform twice' },
  less: { ar: 'ادفع مبلغًا أقل بريال', en: 'Pay one riyal too little' },
  paid: { ar: 'دُفعت هذه الفاتورة هنا.', en: 'This bill was paid here.' },
  declined: {
    ar: 'لم تُدفع هذه الفاتورة. ابدأ الدفع من البوابة مرة أخرى.',
    en: 'This bill was not paid. Start again from the portal.',
  },
  refunded: { ar: 'أُعيد المبلغ.', en: 'The money was given back.' },
  back: { ar: 'عد إلى البوابة', en: 'Back to the portal' },
  unknown: {
    ar: 'صفحة الدفع هذه غير صحيحة. ابدأ من البوابة.',
    en: 'This payment page is not right. Start from the portal.',
  },
  told: { ar: 'ما أُبلغت به المنصة', en: 'What the platform was told' },
  nothing: { ar: 'لا شيء بعد.', en: 'Nothing yet.' },
  event: { ar: 'الحدث', en: 'Event' },
  attempts: { ar: 'المحاولات', en: 'Attempts' },
  answer: { ar: 'الجواب', en: 'Answer' },
  waiting: { ar: 'ينتظر', en: 'waiting' },
  delivered: { ar: 'وصل', en: 'delivered' },
  'given-up': { ar: 'لم يصل', en: 'given up' },
  payouts: {
    ar: 'تحويل إلى آيبان آخر رقم فيه 0 يرفضه المصرف، وما سواه يصل.',
    en: 'A transfer to an IBAN whose last digit is 0 is refused by the bank; every other one arrives.',
  },
} satisfies Record<string, Text>
