import { formatInstant } from '#kernel/format.ts'
import type { Problem } from '#platform/problem.ts'
import type { EndReason } from './tables.ts'

/** What a phone, and who holds it, is told when it cannot go on. */
export const walletProblems = {
  /** Replayed, late, wrongly signed, a key that nobody knows: told apart by nobody. */
  unproven: {
    status: 403,
    code: 'wallet-unproven',
    title: { ar: 'لم نتعرف على هذا الجوال', en: 'We could not recognise this phone' },
    detail: {
      ar: 'أعد المحاولة. إن تكرر ذلك فأزل الوثائق من هذا الجوال ثم نزّلها من جديد.',
      en: 'Try again. If it keeps happening, remove the documents from this phone and download them anew.',
    },
  },
  /** The phone forgets everything when it hears this. */
  ended: (because: EndReason): Problem => ({
    status: 403,
    code: 'wallet-ended',
    title: { ar: 'لم تعد وثائقك على هذا الجوال', en: 'Your documents are no longer on this phone' },
    detail: endings[because],
  }),
  elsewhere: ({ name, since }: { readonly name: string; readonly since: Date }): Problem => ({
    status: 409,
    code: 'wallet-elsewhere',
    title: { ar: 'وثائقك على جوال آخر', en: 'Your documents are on another phone' },
    detail: {
      ar: `هي على ${name} منذ ${formatInstant(since, 'ar')}. إن نقلتها توقفت هناك فورًا.`,
      en: `They are on ${name} since ${formatInstant(since, 'en')}. If you move them, they stop there at once.`,
    },
  }),
  movedMeanwhile: {
    status: 409,
    code: 'wallet-moved',
    title: { ar: 'تغيّر جوال وثائقك قبل لحظة', en: 'The phone of your documents has just changed' },
    detail: {
      ar: 'نُزّلت وثائقك على جوال آخر أو أُزيلت. انظر أين هي الآن ثم قرر.',
      en: 'They were downloaded to another phone, or removed. Look where they are now, and decide.',
    },
  },
} as const

const endings = {
  replaced: {
    ar: 'نُزّلت على جوال آخر، ولا تكون إلا على جوال واحد.',
    en: 'They were downloaded to another phone, and are on one phone at a time.',
  },
  holder: {
    ar: 'أُزيلت من صفحة حسابك.',
    en: 'They were removed from the page of your account.',
  },
  lost: { ar: 'أُبلغ عن هذا الجوال أنه مفقود.', en: 'This phone was reported lost.' },
  device: { ar: 'أُزيلت من هذا الجوال.', en: 'They were removed from this phone.' },
  account: {
    ar: 'الحساب متوقف أو مغلق. بعد عودته يمكنك تنزيلها من جديد.',
    en: 'The account is stopped or closed. Once it is back, you can download them again.',
  },
} as const
