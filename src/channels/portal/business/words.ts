import type { Locale, Text } from '#kernel/text.ts'

/** What the pages of the business section say. */
const words = {
  title: { ar: 'الأعمال', en: 'Business' },
  lead: {
    ar: 'اختر باسم من تعمل الآن. تبقى مساحة العمل ظاهرة أعلى كل صفحة حتى تغادرها.',
    en: 'Choose in whose name you work now. The workspace stays in sight on every page until you leave it.',
  },
  visitorLead: {
    ar: 'أدر منشأتك من حسابك: فواتيرها وخدماتها وخطوطها، ومن يعمل باسمها وبأي صلاحية.',
    en: 'Manage your establishment from your account: its bills, services and lines, and who works for it in what.',
  },
  signIn: { ar: 'سجّل الدخول للبدء', en: 'Sign in to begin' },
  individual: { ar: 'حسابك الفردي', en: 'Your own account' },
  individualDetail: { ar: 'خدماتك ووثائقك وأسرتك', en: 'Your services, documents and family' },
  here: { ar: 'أنت هنا', en: 'You are here' },
  enter: { ar: 'انتقل', en: 'Switch' },
  enterTo: { ar: 'انتقل إلى {name}', en: 'Switch to {name}' },
  forPerson: { ar: 'نيابةً عنه', en: 'In their name' },
  none: {
    ar: 'ليست لديك مساحة عمل بعد. سجّل منشأتك، أو اطلب من مالك المنشأة أن يعيّنك.',
    en: 'You have no workspace yet. Register your establishment, or ask an owner to appoint you.',
  },
  start: { ar: 'منشأة جديدة', en: 'A new establishment' },
  all: { ar: 'ما يُنجز باسم المنشأة', en: 'What is done for an establishment' },
  openTitle: { ar: 'هذه الصفحة في مساحة عمل {name}', en: 'This page is in the workspace of {name}' },
  openLead: { ar: 'انتقل إليها لتفتحها.', en: 'Switch to it to open the page.' },
  can: { ar: 'ما يمكنك فعله', en: 'What you can do' },
  canNothing: {
    ar: 'لا تشمل صلاحياتك خدمة متاحة الآن.',
    en: 'Your powers cover nothing that is available now.',
  },
  number: { ar: 'الرقم الموحد', en: 'Unified number' },
  workers: { ar: 'العاملون', en: 'Workers' },
  yourRight: { ar: 'صفتك', en: 'You are' },
  requests: { ar: 'طلبات جارية', en: 'Open requests' },
  noRequests: { ar: 'لا طلبات جارية.', en: 'No open requests.' },
  delegates: { ar: 'من يعمل باسم المنشأة', en: 'Who works for the establishment' },
  noDelegates: { ar: 'لم يُعيَّن أحد بعد.', en: 'Nobody has been appointed yet.' },
} as const satisfies Record<string, Text>

export const tell = (word: keyof typeof words, locale: Locale): string => words[word][locale]
