import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Result } from '#kernel/result.ts'
import { holderOf, type PersonPrincipal, type Principal } from '#platform/authority/principal.ts'
import type { Block, Verdict } from '#platform/catalogue/block.ts'
import { type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { newId } from '#platform/database/ids.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { inbox } from '#platform/notices/inbox.ts'
import type { Problem } from '#platform/problem.ts'
import { answerApproval, cancelRequest } from '#platform/requests/act.ts'
import type { CaseState } from '#platform/requests/case-file.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { decide } from '#platform/requests/office.ts'
import { openService } from '#platform/requests/open.ts'
import { timelineOf } from '#platform/requests/read.ts'
import { submit } from '#platform/requests/submit.ts'
import { payBill } from './pay.ts'
import { aPerson, mobileOf } from './people.ts'
import type { TestPlatform } from './platform.ts'

/** A person at the door, with an activated account unless told otherwise. */
export const asPerson = (
  person: PersonNumber,
  account: 'registered' | 'activated' = 'activated',
): PersonPrincipal => ({ kind: 'person', person, account, session: 'test' })

/** Somebody for themselves, or as they came. */
const principalOf = (by: PersonNumber | PersonPrincipal): PersonPrincipal =>
  typeof by === 'string' ? asPerson(by) : by

/** An officer of these units who is nobody's kin. */
export const asOfficer = async (test: TestPlatform, ...units: readonly string[]): Promise<Principal> => ({
  kind: 'officer',
  person: await aPerson(test.db),
  officer: 'officer-of-the-test',
  units,
  session: 'test',
})

/** What somebody asks of a service; the first subject that they have, unless one is named. */
export interface Wish {
  readonly service: string
  /** For themselves by their number; as who they act for by their principal. */
  readonly by: PersonNumber | PersonPrincipal
  readonly subject?: string
  /** As a browser or a program would send them. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly key?: string
}

/** A request that was sent, driven step by step as its people would; jobs run after each act. */
export interface Sent {
  readonly reference: string
  state(): Promise<CaseState>
  /** The types of its events, in order. */
  events(): Promise<readonly string[]>
  /** Says yes to the approval that waits. */
  approve(by: PersonNumber): Promise<void>
  refuse(by: PersonNumber, reason?: string): Promise<void>
  /** Pays the bill that is due. */
  pay(): Promise<void>
  /** Decides the review that waits, as an officer of its unit. */
  decide(decision: {
    readonly approve: boolean
    readonly reason?: string
    readonly code?: string
  }): Promise<void>
  cancel(): Promise<void>
  /** Lets the time of the step that waits run out; the test's clock moves. */
  lapse(): Promise<void>
}

/** Starts, answers and submits. @throws with the problem's code, fields and verdicts when it is refused */
export async function send(test: TestPlatform, wish: Wish): Promise<Sent> {
  return must(await trySend(test, wish))
}

/** The same, when the refusal is what is tested. */
export async function trySend(test: TestPlatform, wish: Wish): Promise<Result<Sent, Problem>> {
  const me = principalOf(wish.by)
  const drafted = await draft(test, wish)
  if (!drafted.ok) return drafted
  const reference = drafted.value
  const saved = await saveAnswers(test.platform, me, {
    reference,
    fields: Object.keys(test.platform.catalogue.service(wish.service)?.form.fields ?? {}),
    raw: wish.answers,
  })
  if (!saved.ok) return saved
  const done = await submit(test.platform, me, reference)
  if (!done.ok) return done
  await test.runJobs()
  return { ok: true, value: sent(test, me, reference) }
}

/** A draft of a service, not answered yet: its reference. */
export async function draft(
  test: TestPlatform,
  { service, by, subject, key }: Omit<Wish, 'answers'>,
): Promise<Result<string, Problem>> {
  const me = principalOf(by)
  const started = await startDraft(test.platform, me, {
    service,
    subject: subject ?? (await firstSubject(test, service, holderOf(me))),
    key: key ?? newId(test.clock.now()),
  })
  return started.ok ? { ok: true, value: started.value.reference } : started
}

/** What a service or an inquiry can be about for somebody. */
export async function subjectsFor(
  test: Pick<TestPlatform, 'platform'>,
  slug: string,
  holder: HolderNumber,
): Promise<readonly Subject[]> {
  const { catalogue } = test.platform
  const type = (catalogue.service(slug) ?? catalogue.inquiry(slug))?.subject
  return type ? subjectsOf(type, test.platform, holder) : []
}

const firstSubject = async (test: TestPlatform, slug: string, holder: HolderNumber): Promise<string> =>
  (await subjectsFor(test, slug, holder))[0]?.id ?? 'none'

function sent(test: TestPlatform, me: PersonPrincipal, reference: string): Sent {
  const holder = holderOf(me)
  const row = () =>
    test.db
      .selectFrom('request')
      .select(['person_id', 'id', 'state', 'service'])
      .where('person_id', '=', holder)
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
  const answer = async (by: PersonNumber, accept: boolean, reason?: string) => {
    const step = (await row()).state.step ?? 'none'
    must(
      await answerApproval(test.platform, asPerson(by), {
        reference,
        step,
        accept,
        ...(reason === undefined ? {} : { reason }),
      }),
    )
    await test.runJobs()
  }
  return {
    reference,
    state: async () => (await row()).state,
    events: async () => (await timelineOf(test.platform, await row())).map(({ event }) => event.type),
    approve: (by) => answer(by, true),
    refuse: (by, reason) => answer(by, false, reason),
    pay: async () => {
      const { state } = await row()
      const bill = state.step === null ? undefined : state.bills[state.step]
      if (!bill) throw new Error(`${reference} waits for ${state.step ?? state.status}, not for a payment`)
      await payBill(test, bill.payer, bill.id)
    },
    decide: async ({ approve, reason = 'A reason that is long enough', code }) => {
      const open = await test.db
        .selectFrom('office_case')
        .select(['unit', 'id'])
        .where('reference', '=', reference)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow()
      const officer = await asOfficer(test, open.unit)
      must(await decide(test.platform, officer, open, { approve, reason, ...(code ? { code } : {}) }))
      await test.runJobs()
    },
    cancel: async () => {
      must(await cancelRequest(test.platform, me, reference))
      await test.runJobs()
    },
    lapse: async () => {
      const { state } = await row()
      if (!state.dueAt) throw new Error(`${reference} waits for nothing`)
      test.clock.set(new Date(Date.parse(state.dueAt) + 1000).toISOString())
      await test.runJobs()
    },
  }
}

/** The conditions that keep somebody from a service before anything is filled, by rule. */
export async function unmetAtOpening(
  test: TestPlatform,
  { service, by, subject }: Pick<Wish, 'service' | 'by' | 'subject'>,
): Promise<Readonly<Record<string, Verdict>>> {
  const definition = test.platform.catalogue.service(service)
  if (!definition) throw new Error(`no service ${service}`)
  const me = principalOf(by)
  const opened = must(
    await openService(
      test.platform,
      me,
      definition,
      subject ?? (await firstSubject(test, service, holderOf(me))),
    ),
  )
  if (opened.problem) throw new Error(opened.problem.code)
  return byRule(opened.verdicts)
}

/** The unmet conditions of a refused submission, by rule. */
export const unmetOf = (refused: Result<unknown, Problem>): Readonly<Record<string, Verdict>> =>
  refused.ok ? {} : byRule(refused.error.verdicts ?? [])

const byRule = (verdicts: readonly Verdict[]): Readonly<Record<string, Verdict>> =>
  Object.fromEntries(verdicts.filter((one) => one.outcome !== 'met').map((one) => [one.rule, one]))

/** Asks an inquiry. @throws with the problem when it is refused */
export async function answerOf(
  test: TestPlatform,
  principal: Principal,
  slug: string,
  question: { readonly raw?: Readonly<Record<string, unknown>>; readonly subject?: string } = {},
): Promise<readonly Block[]> {
  const inquiry = test.platform.catalogue.inquiry(slug)
  if (!inquiry) throw new Error(`no inquiry ${slug}`)
  const { raw = {}, subject } = question
  return must(await ask(test.platform, principal, inquiry, { raw, ...(subject ? { subject } : {}) })).blocks
}

/** What somebody's inbox says, in English. */
export const inboxOf = async (test: TestPlatform, person: PersonNumber): Promise<readonly string[]> =>
  (await inbox(test.db, person, { limit: 50 })).map((notice) => notice.body.en)

/** The text messages to somebody's own line, oldest first. */
export const smsTo = (test: TestPlatform, person: PersonNumber): readonly string[] =>
  test.sent.sms.filter(({ to }) => to === mobileOf(person)).map(({ text }) => text)

function must<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  const { code, fields, verdicts } = result.error
  throw new Error(`${code} ${JSON.stringify({ fields, unmet: verdicts?.map((one) => one.rule) })}`)
}
