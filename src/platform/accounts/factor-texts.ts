import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'
import type { Factor } from './factor-failures.ts'

/** What is said of a factor that was turned off after a hundred wrong tries in a row. */
export const factorTexts = {
  off: {
    password: {
      title: { ar: 'أوقفنا كلمة مرورك', en: 'Your password was turned off' },
      body: {
        ar: 'ديوان: بعد 100 محاولة خاطئة متتالية لم تعد كلمة مرورك تفتح حسابك. اختر كلمة جديدة من «نسيت كلمة المرور».',
        en: 'Diwan: after 100 wrong tries in a row your password no longer opens your account. Choose a new one by “Forgot your password?”.',
      },
    },
    sms: {
      title: { ar: 'أوقفنا رموز الرسائل', en: 'Codes by message were turned off' },
      body: {
        ar: 'ديوان: بعد 100 رمز خاطئ متتالٍ لم تعد رموز الرسائل تفتح حسابك. أكّد جوالك من جديد عند جهاز الخدمة الذاتية أو من مصرفك أو عند موظف التفعيل.',
        en: 'Diwan: after 100 wrong codes in a row codes by message no longer open your account. Confirm your mobile again at a self-service device, through your bank or with an activation officer.',
      },
    },
    app: {
      title: { ar: 'أوقفنا تطبيق الرموز', en: 'Your code app was turned off' },
      body: {
        ar: 'ديوان: بعد 100 رمز خاطئ متتالٍ أزلنا تطبيق الرموز، وعادت الرموز تصل برسالة. يمكنك إعداده من جديد في صفحة حسابك.',
        en: 'Diwan: after 100 wrong codes in a row the code app was removed; codes come by message again. You can set it up anew on the page of your account.',
      },
    },
    recovery: {
      title: { ar: 'أبطلنا رموز الاسترداد', en: 'Your recovery codes are void' },
      body: {
        ar: 'ديوان: بعد 100 رمز خاطئ متتالٍ أبطلنا رموز الاسترداد. أنشئ غيرها في صفحة حسابك.',
        en: 'Diwan: after 100 wrong codes in a row your recovery codes are void. Make new ones on the page of your account.',
      },
    },
  } satisfies Record<Factor, { readonly title: Text; readonly body: Text }>,
  smsOff: {
    status: 403,
    code: 'sms-codes-off',
    title: { ar: 'رموز الرسائل موقوفة لهذا الحساب', en: 'Codes by message are off for this account' },
    detail: {
      ar: 'كثرت الرموز الخاطئة. ادخل بمفتاح مرور أو رمز استرداد، أو أكّد جوالك من جديد عند جهاز الخدمة الذاتية أو من مصرفك أو عند موظف التفعيل.',
      en: 'There were too many wrong codes. Use a passkey or a recovery code, or confirm your mobile again at a self-service device, through your bank or with an activation officer.',
    },
    next: { label: { ar: 'مراكز التفعيل', en: 'Activation centres' }, page: '/activation-centres' },
  } satisfies Problem,
}
