import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('revoke-delegation', {
  sector: 'business',
  version: 1,
  title: { ar: 'إلغاء تفويض', en: 'Revoke a delegation' },
  summary: {
    ar: 'أنهِ تفويضًا أعطيته أو تحمله، في الحال.',
    en: 'End a delegation that you gave or hold, at once.',
  },
  words: ['إنهاء تفويض', 'سحب الصلاحيات', 'إلغاء مفوض', 'end delegation', 'withdraw powers'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'ينقطع المفوَّض في الحال حتى لو كان يعمل الآن.',
      en: 'The delegate is cut off at once, even while at work.',
    },
  ],
  access: 'registered',
  page: '/delegations',
  steps: [
    { ar: 'افتح التفويض من قائمة «التفويضات».', en: 'Open it in the list under “Delegations”.' },
    { ar: 'اضغط «أنهِ التفويض».', en: 'Press “End the delegation”.' },
  ],
})
