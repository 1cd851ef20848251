import { addDays, addMonths, type Day, partsOf, startOfDay } from '#kernel/day.ts'
import { mobile } from '#kernel/mobile.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newId } from '#platform/database/ids.ts'
import type {
  Synthetic,
  SyntheticContext,
  SyntheticEstablishment,
  SyntheticPerson,
} from '#platform/people/synthetic.ts'
import { operators } from './operators.ts'

/** An account for every establishment, with what one has there: bills, services, lines and who uses them. */
const synthetic: Synthetic = async (context) => {
  const { copy, establishments, persons, first } = context
  if (first)
    await copy(
      'telecom_operator',
      operators.map(({ code, name, company, iban }) => ({
        code,
        name_ar: name.ar,
        name_en: name.en,
        company,
        iban,
      })),
    )
  const people = new Map(persons.map((person) => [person.id, person]))
  const made = establishments.flatMap((firm) => {
    const owner = people.get(firm.owner)
    return owner ? [makeOne(context, firm, owner)] : []
  })
  await copy(
    'telecom_account',
    made.map((one) => one.account),
  )
  await copy(
    'telecom_bill',
    made.flatMap((one) => one.bills),
  )
  await copy(
    'telecom_subscription',
    made.flatMap((one) => one.subscriptions),
  )
  const lines = made.flatMap((one) => one.lines)
  await copy('telecom_line', lines)
  await copy(
    'telecom_line_number',
    lines.map((one) => ({
      number: one.number,
      establishment_id: one.establishment_id,
      line_id: one.id,
    })),
  )
  await copy(
    'telecom_line_user',
    lines.flatMap(({ user_id, authenticated_at, ...one }) =>
      user_id && authenticated_at
        ? [
            {
              person_id: user_id,
              establishment_id: one.establishment_id,
              line_id: one.id,
              number: one.number,
              since: authenticated_at,
            },
          ]
        : [],
    ),
  )
  const counts = new Map<PersonNumber, number>()
  for (const { authenticated_by: by } of lines) if (by) counts.set(by, (counts.get(by) ?? 0) + 1)
  await copy(
    'telecom_authenticator',
    [...counts].map(([person_id, count]) => ({ person_id, lines: count })),
  )
  await copy(
    'telecom_redemption',
    made.flatMap((one) => one.redemptions),
  )
}

export default synthetic

function makeOne(context: SyntheticContext, firm: SyntheticEstablishment, owner: SyntheticPerson) {
  const { random, today, at, persons, cast } = context
  const chance = random(owner, 'telecom')
  const ofCast = owner.cast === 'merchant' || owner.cast === 'seller'
  const operator = ofCast ? operators[0] : chance.pick(operators)
  const own = { establishment_id: firm.id }
  const workers = persons.filter((one) => one.employment?.employer === firm.id && !one.diedOn).slice(0, 3)
  const by = owner.cast === 'merchant' ? cast.lineDelegate.id : owner.id
  const users = workers.map((one) => one.id).filter((one) => one !== by)
  const since = new Date(at.getTime() - 15 * 86_400_000)
  return {
    account: {
      ...own,
      operator: operator.code,
      number: `10${firm.id.slice(2)}`,
      credit_limit: sar(5000),
      points: ofCast ? 1450 : chance.int(0, 4000),
      opened_on: addDays(firm.foundedOn, 30),
    },
    bills: billsOf(firm, owner, today, () => chance.int(120, 1900)),
    subscriptions: (
      [
        ['fibre', 'plus', 'active', 'المركز الرئيسي'],
        ['text-messages', 'basic', 'active', 'تنبيه العملاء'],
        ['switchboard', 'basic', 'inactive', null],
      ] as const
    ).map(([product, tier, state, purpose]) => ({
      ...own,
      id: newId(since),
      product,
      tier,
      purpose,
      state,
      changed_at: since,
    })),
    // Two more than are used, for new people.
    lines: [...users, null, null].map((user, index) => ({
      ...own,
      id: newId(since),
      number: lineAt(owner, index),
      user_id: user,
      authenticated_by: user && by,
      authenticated_at: user && since,
      added_on: addDays(today, -40),
    })),
    redemptions:
      ofCast || chance.chance(0.3)
        ? [{ ...own, id: newId(since), reward: 'minutes-500' as const, points: 500, at: since }]
        : [],
  }
}

/** A paid bill for each of three months, and one or two to pay: the cast's are small and large on purpose. */
function billsOf(firm: SyntheticEstablishment, owner: SyntheticPerson, today: Day, some: () => number) {
  const month = addDays(today, 1 - partsOf(today).date)
  const bill = (back: number, amount: number, paid: boolean) => {
    const of = addMonths(month, -back)
    const due_on = paid ? addDays(addMonths(of, 1), 20) : addDays(today, 12 + back)
    return {
      establishment_id: firm.id,
      number: `${firm.id.slice(2)}${of.slice(2, 4)}${of.slice(5, 7)}`,
      month: of,
      amount: sar(amount),
      due_on,
      state: paid ? ('paid' as const) : ('due' as const),
      paid_at: paid ? startOfDay(addDays(addMonths(of, 1), 5)) : null,
    }
  }
  const paid = [4, 3, 2].map((back) => bill(back, some(), true))
  if (owner.cast === 'merchant') return [...paid, bill(1, 1150, false), bill(0, 345, false)]
  return [...paid, bill(1, owner.cast === 'seller' ? 230 : some(), false)]
}

/** Twenty numbers of the reserved range for each establishment, by the block of its owner; the cast's at the end. */
function lineAt({ serial, cast }: SyntheticPerson, index: number) {
  const base = cast ? 9_900_000 + serial * 20 : Math.floor((serial - 100) / 100) * 20
  return mobile(`052${String(base + index).padStart(7, '0')}`)
}
