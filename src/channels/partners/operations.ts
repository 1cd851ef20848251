import { z } from 'zod'
import { describedForm } from '#channels/api/form-schema.ts'
import { input } from '#channels/api/input.ts'
import { type Operation, operation, type Tag } from '#channels/api/operation.ts'
import { instant } from '#channels/api/value.ts'
import { walletQuestions } from '#channels/openid4vc/partner-operations.ts'
import { dayOf } from '#kernel/day.ts'
import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { activateByBank } from '#platform/accounts/activate-by-bank.ts'
import { mobileByBank } from '#platform/accounts/mobile-by-bank.ts'
import type { OperationDefinition } from '#platform/catalogue/operation.ts'
import { transact } from '#platform/database/transact.ts'
import { moveDelivery } from '#platform/deliveries/move.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import type { Form } from '#platform/forms/field.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { callbackPath, handleCallback } from '#platform/integrations/call.ts'
import { lateAnswer } from '#platform/integrations/late-answer.ts'
import { handleProviderEvent } from '#platform/payments/provider-event.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { bankPayments } from './bank-payments.ts'
import { receipt } from './receipt.ts'

/** Below which the partners' API lies. */
export const partnersBase = '/partners/v1'

/** Who takes the payments, and the secret that signs its messages. */
export interface Biller {
  readonly name: string
  readonly secret: string
}

const tags = {
  accounts: { name: 'accounts', description: { ar: 'تفعيل الحسابات', en: 'Activating accounts' } },
  sectors: { name: 'sectors', description: { ar: 'عمليات القطاعات', en: 'Operations of the sectors' } },
  deliveries: { name: 'deliveries', description: { ar: 'التوصيل', en: 'Deliveries' } },
  callbacks: { name: 'callbacks', description: { ar: 'إشعارات من الأنظمة', en: 'What systems report back' } },
} as const satisfies Record<string, Tag>

/** Everything that a partner's program can do. */
export const partnerOperations = (platform: Platform, biller: Biller | undefined): readonly Operation[] => [
  activation(platform),
  bankMobile(platform),
  ...bankPayments(platform),
  ...platform.catalogue.operations.map((it) => sectorOperation(platform, it)),
  delivery(platform),
  ...walletQuestions(platform),
  ...(biller ? [paymentEvent(platform, biller)] : []),
  integrationAnswer(platform),
]

const activation = (platform: Platform): Operation =>
  operation({
    id: 'activate-account-bank',
    method: 'POST',
    path: '/activations',
    tag: tags.accounts,
    title: { ar: 'تفعيل حساب عميل', en: 'Activate a customer’s account' },
    summary: {
      ar: 'بعد أن دخل العميل لدى المصرف وقرأ الشروط وأكّد. الإيصال نفسه مرة أخرى هو الطلب نفسه.',
      en: 'After the customer signed in at the bank, read the terms and confirmed. The same receipt again is the same ask.',
    },
    access: { scope: 'activations:write' },
    body: z.strictObject({
      person: input.personNumber,
      mobile: input.mobile.meta({ description: 'The mobile that the bank holds.' }),
      channel: z.enum(['bank-app', 'bank-web', 'atm']),
      receipt,
    }),
    answer: {
      status: 200,
      description: { ar: 'مفعّل', en: 'Activated' },
      schema: z.object({
        outcome: z.enum(['activated', 'already-activated']),
        receipt: z.string(),
        at: instant,
        person: z.string().meta({ description: 'Masked.' }),
        mobile: z.string().meta({ description: 'Masked.' }),
      }),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const done = await activateByBank(platform, body, principal)
      if (done.outcome === 'mobile-mismatch') return err(mobileMismatch)
      if (done.outcome === 'not-registered') return err(notRegistered)
      return ok({ body: { ...done, at: done.at.toISOString() } })
    },
  })

