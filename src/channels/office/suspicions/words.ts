import type { Text } from '#kernel/text.ts'

/** What the pages about suspected impersonation say. */
export const words = {
  nav: { ar: 'انتحال الهوية', en: 'Impersonation' },
  title: { ar: 'بلاغات انتحال الهوية', en: 'Suspected impersonation' },
  lead: {
    ar: 'كل بلاغ ينظر فيه موظفان. الحساب الموقوف يبقى كما هو حتى القرار، ويُخبَر صاحب الهوية بما تقررونه.',
    en: 'Two officers look at each case. An account that is stopped stays as it is until the decision, and the holder of the identity is told of it.',
  },
  none: { ar: 'لا بلاغات تنتظر.', en: 'No case is waiting.' },
  who: { ar: 'صاحب الهوية', en: 'Whose identity' },
  what: { ar: 'ما رُئي', en: 'What was seen' },
  since: { ar: 'منذ', en: 'Since' },
  state: { ar: 'ينتظر', en: 'Waits for' },
  first: { ar: 'قرارًا', en: 'a decision' },
  second: { ar: 'موظفًا ثانيًا', en: 'a second officer' },
  ownOne: { ar: 'زميلًا: لك يد فيه', en: 'a colleague: you had a part in it' },
  look: { ar: 'افتح', en: 'Open' },
  caseTitle: { ar: 'هل يستعمل أحد هذه الهوية؟', en: 'Is somebody using this identity?' },
  facts: { ar: 'الوقائع', en: 'The facts' },
  account: { ar: 'الحساب', en: 'The account' },
  registered: { ar: 'سُجّل في', en: 'Registered' },
  proposed: { ar: 'اقترح {officer}: {outcome}', en: '{officer} proposed: {outcome}' },
  decision: { ar: 'القرار', en: 'The decision' },
  blocked: { ar: 'انتحال: لا يبقى له حساب', en: 'Impersonation: no account is left to them' },
  cleared: { ar: 'لا انتحال: يعود الحساب كما كان', en: 'No impersonation: the account is as it was' },
  reason: { ar: 'السبب', en: 'The reason' },
  reasonHint: {
    ar: 'يقرؤه صاحب الهوية. لا تكتب فيه أرقامًا.',
    en: 'The holder of the identity reads it. Write no numbers in it.',
  },
  choose: { ar: 'اختر القرار', en: 'Choose the decision' },
  decide: { ar: 'سجّل القرار', en: 'Record the decision' },
  agreeing: {
    ar: 'إن وافقت صار القرار نهائيًا. وإن اخترت غيره عاد البلاغ إلى أوله.',
    en: 'If you agree, the decision is final. If you choose the other one, the case starts over.',
  },
  alone: {
    ar: 'قرارك اقتراح، ويصير نهائيًا حين يوافق عليه زميل.',
    en: 'Your decision is a proposal; it becomes final when a colleague agrees.',
  },
  notYou: {
    ar: 'رأيت هذا أو اقترحت فيه، أو هو عن عمل لك، فالقرار لزميلك.',
    en: 'You saw this, proposed on it, or did what it is about; the decision is a colleague’s.',
  },
  doneProposed: {
    ar: 'سُجّل اقتراحك، وينتظر زميلًا.',
    en: 'Your proposal is recorded and waits for a colleague.',
  },
  doneReturned: { ar: 'عاد البلاغ إلى أوله.', en: 'The case starts over.' },
  doneBlocked: {
    ar: 'ثبت الانتحال، وأُخبر صاحب الهوية.',
    en: 'Impersonation is established; the holder has been told.',
  },
  doneCleared: { ar: 'لا انتحال، وأُخبر صاحب الهوية.', en: 'No impersonation; the holder has been told.' },
  none2: { ar: 'لا حساب', en: 'No account' },
  stateRegistered: { ar: 'مسجّل، لم يُفعّل', en: 'Registered, not active' },
  stateActivated: { ar: 'مفعّل', en: 'Active' },
  stateSuspended: { ar: 'موقوف', en: 'Stopped' },
  stateClosed: { ar: 'مغلق', en: 'Closed' },
  reportTitle: { ar: 'ليس صاحب الهوية؟', en: 'Not the holder?' },
  reportLead: {
    ar: 'لا تفعّل. أبلغ، وينظر زميلك في الأمر، ولا يُفعّل الحساب حتى يُبتّ فيه.',
    en: 'Do not activate. Report it; a colleague decides, and nothing is activated until then.',
  },
  reportWhat: { ar: 'ماذا رأيت؟', en: 'What did you see?' },
  reportDocument: {
    ar: 'الوثيقة ليست لمن أمامي',
    en: 'The document is not that of the person in front of me',
  },
  reportFinger: { ar: 'البصمة لا تطابق', en: 'The finger does not match' },
  reportNote: { ar: 'ما لاحظته', en: 'What you noticed' },
  report: { ar: 'أبلغ عن انتحال', en: 'Report impersonation' },
  reported: {
    ar: 'سُجّل البلاغ. لم يُفعّل شيء، وأُخبر صاحب الهوية.',
    en: 'It is reported. Nothing was activated, and the holder of the identity has been told.',
  },
} as const satisfies Record<string, Text>
