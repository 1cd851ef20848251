import type { Text } from '#kernel/text.ts'

/** What the bank says where its customer pays the government (register pay-through-bank, bank-wallet-sadad). */
export const billWords = {
  title: { ar: 'سداد فواتير ديوان', en: 'Pay Diwan bills' },
  yours: { ar: 'فواتيرك المستحقة', en: 'Your bills to pay' },
  none: { ar: 'لا فواتير عليك الآن.', en: 'You have no bills to pay.' },
  ahead: { ar: 'رسوم خدمة قبل طلبها', en: 'Fees of a service, before you ask for it' },
  aheadLead: {
    ar: 'اختر الخدمة والمدة وادفع، ثم اطلبها في ديوان متى شئت: تجد رسومها مدفوعة.',
    en: 'Choose the service and for how long, and pay; ask for it in Diwan when you like, and its fees are paid.',
  },
  chooseService: { ar: 'اختر الخدمة', en: 'Choose the service' },
  code: { ar: 'رمز الخدمة', en: 'Service code' },
  holder: { ar: 'رقم الهوية', en: 'ID number' },
  duration: { ar: 'المدة', en: 'For how long' },
  durationMissing: { ar: 'اختر المدة.', en: 'Choose for how long.' },
  showFee: { ar: 'اعرض الرسوم', en: 'Show the fees' },
  noFees: { ar: 'لا خدمات تُسدَّد رسومها سلفًا الآن.', en: 'There is no service to pay for ahead now.' },
  other: { ar: 'فاتورة أخرى برقمها', en: 'Another bill, by its number' },
  number: { ar: 'رقم الفاتورة', en: 'Bill number' },
  numberHint: {
    ar: '12 خانة، في صفحة السداد في ديوان.',
    en: '12 digits, on the page where Diwan asks for the payment.',
  },
  find: { ar: 'اعرض الفاتورة', en: 'Show the bill' },
  payer: { ar: 'على', en: 'Owed by' },
  amount: { ar: 'المبلغ', en: 'Amount' },
  until: { ar: 'آخر موعد', en: 'Last day and time' },
  pay: { ar: 'ادفع {amount}', en: 'Pay {amount}' },
  receipt: { ar: 'إيصال السداد', en: 'Receipt of the payment' },
  paid: { ar: 'دُفعت الفاتورة، وعلمت ديوان بذلك.', en: 'The bill is paid, and Diwan knows of it.' },
  refunds: { ar: 'استرداد المدفوعات الحكومية', en: 'Refund of government payments' },
  refundsLead: {
    ar: 'ما لم تُنفَّذ خدمته يعود إليك. اضغط «استرد» ليدخل حسابك.',
    en: 'What was not done comes back to you. Press “Take back”, and it is in your account.',
  },
  noPayments: { ar: 'لم تدفع من هنا شيئًا بعد.', en: 'You have not paid anything here yet.' },
  settled: { ar: 'مدفوعة. لا شيء يُسترد.', en: 'Paid. There is nothing to take back.' },
  unused: {
    ar: 'مدفوعة، ولم تُطلب خدمتها بعد. لك أن تستردها.',
    en: 'Paid, and its service was not asked for yet. You may take it back.',
  },
  refunding: { ar: 'يعود إليك هذا المبلغ.', en: 'This money is yours again.' },
  refunded: { ar: 'أُعيد إلى حسابك.', en: 'It is back in your account.' },
  take: { ar: 'استرد {amount}', en: 'Take back {amount}' },
  text: {
    ar: 'مصرف الواحة: دُفعت {amount} عن «{title}». رقم العملية {receipt}.',
    en: 'Oasis Bank: {amount} were paid for “{title}”. Operation {receipt}.',
  },
  textBack: {
    ar: 'مصرف الواحة: أُعيدت إلى حسابك {amount} عن «{title}».',
    en: 'Oasis Bank: {amount} for “{title}” are back in your account.',
  },
} satisfies Record<string, Text>

/** Why the platform did not take a payment, by its code. */
export const billRefusals: Readonly<Record<string, Text>> = {
  'bill-unknown': {
    ar: 'لا فاتورة بهذا الرقم. راجع الرقم في صفحة السداد في ديوان.',
    en: 'There is no bill of this number. Check it on Diwan’s page.',
  },
  'bill-paid': { ar: 'هذه الفاتورة مدفوعة. لم نخصم شيئًا.', en: 'This bill is paid. We have taken nothing.' },
  'bill-closed': {
    ar: 'أُلغيت هذه الفاتورة. لم نخصم شيئًا.',
    en: 'This bill was withdrawn. We have taken nothing.',
  },
  'bill-late': {
    ar: 'انتهت مهلة هذه الفاتورة. لم نخصم شيئًا؛ ابدأ الطلب من جديد في ديوان.',
    en: 'The time to pay this bill is over. We have taken nothing; begin the request again in Diwan.',
  },
  'nothing-to-pay': {
    ar: 'لا رسوم عليك لهذه الخدمة الآن. يظهر السبب في صفحتها في ديوان.',
    en: 'You owe no fees for this service now. Its page in Diwan says why.',
  },
  'fee-paid': {
    ar: 'دفعت هذه الرسوم من قبل. اطلب الخدمة في ديوان، أو استرد المبلغ.',
    en: 'You have paid these fees. Ask for the service in Diwan, or take the money back.',
  },
  'other-amount': {
    ar: 'تغيّر مبلغ الفاتورة. لم نخصم شيئًا؛ اعرضها من جديد.',
    en: 'The amount of the bill has changed. We have taken nothing; show it again.',
  },
}
export const noAnswer: Text = {
  ar: 'لا تجيب ديوان الآن. لم نخصم شيئًا؛ أعد المحاولة بعد قليل.',
  en: 'Diwan is not answering. We have taken nothing; try again shortly.',
}
