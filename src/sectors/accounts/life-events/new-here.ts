import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register LE-9, as far as it begins here. */
export default lifeEvent('new-here', {
  sector: 'accounts',
  title: { ar: 'مقيم جديد في المملكة', en: 'New in the Kingdom' },
  summary: { ar: 'أول ما تحتاجه: البصمة ثم الحساب.', en: 'What comes first: fingerprints, then an account.' },
  icon: 'plane-landing',
  steps: [
    {
      entry: 'query-border-number',
      note: {
        ar: 'إلى أن تصدر إقامتك: رقمك هو رقم الحدود.',
        en: 'Until your residency is issued, your number is the border number.',
      },
    },
    {
      entry: 'query-fingerprint-status',
      note: { ar: 'هل بصمتك محدثة؟', en: 'Are your fingerprints up to date?' },
    },
    { entry: 'register-account', note: { ar: 'أنشئ حسابك.', en: 'Create your account.' } },
    {
      entry: 'activate-account-bank',
      note: { ar: 'فعّله من مصرفك في دقيقة.', en: 'Activate it in your bank in a minute.' },
    },
    {
      entry: 'enrol-fingerprint',
      note: { ar: 'إن لم تكن محدثة فاحجز موعدًا.', en: 'If they are not, book an appointment.' },
    },
    {
      entry: 'national-address',
      note: {
        ar: 'سجّل سكنك، فإليه تصلك البطاقات.',
        en: 'Register where you live: cards are delivered there.',
      },
    },
    {
      entry: 'view-digital-resident-id',
      note: { ar: 'احمل هوية مقيم على هاتفك.', en: 'Carry your resident ID on your phone.' },
    },
    {
      entry: 'dependant-card-papers',
      note: {
        ar: 'أطفالك: أوراق الوالدين تُؤخذ من السجل، وما ليس فيه ترفقه.',
        en: 'Your children: the parents’ papers come from the register; what it lacks, you attach.',
      },
    },
    {
      entry: 'my-data',
      note: { ar: 'راجع ما يحفظه السجل عنك.', en: 'Check what the register holds on you.' },
    },
  ],
})
