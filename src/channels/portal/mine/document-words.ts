import type { Text } from '#kernel/text.ts'

export const documentWords = {
  title: { ar: 'وثائقك', en: 'Your documents' },
  lead: {
    ar: 'ما تحمله الآن بحسب السجلات، وما صدر لك من الخدمات. تتبع السجل وحدها.',
    en: 'What the registers hold for you now, and what services issued. They follow the register by themselves.',
  },
  none: {
    ar: 'لا وثائق لك هنا بعد. تظهر حين يحفظ لك السجل وثيقة أو تُصدر لك خدمة واحدة.',
    en: 'You have no documents here yet. They appear once a register holds one for you, or a service issues one.',
  },
  save: { ar: 'احفظها على هاتفك', en: 'Save to your phone' },
  saveLead: {
    ar: 'مرة واحدة، ثم تعرضها حتى بلا إنترنت.',
    en: 'Once; then you can show them even without the internet.',
  },
  family: { ar: 'وثائق أسرتك', en: 'Your family’s documents' },
  familyLead: {
    ar: 'أطفالك، ومن أذن لك من البالغين. يرى صاحبها كل اطلاع.',
    en: 'Your children, and the adults who let you. Each look is shown to its owner.',
  },
  earlier: { ar: 'وثائق سابقة', en: 'Earlier documents' },
  get: { ar: 'أصدرها برمزها', en: 'Issue it with its code' },
  getLead: {
    ar: 'تُكتب من السجل كما هو الآن وتُوقَّع، فيتحقق منها أي أحد. تحلّ محل ما معك إن اختلفت عنه.',
    en: 'It is drawn from the register as it stands now and signed, so that anyone can check it. It replaces the one you hold, if that says otherwise.',
  },
  code: { ar: 'رمز التحقق', en: 'Verification code' },
  number: { ar: 'الرقم', en: 'Number' },
  scan: {
    ar: 'على الورق رمز يمسحه أي هاتف. وعلى الشاشة اعرض الرمز الحي من محفظتك: صورة الرمز الثابت لا تكفي لأحد.',
    en: 'The paper has a code that any phone’s camera reads. On a screen, show the live code of your wallet: a picture of a code that stands still is no proof.',
  },
  other: { ar: 'محفظة أخرى', en: 'Another wallet' },
  print: { ar: 'للطباعة (PDF)', en: 'For printing (PDF)' },
  details: { ar: 'البيانات', en: 'Details' },
  because: { ar: 'السبب', en: 'Why' },
} as const satisfies Record<string, Text>
