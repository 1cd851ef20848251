import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('update-email', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تحديث البريد الإلكتروني', en: 'Update your e-mail address' },
  summary: { ar: 'غيّر البريد الذي نراسلك عليه.', en: 'Change the address that we write to.' },
  words: ['تغيير البريد', 'ايميل', 'الإيميل', 'change email', 'new email'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'ثلاث دقائق', en: 'Three minutes' },
  conditions: [
    {
      ar: 'يصلك رابط على البريد الجديد، صالح مرة واحدة و24 ساعة.',
      en: 'A link comes to the new address; it is good once, for 24 hours.',
    },
  ],
  access: 'registered',
  page: '/account/email',
  steps: [
    { ar: 'أكّد أنك أنت.', en: 'Confirm that it is you.' },
    { ar: 'اكتب البريد الجديد.', en: 'Enter the new address.' },
    { ar: 'افتح الرابط الذي يصل إليه.', en: 'Open the link that comes to it.' },
  ],
})