const bankMobile = (platform: Platform): Operation =>
  operation({
    id: 'bank-update-mobile',
    method: 'POST',
    path: '/mobiles',
    tag: tags.accounts,
    title: { ar: 'تحديث جوال عميل', en: 'Update a customer’s mobile' },
    summary: {
      ar: 'لمن فقد رقمه القديم: بعد أن تحققت من هوية عميلك ووصلت إليه على هذا الرقم. يُخبر الرقمان، وتنتظر العمليات الحساسة 24 ساعة.',
      en: 'For who lost the old line: after you have proven who your customer is and reached them on this one. Both lines are told, and sensitive acts wait 24 hours.',
    },
    access: { scope: 'mobiles:write' },
    body: z.strictObject({
      person: input.personNumber,
      born: input.day.meta({ description: 'From your own identification of the customer.' }),
      mobile: input.mobile.meta({ description: 'The mobile on which you reach them.' }),
      receipt,
    }),
    answer: {
      status: 200,
      description: { ar: 'تغيّر', en: 'Changed' },
      schema: z.object({
        outcome: z.enum(['changed', 'same-already']),
        receipt: z.string(),
        at: instant,
        person: z.string().meta({ description: 'Masked.' }),
        mobile: z.string().meta({ description: 'Masked.' }),
      }),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const done = await mobileByBank(platform, body, principal)
      return done.outcome === 'not-matched'
        ? err(notMatched)
        : ok({ body: { ...done, at: done.at.toISOString() } })
    },
  })

/** Thrown to roll a transaction back. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

const sectorOperation = (platform: Platform, it: OperationDefinition): Operation =>
  operation({
    id: it.slug,
    method: 'POST',
    path: it.path,
    tag: tags.sectors,
    title: it.title,
    summary: it.summary,
    access: { scope: it.scope },
    body: z.record(z.string().max(64), z.unknown()),
    bodySchema: describedForm(it.input),
    answer: {
      status: 200,
      description: { ar: 'تمّ', en: 'Done' },
      schema: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const parsed = parseForm(it.input, body, { today: dayOf(platform.clock.now()), options: {} })
      if (!parsed.ok) return err(problems.answersWrong(parsed.error))
      const done = await inOneTransaction(platform, async (tx) => {
        const ran = await it.run({ tx, clock: platform.clock, client: principal.client }, parsed.value)
        if (ran.ok)
          await followRegistry(tx, platform, personsIn(it.input, parsed.value), platform.clock.now())
        return ran
      })
      return done.ok ? ok({ body: { ...done.value } }) : done
    },
  })

/** The persons that an operation is about, by the fields that name them. */
const personsIn = ({ fields }: Form, answers: Readonly<Record<string, unknown>>): PersonNumber[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = answers[name]
    if (field.kind !== 'personNumber' || typeof value !== 'string') return []
    const person = parsePersonNumber(value)
    return person.ok ? [person.value] : []
  })

