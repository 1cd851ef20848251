import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('use-self-service-kiosk', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'أجهزة الخدمة الذاتية', en: 'Self-service devices' },
  summary: {
    ar: 'فعّل حسابك أو غيّر جوالك أو اطبع وثائقك أو اعرف حالة بصمتك، من جهاز قريب منك.',
    en: 'Activate your account, change your mobile, print your documents or see your fingerprint status, at a device nearby.',
  },
  words: ['آلة خدمة ذاتية', 'مكائن الخدمة الذاتية', 'كشك', 'self-service machine'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقائق', en: 'A few minutes' },
  conditions: [
    {
      ar: 'بصمة محدثة، عدا الاستعلام عن حالتها.',
      en: 'Fingerprints that are up to date, but for asking about them.',
    },
    {
      ar: 'في بعض المواقع أجهزة للرجال وأخرى للنساء، والخدمة واحدة.',
      en: 'Some places have devices for men and for women; the service is the same.',
    },
  ],
  access: 'public',
  page: '/activation-centres',
  steps: [
    { ar: 'ابحث عن أقرب جهاز.', en: 'Find the nearest device.' },
    {
      ar: 'اختر اللغة والخدمة وأدخل رقمك.',
      en: 'Choose the language and what you want, and enter your number.',
    },
    { ar: 'ضع إصبعك على القارئ.', en: 'Place your finger on the reader.' },
    {
      ar: 'خذ الإيصال. لا يبقى في الجهاز شيء عنك.',
      en: 'Take the slip. Nothing about you stays in the device.',
    },
  ],
})
