import { describe, expect, it } from 'vitest'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount, confirmAct, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { holdAccount } from './hold.ts'
import { type ActObject, isConfirmed, requireConfirmed } from './require-confirmed.ts'
import { openSession, principalOf } from './session.ts'
import { confirmPassword } from './step-up.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent } = world

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return aHolder(platform, person)
}
const bill = (id = 'bill-1'): ActObject => ({
  id,
  says: { ar: 'سداد 700.00 ر.س عن: فانوس', en: 'pay SAR 700.00 for: a lantern' },
  page: `/bills/${id}/pay`,
})
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code

describe('a confirmation of one act on one object', () => {
  it('is asked for with its page, and names act and amount in the message', async () => {
    const holder = await someone()
    const refused = await requireConfirmed(platform, holder.by, 'bill.pay', bill())
    expect(refused).toMatchObject({
      ok: false,
      error: {
        status: 403,
        code: 'confirm-first',
        confirm: { act: 'bill.pay', object: 'bill-1' },
        next: { page: '/confirm/bill.pay?object=bill-1&next=%2Fbills%2Fbill-1%2Fpay' },
      },
    })
    await confirmAct(world, holder, { act: 'bill.pay', object: 'bill-1' })
    const message = sent.sms.findLast(({ to }) => to === mobileOf(holder.by.person))
    expect(message?.text).toContain('سداد 700.00 ر.س عن: فانوس')
    expect(codeOf(await requireConfirmed(platform, holder.by, 'bill.pay', bill()))).toBe('done')
  })

  it('is not even asked for while an act that waits is held back, and is for others', async () => {
    const holder = await someone()
    await transact(db, (tx) => holdAccount(tx, holder.by.person, clock.now()))
    expect(codeOf(await requireConfirmed(platform, holder.by, 'viewing.give', bill()))).toBe('held-back')
    expect(codeOf(await requireConfirmed(platform, holder.by, 'bill.pay', bill()))).toBe('confirm-first')
  })

  it('is used up by the act: of many at once one goes through', async () => {
    const holder = await someone()
    await requireConfirmed(platform, holder.by, 'bill.pay', bill())
    await confirmAct(world, holder, { act: 'bill.pay', object: 'bill-1' })
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => requireConfirmed(platform, holder.by, 'bill.pay', bill())),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('opens no other object, no other act, no other session, and lasts five minutes', async () => {
    const holder = await someone()
    const elsewhere = await aHolder(platform, holder.by.person)
    await requireConfirmed(platform, holder.by, 'bill.pay', bill())
    await confirmAct(world, holder, { act: 'bill.pay', object: 'bill-1' })
    expect(codeOf(await requireConfirmed(platform, holder.by, 'bill.pay', bill('bill-2')))).toBe(
      'confirm-first',
    )
    expect(codeOf(await requireConfirmed(platform, holder.by, 'document.download', bill()))).toBe(
      'confirm-first',
    )
    expect(codeOf(await requireConfirmed(platform, elsewhere.by, 'bill.pay', bill()))).toBe('confirm-first')
    expect(await isConfirmed(platform, holder.by, 'bill.pay', bill())).toBe(true)
    clock.advance({ minutes: 5 })
    expect(await isConfirmed(platform, holder.by, 'bill.pay', bill())).toBe(false)
    expect(codeOf(await requireConfirmed(platform, holder.by, 'bill.pay', bill()))).toBe('confirm-first')
  })

  it('cannot be made for what was never asked, nor by nobody', async () => {
    const holder = await someone()
    const what = { act: 'bill.pay', object: 'bill-9' } as const
    const early = await confirmPassword(platform, holder.by, what, { password: testPassword, ip: '::1' })
    expect(codeOf(early)).toBe('not-found')
    const nobody = await requireConfirmed(platform, { kind: 'anonymous' }, 'bill.pay', bill())
    expect(codeOf(nobody)).toBe('sign-in-required')
  })

  it('is not asked of who came by a passkey in the last five minutes', async () => {
    const holder = await someone()
    const { session } = await transact(db, (tx) =>
      openSession(
        tx,
        {
          person: holder.by.person,
          account: 'activated',
          officer: undefined,
          units: [],
          methods: ['passkey'],
        },
        clock.now(),
      ),
    )
    const by = principalOf(session)
    expect(codeOf(await requireConfirmed(platform, by, 'document.download', bill('doc')))).toBe('done')
    clock.advance({ minutes: 5 })
    expect(codeOf(await requireConfirmed(platform, by, 'document.download', bill('doc')))).toBe(
      'confirm-first',
    )
  })
})
