import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-digital-identity', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفعيل الهوية الرقمية على جوالك', en: 'Activate your digital identity on your phone' },
  summary: {
    ar: 'ضع وثائقك على جوالك مرة واحدة، ثم اعرضها بلا شبكة.',
    en: 'Put your documents on your phone once, then show them without a network.',
  },
  words: [
    'تفعيل الهوية الرقمية',
    'محفظة',
    'وثائقي على الجوال',
    'هوية رقمية',
    'wallet',
    'digital identity',
    'offline',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    {
      ar: 'حسابك مفعّل، ولم تتغير طريقة الدخول إليه أو الوصول إليك في آخر 24 ساعة.',
      en: 'Your account is active, and neither how it is entered nor how you are reached changed within 24 hours.',
    },
    {
      ar: 'تكون وثائقك على جوال واحد؛ إن نقلتها توقفت على الأول، وتصلك رسالة.',
      en: 'Your documents are on one phone at a time; moving them stops them on the first, and you get a message.',
    },
  ],
  access: 'registered',
  page: '/wallet/',
  steps: [
    { ar: 'افتح المحفظة على جوالك وادخل إلى حسابك.', en: 'Open the wallet on your phone, and sign in.' },
    { ar: 'أكّد أنك أنت بكلمة المرور ورمز.', en: 'Confirm that it is you, with your password and a code.' },
    {
      ar: 'اختر ما يفتحها: بصمتك أو وجهك أو قفل الجوال، أو رقمًا سريًا.',
      en: 'Choose what opens it: finger, face or screen lock, or a PIN.',
    },
    {
      ar: 'اعرض الرمز لمن يطلب وثيقتك؛ يتجدد كل 20 ثانية.',
      en: 'Show the code to whoever asks; it is new every 20 seconds.',
    },
  ],
})