/** Runs it in a transaction that a problem rolls back. */
async function inOneTransaction<T>(
  { db }: Pick<Platform, 'db'>,
  work: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  try {
    return await transact(db, async (tx) => {
      const done = await work(tx)
      if (!done.ok) throw new Refused(done.error)
      return done
    })
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}

const delivery = (platform: Platform): Operation =>
  operation({
    id: 'report-delivery',
    method: 'POST',
    path: '/deliveries/{tracking}',
    tag: tags.deliveries,
    title: { ar: 'أين وصلت الشحنة', en: 'Report where a delivery is' },
    summary: {
      ar: 'خرجت، أو سُلّمت، أو عادت. يُخبر صاحبها. البلاغ نفسه مرة أخرى لا يغيّر شيئًا.',
      en: 'Dispatched, delivered or returned; the person is told. The same report again changes nothing.',
    },
    access: { scope: 'deliveries:write' },
    params: z.object({ tracking: z.string().regex(/^[A-Z0-9]{13}$/) }),
    body: z.strictObject({
      state: z.enum(['dispatched', 'delivered', 'returned']),
      reason: z.string().trim().min(1).max(200).optional().meta({ description: 'Why it came back.' }),
    }),
    answer: {
      status: 200,
      description: { ar: 'سُجّل', en: 'Recorded' },
      schema: z.object({ tracking: z.string(), state: z.string() }),
    },
    run: async ({ principal, params: { tracking }, body: { state, reason } }) => {
      const moved = await transact(platform.db, (tx) =>
        moveDelivery(tx, {
          tracking,
          to: state,
          by: principal,
          ...(reason === undefined ? {} : { reason }),
          at: platform.clock.now(),
        }),
      )
      if (moved.ok) return ok({ body: { tracking, state: moved.value.state } })
      return err(moved.error === 'unknown' ? trackingUnknown : outOfOrder)
    },
  })

const paymentEvent = (platform: Platform, biller: Biller): Operation =>
  operation({
    id: 'payment-event',
    method: 'POST',
    path: '/payment-events',
    tag: tags.callbacks,
    title: { ar: 'حدث من مزوّد الدفع', en: 'An event of the payment provider' },
    summary: {
      ar: 'موقّع في الترويسة diwan-signature على نص الجسم كما هو. الحدث نفسه مرتين حدث واحد، وأي ترتيب مقبول.',
      en: 'Signed in the header diwan-signature over the very text of the body: `t=<second>,v1=<hex of HMAC-SHA256 over "t.body">`. The same event twice is one, in any order.',
    },
    access: 'signature',
    rawBody: { as: 'text', mediaTypes: ['application/json'], largest: 64 * 1024 },
    bodySchema: {
      type: 'object',
      required: ['id', 'type', 'reference'],
      properties: {
        id: { type: 'string', description: 'Of the event.' },
        type: {
          type: 'string',
          enum: [
            'payment.settled',
            'payment.failed',
            'payment.refunded',
            'refund.failed',
            'payout.settled',
            'payout.failed',
          ],
        },
        reference: { type: 'string', description: 'The provider’s.' },
        payment: { type: 'string', description: 'The platform’s id, as it was asked with.' },
        payout: { type: 'string' },
        amount: {
          type: 'integer',
          minimum: 1,
          description: 'Halalas, as in what the platform asks of the provider.',
        },
      },
    },
    answer: {
      status: 200,
      description: { ar: 'وصل', en: 'Taken; it need not be sent again' },
      schema: z.object({ outcome: z.enum(['applied', 'known']) }),
    },
    run: async ({ body, signature }) => {
      const taken = await handleProviderEvent(
        platform,
        { provider: biller.name, secret: biller.secret },
        typeof body === 'string' ? body : '',
        signature,
      )
      return taken.ok ? ok({ body: { outcome: taken.value } }) : taken
    },
  })

const integrationAnswer = (platform: Platform): Operation =>
  operation({
    id: 'integration-answer',
    method: 'POST',
    path: callbackPath.slice(partnersBase.length),
    tag: tags.callbacks,
    title: { ar: 'جواب نظام خارجي', en: 'The answer of an outside system' },
    summary: {
      ar: 'من نظام قبل الطلب ثم يجيب، بالرمز الذي أُعطي لتلك الخطوة وحدها، مرة واحدة.',
      en: 'From a system that had accepted an ask, with the token of that very step, once.',
    },
    access: 'signature',
    body: z.strictObject({ token: input.token, answer: lateAnswer }),
    answer: { status: 204, description: { ar: 'وصل', en: 'Taken' } },
    run: async ({ body: { token, answer } }) => {
      const taken = await handleCallback(platform, token, answer)
      return taken.ok ? ok({ body: undefined }) : taken
    },
  })

const mobileMismatch: Problem = {
  status: 409,
  code: 'mobile-mismatch',
  title: {
    ar: 'الجوال لدى المصرف ليس جوال الحساب',
    en: 'The mobile at the bank is not the one of the account',
  },
  detail: {
    ar: 'يصحّح العميل أحدهما ثم يعيد المحاولة. أخبرناه برسالة.',
    en: 'The customer corrects one of them and tries again. We have sent them a message.',
  },
}

const notMatched: Problem = {
  status: 409,
  code: 'not-matched',
  title: {
    ar: 'ما لدى المصرف لا يطابق السجل',
    en: 'What the bank holds does not match the register',
  },
  detail: {
    ar: 'لم يتغير شيء. يذهب العميل بهويته إلى موظف التفعيل أو جهاز الخدمة الذاتية.',
    en: 'Nothing was changed. The customer goes with their ID to an activation officer or a self-service device.',
  },
}

const notRegistered: Problem = {
  status: 404,
  code: 'not-registered',
  title: { ar: 'لا حساب يمكن تفعيله', en: 'There is no account that could be activated' },
  detail: { ar: 'يسجّل العميل أولًا في البوابة.', en: 'The customer first registers on the portal.' },
}

const trackingUnknown: Problem = {
  status: 404,
  code: 'tracking-unknown',
  title: { ar: 'لا شحنة بهذا الرقم', en: 'There is no delivery of this number' },
}

const outOfOrder: Problem = problems.tooLate(
  'delivery-out-of-order',
  'لا تنتقل الشحنة من حالها الآن إلى هذه الحال.',
  'The delivery cannot go from where it is now to this state.',
)
