import { z } from 'zod'
import { exportOwn, ownData } from '#channels/own-data.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type BoundAct, boundActs, isBoundAct } from '#platform/accounts/acts.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { confirmCode, confirmPassword, type Holder, sendStepUpCode } from '#platform/accounts/step-up.ts'
import { forOneself } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { input } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'

const what = {
  act: z
    .string()
    .refine((act): act is BoundAct => isBoundAct(act))
    .meta({ enum: Object.keys(boundActs), description: 'As `confirm` of the problem says it.' }),
  object: z.string().min(1).max(200),
}
const tag = tags.accounts
const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const

/** Confirming a sensitive act: the password, then the code whose message names the act. */
export const confirmationOperations = (platform: Platform): Operation[] => [
  operation({
    id: 'begin-confirmation',
    method: 'POST',
    path: '/confirmations',
    tag,
    title: { ar: 'تأكيد عملية: كلمة المرور', en: 'Confirm an act: the password' },
    summary: {
      ar: 'بعد أن أُجيبت عملية بـ confirm-first. تُرسل رسالة فيها رمز وتسمّي العملية، أو يُظهر التطبيق الرمز.',
      en: 'After an operation answered `confirm-first`. A message with a code goes out that names the act, unless an app shows it.',
    },
    access: 'signed-in',
    body: z.strictObject({ ...what, password: z.string().min(1).max(1000) }),
    answer: nothing,
    run: async ({ principal, body: { act, object, password }, ip }) => {
      const by = holder(principal)
      if (!by.ok) return by
      const right = await confirmPassword(platform, by.value, { act, object }, { password, ip })
      return right.ok ? ok({ body: undefined }) : right
    },
  }),
  operation({
    id: 'send-confirmation-code',
    method: 'POST',
    path: '/confirmations/code',
    tag,
    title: { ar: 'إعادة إرسال رمز التأكيد', en: 'Send the code of a confirmation again' },
    summary: { ar: 'بعد دقيقة من الأول على الأقل.', en: 'At the earliest a minute after the first.' },
    access: 'signed-in',
    body: z.strictObject(what),
    answer: nothing,
    run: async ({ principal, body, ip }) => {
      const by = holder(principal)
      if (!by.ok) return by
      const sent = await sendStepUpCode(platform, by.value, body, { ip })
      return sent.ok ? ok({ body: undefined }) : sent
    },
  }),
  operation({
    id: 'complete-confirmation',
    method: 'POST',
    path: '/confirmations/verification',
    tag,
    title: { ar: 'تأكيد عملية: الرمز', en: 'Confirm an act: the code' },
    summary: {
      ar: 'صالح خمس دقائق، لتلك العملية مرة واحدة. تستمر الجلسة برمز دخول جديد، ويبطل القديم.',
      en: 'Good for five minutes and that act, once. The session goes on under the new token; the old one is void.',
    },
    access: 'signed-in',
    body: z.strictObject({ ...what, code: input.code }),
    answer: {
      status: 200,
      description: { ar: 'رمز الدخول الجديد', en: 'The new token' },
      schema: z.object({ token: z.string() }),
    },
    run: async ({ principal, body: { act, object, code }, token = '' }) => {
      const by = holder(principal)
      if (!by.ok) return by
      const done = await confirmCode(platform, by.value, { act, object }, { code, token })
      return done.ok ? ok({ body: { token: done.value.token } }) : done
    },
  }),
  operation({
    id: 'export-data',
    method: 'GET',
    path: '/my-data/file',
    tag: tags.documents,
    title: { ar: 'نسخة من بياناتي', en: 'A copy of my data' },
    summary: {
      ar: 'كل ما تحتفظ به السجلات عنك في ملف واحد. تُؤكَّد أولًا.',
      en: 'Everything that the registers hold on you, in one file. It is confirmed first.',
    },
    access: 'activated',
    answer: { status: 200, description: { ar: 'الملف', en: 'The file' }, mediaType: 'application/json' },
    run: async ({ principal }) => {
      const by = forOneself(principal)
      if (!by.ok) return by
      const confirmed = await requireConfirmed(platform, by.value, 'data.export', exportOwn)
      if (!confirmed.ok) return confirmed
      const { name, bytes } = await ownData(platform, by.value)
      return ok({ body: bytes, headers: { 'content-disposition': `attachment; filename="${name}"` } })
    },
  }),
]

const holder = (principal: Principal): Result<Holder, Problem> =>
  principal.kind === 'person' ? ok(principal) : err(problems.signInFirst)
