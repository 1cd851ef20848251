import type { Locale, Text } from '#kernel/text.ts'
import type { DelegationState } from '#platform/authority/delegation.ts'

/** What the pages about delegations say. */
export const words = {
  title: { ar: 'التفويضات', en: 'Delegations' },
  lead: {
    ar: 'من يتصرف نيابةً عنك، وعمّن تتصرف. كل تفويض بقبول الطرفين، بصلاحيات محددة، وينتهي من نفسه أو متى شاء أحدكما.',
    en: 'Who acts for you, and for whom you act. Both sides agree to each delegation; it covers only what it names, and ends by itself or whenever one of you wants.',
  },
  firmLead: {
    ar: 'من يعمل باسم المنشأة وبأي صلاحية. تُلغي أيًّا منها في الحال، ويبقى سجل كل ما فُعل.',
    en: 'Who works for the establishment, and in what. You can end any of them at once; the log of what was done stays.',
  },
  firmGiven: { ar: 'من يعمل باسم المنشأة', en: 'Who works for the establishment' },
  firmAppoint: { ar: 'عيّن من يعمل باسمها', en: 'Appoint somebody' },
  firmNone: { ar: 'لم يُعيَّن أحد بعد.', en: 'Nobody has been appointed yet.' },
  ofFirm: { ar: '، باسم {name}', en: ', for {name}' },
  given: { ar: 'من يتصرف نيابةً عنك', en: 'Who acts for you' },
  held: { ar: 'عمّن تتصرف', en: 'For whom you act' },
  givenNone: { ar: 'لم تفوّض أحدًا.', en: 'You have let nobody act for you.' },
  heldNone: { ar: 'لم يفوّضك أحد.', en: 'Nobody has let you act for them.' },
  give: { ar: 'فوّض شخصًا', en: 'Let somebody act for you' },
  giveLead: {
    ar: 'يُعرض التفويض على الشخص، ولا يسري قبل أن يقبله. يصلك إشعار بكل ما يفعله نيابةً عنك.',
    en: 'The person is asked first, and nothing holds before they accept. You are told of everything they do for you.',
  },
  neverCovered: {
    ar: 'لا يشمل التفويض أبدًا: حسابك وكلمة المرور، ووثائقك، ورسائلك، والموافقة عنك على طلبات الآخرين، وتفويض غيرك.',
    en: 'Never covered: your account and password, your documents, your messages, agreeing for you to others’ requests, and letting anybody else act for you.',
  },
  delegate: { ar: 'رقم هوية الشخص أو إقامته', en: 'The person’s ID or iqama number' },
  powers: { ar: 'ما الذي يمكنه فعله؟', en: 'What may they do?' },
  yourPowers: { ar: 'ما يمكنك فعله', en: 'What you may do' },
  all: {
    ar: 'كل ما في القائمة اليوم؛ ما يُضاف بعد اليوم لا يشمله التفويض',
    en: 'Everything on today’s list; what is added later is not covered',
  },
  months: { ar: 'إلى متى؟', en: 'For how long?' },
  offer: { ar: 'أرسل التفويض', en: 'Send the delegation' },
  begins: { ar: 'يسري من', en: 'Holds from' },
  until: { ar: 'يسري حتى', en: 'Holds until' },
  state: { ar: 'الحالة', en: 'State' },
  kind: { ar: 'النوع', en: 'Kind' },
  from: { ar: 'نيابةً عن', en: 'In the name of' },
  to: { ar: 'المفوَّض', en: 'Delegate' },
  accept: { ar: 'أقبل', en: 'I accept' },
  refuse: { ar: 'لا أقبل', en: 'I do not accept' },
  acceptLead: {
    ar: 'إن قبلت أمكنك فعل ما في القائمة نيابةً عنه، ويُسجل كل ما تفعله ويُبلَّغ به.',
    en: 'If you accept, you can do what is on the list for them. Everything you do is recorded, and they are told.',
  },
  act: { ar: 'تصرّف نيابةً عنه الآن', en: 'Act for them now' },
  enter: { ar: 'ادخل مساحة العمل', en: 'Enter the workspace' },
  limit: { ar: 'قلّل الصلاحيات', en: 'Leave fewer powers' },
  limitLead: {
    ar: 'أبقِ علامة على ما تريد بقاءه. يسري في الحال. لإضافة صلاحية أنشئ تفويضًا جديدًا.',
    en: 'Leave ticked what should stay. It holds at once. To add a power, give a new delegation.',
  },
  keepThese: { ar: 'أبقِ هذه فقط', en: 'Keep only these' },
  end: { ar: 'أنهِ التفويض', en: 'End the delegation' },
  endLead: {
    ar: 'ينتهي في الحال، حتى لو كان المفوَّض يعمل الآن.',
    en: 'It ends at once, even if the delegate is at work now.',
  },
  giveBack: {
    ar: 'ينتهي في الحال، ولا تفعل بعده شيئًا نيابةً عنه.',
    en: 'It ends at once, and you do nothing more for them.',
  },
  log: { ar: 'سجل التفويض', en: 'The delegation’s log' },
  when: { ar: 'متى', en: 'When' },
  who: { ar: 'من', en: 'Who' },
  what: { ar: 'ماذا', en: 'What' },
  offered: { ar: 'أُرسل التفويض. ينتظر القبول 14 يومًا.', en: 'Sent. It waits 14 days to be accepted.' },
  answered: { ar: 'سُجّل جوابك.', en: 'Your answer is recorded.' },
  limited: { ar: 'قلّت الصلاحيات.', en: 'It covers less now.' },
  ended: { ar: 'انتهى التفويض.', en: 'The delegation has ended.' },
  viewing: { ar: 'من يرى وثائقي', en: 'Who may see my documents' },
  viewingLead: {
    ar: 'الرؤية غير التصرف: يمكنك أن تسمح لبالغ من أسرتك بأن يرى وثائقك فقط.',
    en: 'Seeing is not acting: you can let an adult of your family see your documents and nothing more.',
  },
  actingHome: { ar: 'نيابةً عن {name}', en: 'For {name}' },
  actingLead: { ar: 'هذا ما فوّضك به.', en: 'This is what you were trusted with.' },
  actingOver: { ar: 'انتهى هذا التفويض', en: 'This delegation is over' },
  actingOverLead: {
    ar: 'لم يعد لك أن تفعل شيئًا هنا. عُد إلى حسابك من أعلى الصفحة.',
    en: 'There is nothing left to do here. Go back to your own account at the top of the page.',
  },
  offerWaits: { ar: 'تفويض ينتظر جوابك', en: 'A delegation waits for your answer' },
  actingRequests: { ar: 'طلبات جارية', en: 'Open requests' },
} as const satisfies Record<string, Text>

export type DelegationWord = keyof typeof words

export const tell = (word: DelegationWord, locale: Locale): string => words[word][locale]

export const stateTitle: Readonly<Record<DelegationState, Text>> = {
  offered: { ar: 'بانتظار القبول', en: 'Waits for consent' },
  upcoming: { ar: 'لم يبدأ بعد', en: 'Not begun yet' },
  active: { ar: 'سارٍ', en: 'Holds' },
  refused: { ar: 'لم يُقبل', en: 'Not accepted' },
  revoked: { ar: 'أُنهي', en: 'Ended' },
  expired: { ar: 'انتهت مدته', en: 'Ran out' },
}
