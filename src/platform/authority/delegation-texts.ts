import type { Text } from '#kernel/text.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { DelegationKind } from './tables.ts'

/** A kind of delegation, by the name of who holds it. */
export const kindTitle: Readonly<Record<DelegationKind, Text>> = {
  person: { ar: 'مفوَّض شخص', en: 'Delegate of a person' },
  manager: { ar: 'مدير منشأة', en: 'Business manager' },
  signatory: { ar: 'مفوَّض التوقيع المعتمد', en: 'Authorised signatory' },
  'my-business': { ar: 'مفوَّض أعمال المنشأة', en: 'My Business delegate' },
  'sim-authentication': { ar: 'مفوَّض توثيق الشرائح', en: 'SIM-authentication delegate' },
}

interface Names {
  readonly giver: Text
  readonly delegate: Text
  readonly until: Text
}

/** What the two sides of a delegation are told. */
export const delegationTexts = {
  offered: (giver: Text, days: number) => ({
    title: { ar: 'عُرض عليك تفويض', en: 'You are offered a delegation' },
    body: {
      ar: `${giver.ar} يعرض عليك تفويضًا للتصرف نيابةً عنه. لا يسري شيء قبل قبولك. أجب خلال ${days} يومًا من «التفويضات».`,
      en: `${giver.en} offers you a delegation to act for them. Nothing holds before you accept. Answer within ${days} days under “Delegations”.`,
    },
  }),
  accepted: ({ giver, delegate, until }: Names) => ({
    title: { ar: 'بدأ التفويض', en: 'The delegation has begun' },
    body: {
      ar: `قُبل التفويض من ${giver.ar} إلى ${delegate.ar}، ويسري حتى ${until.ar}. يمكن لأي منكما إنهاؤه في أي وقت.`,
      en: `${delegate.en} accepted the delegation from ${giver.en}. It holds until ${until.en}; either of you can end it at any time.`,
    },
  }),
  refused: ({ giver }: Names) => ({
    title: { ar: 'لم يُقبل التفويض', en: 'The delegation was not accepted' },
    body: {
      ar: `لم يُقبل التفويض الذي عرضه ${giver.ar}. لم يتغير شيء.`,
      en: `The delegation that ${giver.en} offered was not accepted. Nothing has changed.`,
    },
  }),
  limited: ({ giver }: Names) => ({
    title: { ar: 'قلّت صلاحيات التفويض', en: 'The delegation covers less now' },
    body: {
      ar: `سُحبت بعض صلاحيات التفويض الصادر من ${giver.ar}. يسري ذلك من الآن.`,
      en: `Some powers of the delegation from ${giver.en} were taken back. This holds from now on.`,
    },
  }),
  revoked: ({ giver }: Names) => ({
    title: { ar: 'انتهى التفويض', en: 'The delegation has ended' },
    body: {
      ar: `أُنهي التفويض الصادر من ${giver.ar} في الحال. لا يُفعل شيء بموجبه بعد الآن.`,
      en: `The delegation from ${giver.en} was ended at once. Nothing more can be done under it.`,
    },
  }),
  leaveOne: {
    ar: 'أبقِ صلاحية واحدة على الأقل، أو ألغِ التفويض كله.',
    en: 'Leave at least one power, or end the whole delegation.',
  },
  choosePowers: {
    ar: 'اختر صلاحية واحدة على الأقل من القائمة.',
    en: 'Choose at least one power from the list.',
  },
  notYourself: { ar: 'أدخل رقم شخص آخر، لا رقمك.', en: 'Enter somebody else’s number, not your own.' },
  givenAlready: {
    ar: 'لهذا الشخص تفويض منك لم ينتهِ. قلّل صلاحياته أو ألغه أولًا.',
    en: 'This person has a delegation from you that is not over. Limit it or end it first.',
  },
  tooMany: problems.tooLate(
    'too-many-delegations',
    'لديك عشرة تفويضات سارية أو معروضة. أنهِ أحدها أولًا.',
    'You have ten delegations that hold or are offered. End one of them first.',
  ),
  over: problems.tooLate(
    'delegation-over',
    'أُجيب عن هذا التفويض من قبل، أو انتهى.',
    'This delegation was answered already, or is over.',
  ),
  adultsOnly: {
    status: 403,
    code: 'adults-only',
    title: { ar: 'التفويض لمن بلغ 18 عامًا', en: 'Delegations are for adults' },
    detail: {
      ar: 'لا يعطي التفويض ولا يقبله إلا من أتم 18 عامًا هجريًا.',
      en: 'Only those who have reached 18 Hijri years may give or accept a delegation.',
    },
  } satisfies Problem,
} as const
