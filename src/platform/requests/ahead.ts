import { dayOf } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { type AnyAnswers, isMeantFor, type ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { PaymentStep } from '#platform/catalogue/step.ts'
import { subjectsOf } from '#platform/catalogue/subject.ts'
import { transact } from '#platform/database/transact.ts'
import type { Option } from '#platform/forms/field.ts'
import { paidAhead, raiseAhead } from '#platform/payments/ahead.ts'
import { bankPaymentProblems as refusals } from '#platform/payments/bank-payment-problems.ts'
import { type Bill, type BillLine, findBill } from '#platform/payments/bill.ts'
import type { Problem } from '#platform/problem.ts'
import type { Engine } from './case.ts'
import { billLines, totalOf } from './charges.ts'

type AheadStep = PaymentStep<string, unknown, AnyAnswers> & Required<Pick<PaymentStep, 'ahead'>>

/** A service whose fees can be paid in a bank before it is asked for. */
export interface Fee {
  /** The service's code in banks. */
  readonly code: string
  readonly title: Text
  /** For how long. */
  readonly choices: readonly Option[]
}

/** Every such service, by its code. */
export const feesAhead = ({ catalogue }: { readonly catalogue: Catalogue }): readonly Fee[] =>
  catalogue.definitions
    .flatMap((service) => {
      const step = service.kind === 'service' ? stepAhead(service) : undefined
      return service.kind === 'service' && step
        ? [{ code: step.ahead.code, title: service.title, choices: choicesOf(service, step) }]
        : []
    })
    .sort((a, b) => a.code.localeCompare(b.code))

const stepAhead = (service: ServiceDefinition): AheadStep | undefined =>
  service.steps.find((step): step is AheadStep => step.kind === 'payment' && step.ahead !== undefined)

function choicesOf(service: ServiceDefinition, { ahead }: AheadStep): readonly Option[] {
  const options = service.form.fields[ahead.choice]?.options
  return options === undefined || options === 'subject' ? [] : options
}

/** What the applicant has paid in a bank for a service that they have not sent yet. */
export interface PaidAhead {
  /** `fits`: sending it asks for nothing more. Else it is at other fees than today's, or for another choice. */
  readonly as: 'fits' | 'other-fees' | 'other-choice'
  readonly total: Halalas
  /** What it was paid for, in words. */
  readonly choice: Text
}

/** What the applicant has paid already, in a bank, towards what the service will ask them to pay. */
export async function paidAheadOf(
  { db }: Pick<Engine, 'db'>,
  service: ServiceDefinition,
  it: {
    readonly applicant: PersonNumber
    readonly answers: Readonly<Record<string, unknown>>
    readonly lines: readonly BillLine[]
  },
): Promise<PaidAhead | undefined> {
  const step = stepAhead(service)
  if (!step) return undefined
  const chosen = String(it.answers[step.ahead.choice])
  const all = await paidAhead(db, { payer: it.applicant, service: service.slug })
  const paid = all.find(({ choice }) => choice === chosen) ?? all[0]
  if (!paid) return undefined
  const choice = choicesOf(service, step).find(({ value }) => value === paid.choice)?.label ?? service.title
  const same = paid.total === totalOf(it.lines)
  const as = paid.choice !== chosen ? 'other-choice' : same ? 'fits' : 'other-fees'
  return { as, total: paid.total, choice }
}

/** How long such a bill waits to be paid: the customer is at the bank's page [assumed]. */
const minutes = 60

/**
 * The bill for a service that a bank's customer names by its code and for how long, at the rates of the day and as
 * the registry stands: what is late costs more. Asked again, it is the same bill. The look is in their log.
 */
export async function billAhead(
  engine: Pick<Engine, 'db' | 'clock' | 'catalogue'>,
  it: { readonly person: PersonNumber; readonly code: string; readonly choice: string },
  by: Extract<Principal, { kind: 'partner' }>,
): Promise<Result<Bill, Problem>> {
  const service = engine.catalogue.definitions.find(
    (one): one is ServiceDefinition => one.kind === 'service' && stepAhead(one)?.ahead.code === it.code,
  )
  const step = service && stepAhead(service)
  if (!service || !step || !choicesOf(service, step).some(({ value }) => value === it.choice))
    return err(refusals.noSuchFee)
  if (!isMeantFor(service, personKind(it.person))) return err(refusals.nothingToPay)
  const [subject, another] = await subjectsOf(service.subject, engine, it.person)
  if (!subject || another) return err(refusals.nothingToPay)
  const at = engine.clock.now()
  const lines = billLines(
    engine,
    {
      ...{ db: engine.db, clock: engine.clock, today: dayOf(at) },
      ...{ applicant: it.person, actor: it.person, subject },
      answers: { [step.ahead.choice]: it.choice },
    },
    step,
  )
  if (lines.length === 0) return err(refusals.nothingToPay)
  const raised = await transact(engine.db, async (tx) => {
    await record(tx, { subject: it.person, by, action: 'bill.read', about: service.slug, ground: 'bank', at })
    return raiseAhead(
      tx,
      {
        payer: it.person,
        service: service.slug,
        choice: it.choice,
        title: service.title,
        lines,
        total: totalOf(lines),
      },
      { due: new Date(at.getTime() + minutes * 60_000), at },
    )
  })
  if (raised === 'paid') return err(refusals.paidAhead)
  const bill = await findBill(engine.db, it.person, raised.id)
  if (!bill) throw new Error(`bill ${raised.number} was raised and is not there`)
  return ok(bill)
}
