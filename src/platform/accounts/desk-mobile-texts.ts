import type { Problem } from '#platform/problem.ts'

/** What is said of a mobile that is changed at a desk. */
export const deskMobileTexts = {
  same: { ar: 'هذا جوال الحساب الآن', en: 'This is the mobile of the account already' },
  asked: (mobile: string) => ({
    title: { ar: 'طُلب تغيير جوالك', en: 'Another mobile was asked for' },
    body: {
      ar: `ديوان: طُلب عند موظف أن يصير جوال حسابك ${mobile}. ينظر فيه موظف ثانٍ.`,
      en: `Diwan: at a desk somebody asked that your account’s mobile be ${mobile}. A second officer looks at it.`,
    },
  }),
  refused: (reason: string) => ({
    title: { ar: 'لم يُغيّر جوالك', en: 'Your mobile was not changed' },
    body: {
      ar: `ديوان: لم يوافق الموظف الثاني على تغيير جوالك. السبب: ${reason}.`,
      en: `Diwan: the second officer did not agree to change your mobile. The reason: ${reason}.`,
    },
  }),
  noAccount: {
    status: 409,
    code: 'not-registered',
    title: { ar: 'لا حساب مفتوح بهذا الرقم', en: 'No account of this number is open' },
    detail: {
      ar: 'إن كان موقوفًا فأعد تفعيله أولًا، وإن لم يكن له حساب فيسجّل في البوابة.',
      en: 'If it is stopped, activate it again first; if there is none, they register in the portal.',
    },
  } satisfies Problem,
  gone: {
    status: 409,
    code: 'desk-mobile-gone',
    title: { ar: 'انتهت مهلة هذا التغيير', en: 'This change has run out of time' },
    detail: { ar: 'لم يتغير شيء. ابدأ من جديد.', en: 'Nothing was changed. Begin again.' },
  } satisfies Problem,
} as const
