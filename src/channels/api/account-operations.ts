import { z } from 'zod'
import { ok, type Result } from '#kernel/result.ts'
import { chooseCredentials } from '#platform/accounts/choose-credentials.ts'
import { completeSignIn } from '#platform/accounts/complete-sign-in.ts'
import type { CodeSent } from '#platform/accounts/one-time-code.ts'
import { sendRegistrationCode, verifyRegistrationCode } from '#platform/accounts/register-code.ts'
import { giveDetails } from '#platform/accounts/register-details.ts'
import { beginRegistration } from '#platform/accounts/registration.ts'
import { signOut } from '#platform/accounts/session.ts'
import { signIn } from '#platform/accounts/sign-in.ts'
import { sendSignInCode } from '#platform/accounts/sign-in-pending.ts'
import { terms } from '#platform/accounts/terms.ts'
import type { Platform } from '#platform/platform.ts'
import { input, visualAnswer } from './input.ts'
import { type Answer, type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { instant, text } from './value.ts'

const codeSent = z
  .object({
    expiresAt: instant,
    resendAt: instant.meta({ description: 'When it can be sent again.' }),
  })
  .meta({ id: 'CodeSent' })

const presentCode = ({ expiresAt, resendAt }: CodeSent): z.output<typeof codeSent> => ({
  expiresAt: expiresAt.toISOString(),
  resendAt: resendAt.toISOString(),
})

const registration = input.token.meta({
  description: 'The handle that `accept-terms` answered; keep it secret.',
})
const pending = input.token.meta({ description: 'The handle that `sign-in` answered; keep it secret.' })
const tag = tags.accounts
const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const
const done = <E>(it: Result<unknown, E>): Result<Answer<undefined>, E> =>
  it.ok ? ok({ body: undefined }) : it

/** Registering step by step, signing in with password, visual code and text message, and out. */
export const accountOperations = (platform: Platform): Operation[] => [
  ...registering(platform),
  ...signingIn(platform),
]

const registering = (platform: Platform): Operation[] => [
  operation({
    id: 'read-terms',
    method: 'GET',
    path: '/terms',
    tag,
    title: { ar: 'الشروط', en: 'Read the terms' },
    summary: { ar: 'ما يوافق عليه من يسجّل.', en: 'What who registers agrees to.' },
    access: 'anyone',
    answer: {
      status: 200,
      description: { ar: 'الشروط', en: 'The terms' },
      schema: z.object({ version: z.string(), clauses: z.array(text) }),
    },
    run: async () => ok({ body: { version: terms.version, clauses: [...terms.clauses] } }),
  }),
  operation({
    id: 'accept-terms',
    method: 'POST',
    path: '/registrations',
    tag,
    title: { ar: 'قبول الشروط وبدء التسجيل', en: 'Accept the terms and begin to register' },
    summary: {
      ar: 'الخطوة الأولى من أربع؛ صالحة نصف ساعة.',
      en: 'The first of four steps; good for half an hour.',
    },
    access: 'anyone',
    body: z.strictObject({ version: z.string().max(40), language: input.language }),
    answer: {
      status: 201,
      description: { ar: 'التسجيل', en: 'The registration' },
      schema: z.object({ registration: z.string() }),
    },
    run: async ({ body }) => {
      const begun = await beginRegistration(platform, body)
      return begun.ok ? ok({ body: { registration: begun.value.registration } }) : begun
    },
  }),
  operation({
    id: 'register-account',
    method: 'POST',
    path: '/registrations/details',
    tag,
    title: { ar: 'بيانات صاحب الحساب', en: 'Give the details of the account' },
    summary: {
      ar: 'الخطوة الثانية. الجواب واحد سواء أكانت البيانات لمن يحق له التسجيل أم لا؛ الفرق في الرسالة النصية.',
      en: 'The second step. The answer is the same whether or not the details are of somebody who may register; the text message differs.',
    },
    access: 'anyone',
    body: z.strictObject({
      registration,
      person: z.union([input.personNumber, input.gccIdentity]),
      born: input.day,
      mobile: input.mobile,
      email: input.email,
      visualCode: visualAnswer,
    }),
    answer: nothing,
    run: async ({ body: { registration: handle, visualCode, ...details }, ip }) =>
      done(await giveDetails(platform, handle, { ...details, visual: { ...visualCode, ip } })),
  }),
  operation({
    id: 'send-registration-code',
    method: 'POST',
    path: '/registrations/code',
    tag,
    title: { ar: 'إرسال رمز التحقق', en: 'Send the code' },
    summary: { ar: 'رسالة نصية إلى الجوال المُعطى.', en: 'A text message to the mobile that was given.' },
    access: 'anyone',
    body: z.strictObject({ registration }),
    answer: { status: 200, description: { ar: 'أُرسل', en: 'Sent' }, schema: codeSent },
    run: async ({ body, ip }) => {
      const sent = await sendRegistrationCode(platform, body.registration, { ip })
      return sent.ok ? ok({ body: presentCode(sent.value) }) : sent
    },
  }),
  operation({
    id: 'verify-mobile-otp',
    method: 'POST',
    path: '/registrations/verification',
    tag,
    title: { ar: 'التحقق من الجوال', en: 'Prove the mobile' },
    summary: { ar: 'الخطوة الثالثة: الرمز الذي وصل.', en: 'The third step: the code that arrived.' },
    access: 'anyone',
    body: z.strictObject({ registration, code: input.code }),
    answer: nothing,
    run: async ({ body }) => done(await verifyRegistrationCode(platform, body.registration, body.code)),
  }),
  operation({
    id: 'choose-credentials',
    method: 'POST',
    path: '/registrations/credentials',
    tag,
    title: { ar: 'اسم المستخدم وكلمة المرور', en: 'Choose username and password' },
    summary: {
      ar: 'الخطوة الأخيرة: يُنشأ الحساب مسجّلًا غير مفعّل.',
      en: 'The last step: the account is made, registered and not yet activated.',
    },
    access: 'anyone',
    body: z.strictObject({ registration, username: z.string().max(100), password: z.string().max(1000) }),
    answer: {
      status: 201,
      description: { ar: 'الحساب', en: 'The account' },
      schema: z.object({ username: z.string() }),
    },
    run: async ({ body: { registration: handle, username, password } }) => {
      const made = await chooseCredentials(platform, handle, { username, password, again: password })
      return made.ok ? ok({ body: { username: made.value.username } }) : made
    },
  }),
]

const signingIn = (platform: Platform): Operation[] => [
  operation({
    id: 'sign-in',
    method: 'POST',
    path: '/sign-in',
    tag,
    title: { ar: 'الدخول: كلمة المرور والرمز المرئي', en: 'Sign in: password and visual code' },
    summary: {
      ar: 'يُرسل بعدها رمز إلى الجوال. كل رفض له الجواب نفسه.',
      en: 'A code then goes to the mobile. Every refusal is the same answer.',
    },
    access: 'anyone',
    body: z.strictObject({
      name: z.string().min(1).max(100).meta({ description: 'Username, or ID, iqama or border number.' }),
      password: z.string().min(1).max(1000),
      visualCode: visualAnswer,
    }),
    answer: {
      status: 200,
      description: { ar: 'ينتظر الرمز', en: 'Waits for the code' },
      schema: z.object({
        pending: z.string(),
        mobile: z.string().meta({ description: 'Masked.' }),
        code: codeSent.optional().meta({ description: 'Absent when an app shows the code.' }),
      }),
    },
    run: async ({ body: { name, password, visualCode }, ip }) => {
      const it = await signIn(platform, { name, password, visual: { ...visualCode, ip }, door: 'person' })
      if (!it.ok) return it
      const { pending, mobile, code } = it.value
      return ok({ body: { pending, mobile, ...(code ? { code: presentCode(code) } : {}) } })
    },
  }),
  operation({
    id: 'send-sign-in-code',
    method: 'POST',
    path: '/sign-in/code',
    tag,
    title: { ar: 'إعادة إرسال رمز الدخول', en: 'Send the sign-in code again' },
    summary: { ar: 'بعد دقيقة من الأول على الأقل.', en: 'At the earliest a minute after the first.' },
    access: 'anyone',
    body: z.strictObject({ pending }),
    answer: { status: 200, description: { ar: 'أُرسل', en: 'Sent' }, schema: codeSent },
    run: async ({ body, ip }) => {
      const sent = await sendSignInCode(platform, body.pending, { ip })
      return sent.ok ? ok({ body: presentCode(sent.value) }) : sent
    },
  }),
  operation({
    id: 'open-session',
    method: 'POST',
    path: '/sessions',
    tag,
    title: { ar: 'الدخول: رمز الجوال', en: 'Sign in: the code of the text message' },
    summary: {
      ar: 'يفتح جلسة ويعيد رمزها. أرسل `device` الذي حفظته من المرة السابقة حتى لا يُنبَّه صاحب الحساب إلى جهاز جديد.',
      en: 'Opens a session and answers its token. Send the `device` kept from last time, so that nobody is warned of a new device.',
    },
    access: 'anyone',
    body: z.strictObject({ pending, code: input.code, device: input.token.optional() }),
    answer: {
      status: 201,
      description: { ar: 'الجلسة', en: 'The session' },
      schema: z.object({
        token: z.string().meta({ description: 'The bearer token. Over after 15 minutes without a call.' }),
        device: z.string(),
        account: z.enum(['registered', 'activated']),
        endsAt: instant,
      }),
    },
    run: async ({ body, ip }) => {
      const it = await completeSignIn(platform, { ...body, ip })
      if (!it.ok) return it
      const { token, device, session } = it.value
      return ok({
        body: { token, device, account: session.account, endsAt: session.endsAt.toISOString() },
      })
    },
  }),
  operation({
    id: 'sign-out',
    method: 'DELETE',
    path: '/sessions/current',
    tag,
    title: { ar: 'الخروج', en: 'Sign out' },
    summary: { ar: 'ينهي الجلسة في الحال.', en: 'Ends the session at once.' },
    access: 'signed-in',
    answer: nothing,
    run: async ({ token }) => {
      if (token !== undefined) await signOut(platform, token)
      return ok({ body: undefined })
    },
  }),
]
