import { say as fill, type Locale, type Text } from '#kernel/text.ts'

/** What the pages of signing in elsewhere say. */
export const words = {
  signInTo: { ar: 'الدخول إلى {site}', en: 'Sign in to {site}' },
  asks: {
    ar: 'يطلب {site} الاطلاع على ما يلي، {purpose}.',
    en: '{site} asks to see the following, {purpose}.',
  },
  asksNothing: {
    ar: 'لا يطلب {site} شيئًا من بياناتك، سوى أن يعرف أنك الشخص نفسه في كل مرة.',
    en: '{site} asks for none of your data, only to know that you are the same person each time.',
  },
  shared: { ar: 'ما سيطّلع عليه', en: 'What it will see' },
  nothingElse: {
    ar: 'لا يصل إليه شيء غير ذلك: لا كلمة مرورك ولا طلباتك ولا وثائقك.',
    en: 'It gets nothing else: not your password, your requests or your documents.',
  },
  noNumber: {
    ar: 'لا يصل إليه رقم هويتك، بل رمز خاص به وحده لا يعرفك به موقع آخر.',
    en: 'It does not get your ID number, but a code of its own by which no other site knows you.',
  },
  until: {
    ar: 'يسري سماحك حتى التاريخ أدناه، ولن نسألك مرة أخرى قبله. ويمكنك إلغاؤه متى شئت من «المواقع المرتبطة» في حسابك.',
    en: 'This holds until the date below, and we do not ask again before. You can end it at any time under “Connected sites” in your account.',
  },
  untilLabel: { ar: 'حتى', en: 'Until' },
  allow: { ar: 'أسمح وأتابع', en: 'Allow and continue' },
  refuse: { ar: 'لا أسمح', en: 'Do not allow' },
  again: { ar: 'سجّل الدخول مرة أخرى', en: 'Sign in again' },
  againWhy: {
    ar: 'يطلب {site} أن تسجّل الدخول الآن من جديد، ليتأكد أنك أنت من يستخدم هذا الجهاز.',
    en: '{site} asks you to sign in anew now, to be sure that it is you who uses this device.',
  },
  back: { ar: 'العودة إلى {site}', en: 'Back to {site}' },
  going: { ar: 'ننقلك الآن إلى {site}.', en: 'We are taking you to {site}.' },
  goingBack: { ar: 'ننقلك الآن إلى الموقع.', en: 'We are taking you to the site.' },
  go: { ar: 'متابعة', en: 'Continue' },
  sites: { ar: 'المواقع المرتبطة', en: 'Connected sites' },
  sitesLead: {
    ar: 'مواقع جهات أخرى تدخل إليها بحسابك هنا، وما يطّلع عليه كل منها.',
    en: 'Sites of other organisations that you sign in to with your account, and what each of them sees.',
  },
  sitesNone: {
    ar: 'لم تربط حسابك بأي موقع. حين تدخل إلى موقع جهة أخرى بحسابك يظهر هنا.',
    en: 'You have connected no site. When you sign in to another organisation’s site with your account, it shows here.',
  },
  sees: { ar: 'يطّلع على', en: 'It sees' },
  seesNothing: { ar: 'لا شيء من بياناتك', en: 'None of your data' },
  since: { ar: 'سمحت له في', en: 'You allowed it on' },
  used: { ar: 'آخر دخول', en: 'Last sign-in' },
  never: { ar: 'لم تدخل إليه بعد', en: 'Not yet' },
  end: { ar: 'إلغاء الربط', en: 'End the connection' },
  endOf: { ar: 'إلغاء الربط مع {site}', en: 'End the connection with {site}' },
  ended: {
    ar: 'أُلغي الربط. لا يستطيع الموقع الاطلاع على بياناتك بعد الآن، وأبلغناه بخروجك.',
    en: 'The connection is ended. The site can see your data no more, and we have told it that you left.',
  },
  signOut: { ar: 'تسجيل الخروج', en: 'Sign out' },
  signOutOf: { ar: 'الخروج من {site}', en: 'Sign out of {site}' },
  signOutWhy: {
    ar: 'هل تريد الخروج من ديوان أيضًا؟ عندها تخرج من كل المواقع التي دخلتها بحسابك من هذا المتصفح.',
    en: 'Do you want to sign out of Diwan too? Then you leave every site that you entered with your account from this browser.',
  },
  signOutAll: { ar: 'الخروج من ديوان ومن كل المواقع', en: 'Sign out of Diwan and every site' },
  signOutOne: { ar: 'البقاء في ديوان', en: 'Stay signed in to Diwan' },
  signedOut: { ar: 'خرجت', en: 'You are signed out' },
  signedOutLead: { ar: 'يمكنك إغلاق الصفحة.', en: 'You can close the page.' },
  failed: { ar: 'تعذّر إكمال الدخول', en: 'This sign-in cannot go on' },
  failedLead: {
    ar: 'ارجع إلى الموقع الذي جئت منه وابدأ الدخول من جديد. لم يصل إلى الموقع شيء من بياناتك.',
    en: 'Go back to the site that you came from and start again. Nothing of yours has reached it.',
  },
  failedCode: { ar: 'رمز الخطأ لدعم الموقع:', en: 'Code for the site’s support:' },
} as const satisfies Record<string, Text>

/** A text in a language, with the site's name and the like filled in. */
export const tell = (
  name: keyof typeof words,
  locale: Locale,
  params: Readonly<Record<string, string>> = {},
): string => fill(words[name], locale, params)
