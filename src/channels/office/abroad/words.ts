import type { Text } from '#kernel/text.ts'

/** What the office says of activations from abroad. */
export const words = {
  nav: { ar: 'التفعيل من الخارج', en: 'From abroad' },
  title: { ar: 'مواعيد التفعيل من الخارج', en: 'Activations from abroad' },
  lead: {
    ar: 'مواطنون في الخارج حجزوا موعدًا في بعثة أو باتصال مرئي، الأقرب أولًا. المواعيد بتوقيت الرياض.',
    en: 'Citizens abroad who booked a mission or a video call, the soonest first. Times are those of Riyadh.',
  },
  none: { ar: 'لا موعد ينتظر.', en: 'No appointment is waiting.' },
  who: { ar: 'صاحب الهوية', en: 'Whose account' },
  where: { ar: 'المكان', en: 'Where' },
  when: { ar: 'الموعد', en: 'When' },
  look: { ar: 'افتح', en: 'Open' },
  caseTitle: { ar: 'هل هذا صاحب الحساب؟', en: 'Is this the holder of the account?' },
  call: { ar: 'اتصل على', en: 'Call' },
  passport: { ar: 'رقم الجواز كما تقرؤه فيه', en: 'The passport’s number, as you read it there' },
  compared: {
    ar: 'رأيت صاحب الجواز مباشرة، ووجهه هو الذي في الجواز وفي السجل',
    en: 'I saw them live, and their face is the one in the passport and in the register',
  },
  comparedMissing: {
    ar: 'طابق الوجه والجواز بالسجل قبل التفعيل',
    en: 'Compare face and passport with the register before you activate',
  },
  activate: { ar: 'فعّل الحساب', en: 'Activate the account' },
  twoEyes: {
    ar: 'يراجع زميل ما فعّلته، كما في كل مكتب.',
    en: 'A colleague looks at what you activated, as at every desk.',
  },
  refuseTitle: { ar: 'لم يكتمل الموعد؟', en: 'Not to be activated?' },
  reason: { ar: 'السبب', en: 'The reason' },
  reasonHint: {
    ar: 'يقرؤه صاحب الحساب، ويستطيع حجز موعد آخر. لا تكتب فيه أرقامًا.',
    en: 'The holder reads it and can book another time. Write no numbers in it.',
  },
  refuse: { ar: 'لا تفعّل، وأخبره بالسبب', en: 'Do not activate, and tell them why' },
  reportTitle: { ar: 'ليس صاحب الهوية؟', en: 'Not the holder?' },
  reportLead: {
    ar: 'لا تفعّل. أبلغ، وينظر زميلك في الأمر، ولا يُفعّل الحساب حتى يُبتّ فيه.',
    en: 'Do not activate. Report it; a colleague decides, and nothing is activated until then.',
  },
  note: { ar: 'ما لاحظته', en: 'What you noticed' },
  report: { ar: 'أبلغ عن انتحال', en: 'Report impersonation' },
  done: { ar: 'فُعّل حساب {name}.', en: 'The account of {name} is active.' },
  receipt: { ar: 'رقم الإيصال', en: 'Receipt' },
  refused: { ar: 'لم يُفعّل، وأُخبر صاحب الحساب بالسبب.', en: 'Not activated; the holder has been told why.' },
} as const satisfies Record<string, Text>
