import { addDays, day, dayOf } from '#kernel/day.ts'
import { type Mobile, mobile } from '#kernel/mobile.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newId } from '#platform/database/ids.ts'
import type { IntegrationAnswer, IntegrationProvider } from '#platform/integrations/port.ts'
import { operators } from '#sectors/telecom/operators.ts'
import type {} from '#sectors/telecom/registry/tables.ts'
import type { Firm } from './business.ts'
import type { TestPlatform } from './platform.ts'

let serial = 0

/** An operator that answers what it is told to, and keeps what it was asked. */
export function anOperator() {
  const asked: Parameters<IntegrationProvider['ask']>[0][] = []
  const desk: { answer: IntegrationAnswer } = { answer: { kind: 'done' } }
  const provider: IntegrationProvider = {
    ask: async (it) => {
      asked.push(it)
      return desk.answer
    },
  }
  return { asked, desk, provider }
}

/** An account at an operator, with two bills to pay unless told otherwise: 345 and 230 riyals. */
export async function aTelecomAccount(
  test: TestPlatform,
  { id }: Pick<Firm, 'id'>,
  {
    bills = [345, 230],
    points = 1450,
  }: { readonly bills?: readonly number[]; readonly points?: number } = {},
): Promise<readonly string[]> {
  const [operator] = operators
  const today = dayOf(test.clock.now())
  await test.db
    .insertInto('telecom_operator')
    .values({
      code: operator.code,
      name_ar: operator.name.ar,
      name_en: operator.name.en,
      company: operator.company,
      iban: operator.iban,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  await test.db
    .insertInto('telecom_account')
    .values({
      establishment_id: id,
      operator: operator.code,
      number: `10${id.slice(2)}`,
      credit_limit: sar(5000),
      points,
      opened_on: day('2021-01-01'),
    })
    .onConflict((conflict) => conflict.column('establishment_id').doNothing())
    .execute()
  const numbers = bills.map((_, at) => `${id.slice(2)}26${10 + at}`)
  for (const [at, amount] of bills.entries())
    await test.db
      .insertInto('telecom_bill')
      .values({
        establishment_id: id,
        number: numbers[at] ?? '',
        month: day('2026-10-01'),
        amount: sar(amount),
        due_on: addDays(today, 10),
        state: 'due',
        paid_at: null,
      })
      .execute()
  return numbers
}

/** A line of an establishment, which has an account then; with an actual user when one is named. */
export async function aLine(
  test: TestPlatform,
  { id }: Pick<Firm, 'id'>,
  user?: { readonly person: PersonNumber; readonly by: PersonNumber },
): Promise<{ readonly id: string; readonly number: Mobile }> {
  await aTelecomAccount(test, { id }, { bills: [] })
  const at = test.clock.now()
  const line = { id: newId(at), number: mobile(`052${9_800_000 + ++serial}`) }
  await test.db
    .insertInto('telecom_line')
    .values({
      establishment_id: id,
      ...line,
      user_id: user?.person ?? null,
      authenticated_by: user?.by ?? null,
      authenticated_at: user ? at : null,
      added_on: dayOf(at),
    })
    .execute()
  const under = { establishment_id: id, line_id: line.id, number: line.number }
  await test.db.insertInto('telecom_line_number').values(under).execute()
  if (user)
    await test.db
      .insertInto('telecom_line_user')
      .values({ person_id: user.person, since: at, ...under })
      .execute()
  return line
}
