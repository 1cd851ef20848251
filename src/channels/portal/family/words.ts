import type { Locale, Text } from '#kernel/text.ts'
import type { Ground } from '#platform/catalogue/subject.ts'

/** What the pages about one’s family, and about who sees whose documents, say. */
const words = {
  title: { ar: 'أسرتي', en: 'My family' },
  lead: {
    ar: 'أطفالك، وما يمكنك فعله لكل منهم، وإلى أي يوم. أما البالغ من أسرتك فأمره له، ولا ترى من وثائقه إلا ما أذن به.',
    en: 'Your children, what you can do for each, and until which day. An adult of your family decides for themselves; you see of their documents what they let you.',
  },
  children: { ar: 'أطفالي دون 18 عامًا', en: 'My children under 18' },
  childrenNone: { ar: 'لا طفل دون 18 عامًا في سجلك.', en: 'Your record holds no child under 18.' },
  born: { ar: 'تاريخ الميلاد', en: 'Born' },
  until: { ar: 'آخر يوم', en: 'Last day' },
  matters: { ar: 'تتصرف في', en: 'You act in' },
  everything: { ar: 'كل ما يخص الطفل', en: 'Everything that concerns the child' },
  travelForbidden: {
    ar: 'منعت محكمة سفر هذا الطفل حتى {day}، أيًّا كان من يطلبه.',
    en: 'A court forbids this child to travel until {day}, whoever asks.',
  },
  told: {
    ar: 'لا تتصرف عن هذا الطفل، وتُبلَّغ بكل ما يُطلب له.',
    en: 'You do not act for this child. You are told of everything that is asked for it.',
  },
  can: { ar: 'ما يمكنك فعله', en: 'What you can do' },
  documents: { ar: 'الوثائق', en: 'Documents' },
  documentsOf: { ar: 'وثائق {name}', en: 'Documents of {name}' },
  documentsLead: {
    ar: 'للاطلاع فقط، بلا رموز ولا تنزيل. يظهر اطلاعك في سجل صاحبها.',
    en: 'To look at, without codes and without downloading. Your look is in the owner’s log.',
  },
  documentsNone: { ar: 'لا وثائق سارية.', en: 'There are no documents that are valid.' },
  adults: { ar: 'من يسمح لي برؤية وثائقه', en: 'Who lets me see their documents' },
  adultsNone: { ar: 'لم يسمح لك بذلك أحد من أسرتك.', en: 'Nobody of your family has let you.' },
  viewing: { ar: 'من يرى وثائقي', en: 'Who may see my documents' },
  viewingLead: {
    ar: 'لا يرى وثائقك أحد من أسرتك إلا بإذنك، إلى يوم تحدده، وتنهيه متى شئت. ومعها ما تحمله من أوراق أولادك القصّر. كل اطلاع تجده في «من اطّلع على بياناتك».',
    en: 'Nobody of your family sees your documents unless you let them, to a day that you choose, and you can end it at any time. The papers of your minor children that you hold go with them. Each look is under “Who looked at your data”.',
  },
  given: { ar: 'من سمحت له', en: 'Whom you let' },
  givenNone: { ar: 'لم تسمح لأحد.', en: 'You have let nobody.' },
  give: { ar: 'اسمح لقريب برؤية وثائقك', en: 'Let a relative see your documents' },
  giveLead: {
    ar: 'يراها ولا يستعملها: بلا رموز ولا تنزيل، ولا يتصرف نيابةً عنك.',
    en: 'They see them and cannot use them: no codes, no downloading, and no acting for you.',
  },
  kin: { ar: 'من؟', en: 'Whom?' },
  months: { ar: 'إلى متى؟', en: 'For how long?' },
  noKin: { ar: 'لا بالغ من أسرتك في سجلك.', en: 'Your record holds no adult of your family.' },
  allow: { ar: 'اسمح له', en: 'Let them see' },
  end: { ar: 'أنهِ', en: 'End' },
  saidGiven: { ar: 'سُجّل إذنك، ويسري من الآن.', en: 'Recorded. It holds from now on.' },
  saidEnded: { ar: 'انتهى في الحال.', en: 'It has ended at once.' },
  confirmed: {
    ar: 'تأكدنا من أنك أنت. اضغط «اسمح له» لإتمام الإذن.',
    en: 'We know that it is you. Press “Let them see” to finish.',
  },
  access: { ar: 'من اطّلع على بياناتك', en: 'Who looked at your data' },
} as const satisfies Record<string, Text>

export type FamilyWord = keyof typeof words

export const tell = (word: FamilyWord, locale: Locale): string => words[word][locale]
export const textOf = (word: FamilyWord): Text => words[word]

/** On what ground one acts, or looks. */
export const groundTitle = {
  guardian: { ar: 'لك الولاية', en: 'You are the guardian' },
  custody: { ar: 'الحضانة معك بصك محكمة', en: 'In your custody by a court’s deed' },
  consent: { ar: 'بإذن صاحبها', en: 'With the owner’s consent' },
} as const satisfies Partial<Record<Ground | 'consent', Text>>

export const viewingState = {
  active: { ar: 'سارٍ', en: 'Holds' },
  ended: { ar: 'أُنهي', en: 'Ended' },
  lapsed: { ar: 'انتهت مدته', en: 'Ran out' },
} as const satisfies Record<string, Text>

export const termTitle = {
  1: { ar: 'شهر', en: 'One month' },
  3: { ar: 'ثلاثة أشهر', en: 'Three months' },
  6: { ar: 'ستة أشهر', en: 'Six months' },
  12: { ar: 'سنة', en: 'One year' },
} as const satisfies Record<number, Text>
