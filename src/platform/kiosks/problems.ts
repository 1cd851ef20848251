import type { Problem } from '#platform/problem.ts'

/** What a device, and who stands at it, is told when it cannot go on. */
export const kioskProblems = {
  /** Unknown, revoked, replayed, wrongly signed: told apart by nobody. */
  deviceRefused: {
    status: 403,
    code: 'device-refused',
    title: { ar: 'هذا الجهاز خارج الخدمة', en: 'This device is out of service' },
    detail: {
      ar: 'استخدم جهازًا آخر أو تطبيق مصرفك، أو اذهب إلى موظف التفعيل.',
      en: 'Use another device or your bank’s app, or go to an activation officer.',
    },
  },
  codeGone: {
    status: 422,
    code: 'enrolment-refused',
    title: { ar: 'رمز التسجيل غير صالح', en: 'This enrolment code is not good' },
    detail: {
      ar: 'استُعمل الرمز أو انتهت مدته أو فيه خطأ. اطلب من المشغّل رمزًا جديدًا.',
      en: 'It was used, has run out, or is mistyped. Ask the operator for a new one.',
    },
  },
  sessionEnded: {
    status: 401,
    code: 'session-ended',
    title: { ar: 'انتهت الجلسة', en: 'This session has ended' },
    detail: {
      ar: 'لم يبقَ في الجهاز شيء عنك. ابدأ من جديد.',
      en: 'Nothing about you is left here. Start again.',
    },
  },
  identifyFirst: {
    status: 403,
    code: 'identify-first',
    title: { ar: 'عرّف بنفسك أولًا', en: 'First show who you are' },
    detail: { ar: 'أدخل رقم هويتك وضع إصبعك.', en: 'Enter your ID number and place your finger.' },
  },
  otherPerson: {
    status: 409,
    code: 'other-person',
    title: { ar: 'هذه الجلسة لشخص آخر', en: 'This session is somebody else’s' },
    detail: { ar: 'أنهِ الجلسة ثم ابدأ من جديد.', en: 'End it, and start again.' },
  },
  notEnrolled: {
    status: 409,
    code: 'not-enrolled',
    title: { ar: 'لا بصمة محدثة لهذا الرقم', en: 'No fingerprints are up to date for this number' },
    detail: {
      ar: 'راجع الرقم. إن كان صحيحًا فسجّل بصمتك في مكتب الجوازات أو الأحوال بلا مقابل، وهناك يُفعّل حسابك أيضًا.',
      en: 'Check the number. If it is right, enrol your fingerprints at a Passports or Civil Affairs office, free of charge; they activate your account as well.',
    },
  },
  unreadable: {
    status: 422,
    code: 'finger-unreadable',
    title: { ar: 'لم تُقرأ البصمة', en: 'The finger could not be read' },
    detail: {
      ar: 'جفّف إصبعك وضعه كاملًا على القارئ، أو جرّب إصبعًا آخر.',
      en: 'Dry your finger and lay it flat on the reader, or try another one.',
    },
  },
  noMatch: {
    status: 422,
    code: 'finger-no-match',
    title: { ar: 'البصمة لا تطابق هذا الرقم', en: 'The finger does not match this number' },
    detail: {
      ar: 'راجع الرقم، ثم جرّب إصبعًا آخر.',
      en: 'Check the number, then try another finger.',
    },
  },
  triesOver: {
    status: 403,
    code: 'tries-over',
    title: { ar: 'لم تطابق البصمة', en: 'The finger did not match' },
    detail: {
      ar: 'انتهت المحاولات. اذهب بهويتك إلى مكتب الجوازات أو الأحوال.',
      en: 'There are no tries left. Take your ID to a Passports or Civil Affairs office.',
    },
  },
  matcherSilent: {
    status: 503,
    code: 'matcher-silent',
    title: { ar: 'مطابقة البصمة متوقفة الآن', en: 'Fingerprints cannot be matched at the moment' },
    detail: { ar: 'أعد المحاولة بعد قليل.', en: 'Try again in a little while.' },
    retryAfter: 30,
  },
} as const satisfies Record<string, Problem>
