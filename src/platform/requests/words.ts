/** What the platform says of any request, unless the service says it better. */
export const words = {
  step: {
    approval: {
      ar: '{service} ({subject})، من {applicant}. المطلوب منك: {step}. آخر موعد {due}. الطلب {reference}',
      en: '{applicant} asks for your answer: {service} ({subject}), “{step}”. Answer by {due}. Request {reference}',
    },
    payment: {
      ar: 'المبلغ المطلوب {total} لخدمة {service}. سدّد قبل {due}. الطلب {reference}',
      en: 'Please pay {total} for {service} by {due}. Request {reference}',
    },
    appointment: {
      ar: 'احجز موعدك لخدمة {service} قبل {due}. الطلب {reference}',
      en: 'Book your appointment for {service} by {due}. Request {reference}',
    },
  },
  end: {
    submitted: {
      ar: 'استلمنا طلبك: {service}. رقم الطلب {reference}',
      en: 'We have received your request: {service}. Reference {reference}',
    },
    fulfilled: {
      ar: 'تمّت خدمة {service}. الطلب {reference}',
      en: 'Done: {service}. Request {reference}',
    },
    rejected: {
      ar: 'لم تُنفَّذ خدمة {service}. السبب: {because} الطلب {reference}',
      en: 'Not granted: {service}. Reason: {because} Request {reference}',
    },
    cancelled: {
      ar: 'أُلغي طلب {service}. الطلب {reference}',
      en: 'Cancelled: {service}. Request {reference}',
    },
    expired: {
      ar: 'انتهت مهلة طلب {service} فأُغلق. الطلب {reference}',
      en: 'The time for {service} ran out, so the request was closed. Request {reference}',
    },
  },
  /** To whom it concerns without having a part in it. */
  concerned: {
    submitted: {
      ar: 'طلب {applicant} خدمة {service} ({subject}). الطلب {reference}',
      en: '{applicant} has asked for {service} ({subject}). Request {reference}',
    },
    fulfilled: {
      ar: 'تمّت خدمة {service} ({subject}) بطلب من {applicant}. الطلب {reference}',
      en: 'Done: {service} ({subject}), as {applicant} asked. Request {reference}',
    },
    rejected: {
      ar: 'لم تُنفَّذ خدمة {service} ({subject}) التي طلبها {applicant}. الطلب {reference}',
      en: 'Not granted: {service} ({subject}), for which {applicant} asked. Request {reference}',
    },
    cancelled: {
      ar: 'أُلغي طلب {service} ({subject}) الذي قدّمه {applicant}. الطلب {reference}',
      en: 'Cancelled: {service} ({subject}), for which {applicant} asked. Request {reference}',
    },
    expired: {
      ar: 'انتهت مهلة طلب {service} ({subject}) الذي قدّمه {applicant}. الطلب {reference}',
      en: 'The time for {service} ({subject}), for which {applicant} asked, ran out. Request {reference}',
    },
  },
  bookedTitle: { ar: 'حُجز موعدك', en: 'Your appointment is booked' },
  booked: {
    ar: 'موعدك لخدمة {service} ({subject}): {when}، {office}. الطلب {reference}',
    en: 'Your appointment for {service} ({subject}): {when}, {office}. Request {reference}',
  },
  refundTitle: { ar: 'استرداد مبلغ', en: 'A refund' },
  refund: {
    ar: 'نعيد إليك {total} عن طلب {service} ({reference}).',
    en: 'We are returning {total} to you for {service} ({reference}).',
  },
  refundBecause: {
    rejected: { ar: 'لم تُنفَّذ الخدمة.', en: 'The service was not granted.' },
    cancelled: { ar: 'أُلغي الطلب.', en: 'The request was cancelled.' },
    expired: { ar: 'انتهت مهلة الطلب.', en: 'The time for the request ran out.' },
  },
  overdueTitle: { ar: 'تأخرنا عليك', en: 'We are late' },
  overdue: {
    ar: 'لم يُبتّ في طلبك {reference} في موعده. رُفع إلى المشرف ولا يلزمك شيء.',
    en: 'Your request {reference} was not decided in time. It has gone to a supervisor; you need do nothing.',
  },
  technical: {
    ar: 'تعذّر إتمام الطلب لسبب فني من جهتنا.',
    en: 'We could not complete the request for a technical reason on our side.',
  },
} as const
