import type { Text } from '#kernel/text.ts'

/** What the page about one's documents on a phone says. */
export const walletWords = {
  title: { ar: 'وثائقك على جوالك', en: 'Your documents on your phone' },
  lead: {
    ar: 'تكون على جوال واحد في الوقت نفسه، وتعمل فيه بلا شبكة. أزلها من هنا إن فقدته.',
    en: 'They are on one phone at a time, and work there without a network. Take them off from here if you lose it.',
  },
  none: { ar: 'وثائقك ليست على أي جوال الآن.', en: 'Your documents are on no phone now.' },
  open: { ar: 'افتح المحفظة على جوالك', en: 'Open the wallet on your phone' },
  openLead: {
    ar: 'افتح هذا العنوان على الجوال الذي تريدها عليه:',
    en: 'Open this address on the phone that you want them on:',
  },
  phone: { ar: 'الجوال', en: 'Phone' },
  since: { ar: 'عليه منذ', en: 'On it since' },
  seen: { ar: 'آخر اتصال', en: 'Last heard of' },
  end: { ar: 'أزلها منه الآن', en: 'Take them off now' },
  endTitle: { ar: 'إزالة الوثائق من هذا الجوال؟', en: 'Take the documents off this phone?' },
  endLead: {
    ar: 'تتوقف نسخها في الحال عند كل من يتحقق منها وهو متصل، ويمحوها الجوال أول ما يتصل. وثائقك نفسها تبقى كما هي.',
    en: 'Its copies stop at once for everyone who checks them online, and the phone erases them as soon as it connects. The documents themselves stay as they are.',
  },
  cancel: { ar: 'تراجع', en: 'Cancel' },
  ended: { ar: 'أُزيلت الوثائق من الجوال.', en: 'The documents are off that phone.' },
  carries: { ar: 'ما عليه الآن', en: 'What is on it now' },
  document: { ar: 'الوثيقة', en: 'Document' },
  whose: { ar: 'لمن', en: 'Whose' },
  until: { ar: 'صالحة عليه حتى', en: 'Good on it until' },
  viewed: { ar: 'للعرض فقط', en: 'To look at only' },
  checks: { ar: 'من تحقق من وثائقك', en: 'Who checked your documents' },
  checksNone: {
    ar: 'لا شيء بعد. يظهر هنا ما طلبت أن تُخبَر به حين عرضت الرمز من محفظتك.',
    en: 'Nothing yet. What you asked to be told when you showed a code from your wallet appears here.',
  },
  when: { ar: 'متى', en: 'When' },
  by: { ar: 'عرّف بنفسه', en: 'Calls itself' },
  unnamed: { ar: 'لم يذكر اسمه', en: 'Did not say' },
  before: { ar: 'جوالات سابقة', en: 'Phones before' },
  endedAt: { ar: 'توقفت في', en: 'Ended' },
  why: { ar: 'السبب', en: 'Why' },
  replaced: { ar: 'نُقلت إلى جوال آخر', en: 'Moved to another phone' },
  holder: { ar: 'أزلتها من حسابك', en: 'You took them off' },
  lost: { ar: 'أبلغت عن فقده', en: 'You reported it lost' },
  device: { ar: 'أُزيلت من الجوال نفسه', en: 'Removed on the phone itself' },
  account: { ar: 'توقف الحساب', en: 'The account was stopped' },
  back: { ar: 'حسابك وأمانه', en: 'Your account and its safety' },
} as const satisfies Record<string, Text>
