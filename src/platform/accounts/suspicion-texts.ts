import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'
import type { SuspicionKind } from './suspicion-tables.ts'

/** What is said of a case that somebody uses another person’s identity. */
export const suspicionTexts = {
  opened: {
    title: { ar: 'قد يكون أحد يستعمل هويتك', en: 'Somebody may be using your identity' },
    body: {
      ar: 'ديوان: رأينا محاولة لاستعمال هويتك ولم تنجح. ينظر فيها موظف مختص ونخبرك بما يقرر. لا تعطِ رمزًا لأحد.',
      en: 'Diwan: we saw a try to use your identity; it did not get through. An officer looks into it, and you will hear the outcome. Give no code to anybody.',
    },
  },
  stopped: {
    title: { ar: 'أوقفنا حسابًا بهويتك', en: 'An account with your identity is stopped' },
    body: {
      ar: 'ديوان: قد يكون أحد استعمل هويتك، فأوقفنا الحساب حتى ينظر فيه موظف مختص، ونخبرك بما يقرر.',
      en: 'Diwan: somebody may have used your identity. The account is stopped until an officer has looked into it, and you will hear the outcome.',
    },
  },
  blocked: (reason: string) => ({
    title: { ar: 'ثبت أن هويتك استُعملت', en: 'Your identity was used by somebody else' },
    body: {
      ar: `ديوان: قرر الموظف المختص أن أحدًا حاول استعمال هويتك، ولم يبقَ له حساب ولا مدخل. السبب: ${reason}. يمكنك التسجيل ببياناتك متى شئت.`,
      en: `Diwan: the officer decided that somebody tried to use your identity. No account or way in is left to them. The reason: ${reason}. You can register with your own details at any time.`,
    },
  }),
  cleared: (reason: string) => ({
    title: { ar: 'لا أحد يستعمل هويتك', en: 'Nobody is using your identity' },
    body: {
      ar: `ديوان: نظر الموظف المختص في البلاغ ولم يجد استعمالًا لهويتك. السبب: ${reason}. حسابك كما كان.`,
      en: `Diwan: the officer looked into the report and found that nobody used your identity. The reason: ${reason}. Your account is as it was.`,
    },
  }),
  kinds: {
    registration: { ar: 'بيانات تسجيل تخالف السجل', en: 'Details of a registration contradict the register' },
    'holder-denies': { ar: 'صاحب الهوية يقول: لم أكن أنا', en: 'The holder says: it wasn’t me' },
    document: { ar: 'الوثيقة ليست لمن قدّمها', en: 'The document is not its bearer’s' },
    fingerprint: { ar: 'البصمة لا تطابق', en: 'The fingerprint does not match' },
    'second-look': { ar: 'المراجعة الثانية تعترض على تفعيل', en: 'The second look disputes an activation' },
  } satisfies Record<SuspicionKind, Text>,
  decided: {
    status: 409,
    code: 'suspicion-decided',
    title: { ar: 'بُتّ في هذا البلاغ من قبل', en: 'This case was decided already' },
  } satisfies Problem,
  second: {
    status: 403,
    code: 'second-officer',
    title: { ar: 'يلزم موظف آخر', en: 'Another officer is needed' },
    detail: {
      ar: 'من رأى الأمر أو اقترح القرار، أو كان البلاغ عن عمله، لا يبتّ فيه. اطلب من زميل.',
      en: 'Whoever saw it, proposed the decision, or did what it is about does not decide on it. Ask a colleague.',
    },
  } satisfies Problem,
}
