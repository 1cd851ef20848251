import type { Text } from '#kernel/text.ts'

/** What the pages about activation from abroad say. */
export const words = {
  title: { ar: 'التفعيل من خارج المملكة', en: 'Activate from abroad' },
  lead: {
    ar: 'للمواطنين خارج المملكة: يراك موظف باتصال مرئي أو في بعثة، ويطابق جوازك، فيُفعّل حسابك. بلا رسوم.',
    en: 'For citizens abroad: an officer sees you on a video call or at a mission, checks your passport, and your account is activated. It is free.',
  },
  open: { ar: 'احجز موعدًا من الخارج', en: 'Book an appointment from abroad' },
  seeOwn: { ar: 'موعدك من الخارج', en: 'Your appointment from abroad' },
  signIn: { ar: 'سجّل الدخول لتحجز', en: 'Sign in to book' },
  noAccount: { ar: 'لا حساب لك؟ أنشئ حسابًا أولًا', en: 'No account yet? Create one first' },
  place: { ar: 'أين يراك الموظف؟', en: 'Where does the officer see you?' },
  placeHint: {
    ar: 'في الاتصال المرئي يتصل بك الموظف على جوال حسابك.',
    en: 'For a video call the officer calls the mobile of your account.',
  },
  day: { ar: 'اليوم', en: 'The day' },
  showTimes: { ar: 'اعرض الأوقات', en: 'Show the times' },
  time: { ar: 'الوقت، بتوقيت الرياض', en: 'The time, in Riyadh' },
  timesTitle: { ar: 'اختر الوقت', en: 'Choose a time' },
  full: {
    ar: 'لا وقت متاحًا في هذا اليوم. اختر يومًا آخر أو مكانًا آخر.',
    en: 'No time is free on this day. Choose another day or another place.',
  },
  otherDay: { ar: 'يوم آخر أو مكان آخر', en: 'Another day or place' },
  book: { ar: 'احجز', en: 'Book' },
  choosePlace: { ar: 'اختر مكانًا من القائمة', en: 'Choose a place from the list' },
  chooseDay: { ar: 'اختر يومًا من القائمة', en: 'Choose a day from the list' },
  chooseTime: { ar: 'اختر الوقت', en: 'Choose a time' },
  own: { ar: 'موعدك', en: 'Your appointment' },
  where: { ar: 'المكان', en: 'Where' },
  when: { ar: 'الموعد، بتوقيت الرياض', en: 'When, in Riyadh' },
  bring: {
    ar: 'أحضر جوازك الساري. يطابقه الموظف ووجهك بالسجل، ولا يطلب كلمة مرورك ولا رمزًا أبدًا.',
    en: 'Have your valid passport with you. The officer compares it and your face with the register, and never asks for your password or a code.',
  },
  cancel: { ar: 'ألغ الموعد', en: 'Cancel the appointment' },
  booked: { ar: 'حُجز موعدك.', en: 'Your appointment is booked.' },
  cancelled: { ar: 'أُلغي موعدك.', en: 'Your appointment is cancelled.' },
  other: { ar: 'طرق التفعيل الأخرى', en: 'Other ways to activate' },
} as const satisfies Record<string, Text>
