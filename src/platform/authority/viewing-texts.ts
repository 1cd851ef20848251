import type { Day } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import { type Problem, problems } from '#platform/problem.ts'

interface Said {
  readonly title: Text
  readonly body: Text
}

interface Sides {
  readonly giver: Text
  readonly viewer: Text
}

/** What the two sides of a viewing consent are told. */
export const viewingTexts = {
  givenToGiver: ({ viewer }: Sides, until: Day): Said => ({
    title: { ar: 'سمحت برؤية وثائقك', en: 'You let somebody see your documents' },
    body: {
      ar: `يمكن لقريبك ${viewer.ar} رؤية وثائقك حتى ${formatDay(until, 'ar')}، بلا رموزها ولا تنزيلها. كل اطلاع في سجلك، ولك إنهاء ذلك في أي وقت.`,
      en: `${viewer.en} can see your documents until ${formatDay(until, 'en')}, without their codes and without downloading. Each look is in your log, and you can end it at any time.`,
    },
  }),
  givenToViewer: ({ giver }: Sides, until: Day): Said => ({
    title: { ar: 'سُمح لك برؤية وثائق قريب', en: 'A relative lets you see their documents' },
    body: {
      ar: `يسمح لك ${giver.ar} برؤية وثائقه حتى ${formatDay(until, 'ar')}. تجدها في «أسرتي»، ويُسجَّل كل اطلاع.`,
      en: `${giver.en} lets you see their documents until ${formatDay(until, 'en')}. They are under “My family”, and each look is recorded.`,
    },
  }),
  ended: ({ giver, viewer }: Sides): Said => ({
    title: { ar: 'انتهى السماح برؤية الوثائق', en: 'Seeing the documents has ended' },
    body: {
      ar: `لم يعد ${viewer.ar} يرى وثائق ${giver.ar}. يسري ذلك من الآن.`,
      en: `${viewer.en} no longer sees the documents of ${giver.en}. This holds from now on.`,
    },
  }),
  notFamily: {
    ar: 'اختر بالغًا من أسرتك: والدًا أو زوجًا أو ابنًا أو أخًا.',
    en: 'Choose an adult of your family: a parent, spouse, child, brother or sister.',
  },
  givenAlready: {
    ar: 'يرى هذا القريب وثائقك الآن. أنهِ السماح الحالي أولًا إن أردت مدة أخرى.',
    en: 'This relative sees your documents already. End that first if you want another term.',
  },
  adultsOnly: {
    status: 403,
    code: 'adults-only',
    title: { ar: 'هذا لمن بلغ 18 عامًا', en: 'This is for adults' },
    detail: {
      ar: 'وثائق من دون 18 عامًا هجريًا يراها وليّ أمره.',
      en: 'The documents of somebody under 18 Hijri years are seen by who acts for them.',
    },
  } satisfies Problem,
  tooMany: problems.tooLate(
    'too-many-viewers',
    'يرى وثائقك عشرة من أقاربك. أنهِ أحدهم أولًا.',
    'Ten relatives see your documents. End one of them first.',
  ),
} as const
