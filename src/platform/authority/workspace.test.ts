import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { ok } from '#kernel/result.ts'
import { aSession } from '#tests/support/accounts.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { asPerson } from '#tests/support/service.ts'
import { startActing } from '../accounts/acting.ts'
import { sessionOf } from '../accounts/session.ts'
import { actAs } from './act-as.ts'
import { endDelegation, limitDelegation } from './delegate.ts'
import { logOfHolder, noteActing } from './delegation-log.ts'
import type { PersonPrincipal } from './principal.ts'
import { workspacesOf } from './workspace.ts'

let test: TestPlatform
let firm: Firm

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  firm = await aFirm(test)
})

const refused = { ok: false, error: { code: 'not-in-your-powers' } }

describe('a workspace', () => {
  it('is there for its owner, and for each delegate by what they were given', async () => {
    const person = await anAccountHolder(test)
    const manager = await aDelegate(test, firm, { kind: 'manager', powers: ['bills.read'], person })
    const lines = await aDelegate(test, firm, {
      kind: 'sim-authentication',
      powers: ['lines.authenticate'],
      person,
    })
    const own = await aFirm(test, { owner: person })
    expect(await workspacesOf(test.platform, person)).toEqual([
      {
        id: own.id,
        name: { ar: 'مخبز الواحة', en: 'Oasis Bakery' },
        actingFor: {
          kind: 'establishment',
          establishment: own.id,
          owner: person,
          right: { as: 'owner' },
        },
      },
      expect.objectContaining({
        id: lines.id,
        actingFor: expect.objectContaining({
          right: { as: 'sim-authentication', delegation: lines.id, powers: ['lines.authenticate'] },
        }),
      }),
      expect.objectContaining({
        id: manager.id,
        actingFor: expect.objectContaining({
          right: { as: 'manager', delegation: manager.id, powers: ['bills.read'] },
        }),
      }),
    ])
  })

  it('is entered by those to whom it is open, and by nobody else', async () => {
    const { principal } = await aSession(test.platform, await anAccountHolder(test))
    if (principal.kind !== 'person') throw new Error('a person was expected')
    const delegate = await aDelegate(test, firm)
    for (const id of [firm.id, delegate.id, '7900000000', 'nothing'])
      expect(await startActing(test.platform, principal, id)).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
  })

  it('follows its right at every request of a session', async () => {
    const delegate = await aDelegate(test, firm, { powers: ['bills.read', 'bills.pay'] })
    const { token, principal } = await aSession(test.platform, delegate.person)
    if (principal.kind !== 'person') throw new Error('a person was expected')
    expect(await startActing(test.platform, principal, delegate.id)).toEqual(ok(undefined))
    const right = async () => (await sessionOf(test.platform, token))?.actingFor?.right
    expect(await right()).toMatchObject({ as: 'my-business', powers: ['bills.read', 'bills.pay'] })
    await limitDelegation(test.platform, asPerson(firm.owner), { id: delegate.id, powers: ['bills.read'] })
    expect(await right()).toMatchObject({ powers: ['bills.read'] })
    await test.db
      .updateTable('account')
      .set({ state: 'suspended' })
      .where('person_id', '=', firm.owner)
      .execute()
    expect(await right()).toEqual({ as: 'over' })
    await test.db
      .updateTable('account')
      .set({ state: 'activated' })
      .where('person_id', '=', firm.owner)
      .execute()
    expect(await right()).toMatchObject({ as: 'my-business' })
    await endDelegation(test.platform, asPerson(firm.owner), delegate.id)
    expect(await right()).toEqual({ as: 'over' })
  })

  it('ends for an owner with their ownership', async () => {
    const { token, principal } = await aSession(test.platform, firm.owner)
    if (principal.kind !== 'person') throw new Error('a person was expected')
    await startActing(test.platform, principal, firm.id)
    const right = async () => (await sessionOf(test.platform, token))?.actingFor?.right
    expect(await right()).toEqual({ as: 'owner' })
    const owner = await asOwner(test, firm)
    await test.db
      .updateTable('establishment')
      .set({ owner_id: await anAccountHolder(test) })
      .where('establishment_id', '=', firm.id)
      .execute()
    expect(await right()).toEqual({ as: 'over' })
    expect(await actAs(test.platform, owner, async () => ok('done'))).toMatchObject(refused)
    expect(await workspacesOf(test.platform, firm.owner)).toEqual([])
  })
})

describe('an act in another’s name', () => {
  /** An act that has begun and waits to be let go on. */
  function begin(by: PersonPrincipal) {
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let entered: () => void = () => undefined
    const begun = new Promise<void>((resolve) => {
      entered = resolve
    })
    const done = actAs(test.platform, by, async (tx) => {
      entered()
      await gate
      const at = test.clock.now()
      await noteActing(tx, by, { action: 'request.submit', about: 'BUS-1448-AAAAAA-A', at })
      return ok('done')
    })
    return { begun, goOn, done }
  }

  it('that has begun makes its revocation wait; one that begins after it is refused', async () => {
    const delegate = await aDelegate(test, firm)
    const by = await delegate.principal()
    const act = begin(by)
    await act.begun
    let ended = false
    const ending = endDelegation(test.platform, asPerson(firm.owner), delegate.id).then((it) => {
      ended = true
      return it
    })
    await sleep(200)
    expect(ended).toBe(false)
    act.goOn()
    expect(await act.done).toEqual(ok('done'))
    expect((await ending).ok).toBe(true)
    const types = (await logOfHolder(test.db, firm.id, { limit: 10 })).map((one) => one.type)
    expect(types).toEqual(['revoked', 'request.submit', 'accepted', 'offered'])
    expect(await actAs(test.platform, by, async () => ok('late'))).toMatchObject(refused)
  })

  it('and its revocation that race end in one of the two orders, never in an act after the end', async () => {
    for (let round = 0; round < 10; round += 1) {
      const delegate = await aDelegate(test, firm)
      const by = await delegate.principal()
      const act = begin(by)
      act.goOn()
      const [done, ended] = await Promise.all([
        act.done,
        endDelegation(test.platform, asPerson(firm.owner), delegate.id),
      ])
      expect(ended.ok).toBe(true)
      const log = await logOfHolder(test.db, firm.id, { limit: 4 })
      const types = log.map((one) => one.type).slice(0, done.ok ? 2 : 1)
      // Both within one millisecond may be written down in either order; nothing comes of a refused one.
      expect(types.sort()).toEqual(done.ok ? ['request.submit', 'revoked'] : ['revoked'])
    }
  })

  it('is refused when fewer powers are left than it came with, and on a day when nothing holds', async () => {
    const delegate = await aDelegate(test, firm, { until: day('2026-11-24') })
    const by = await delegate.principal()
    await limitDelegation(test.platform, asPerson(firm.owner), { id: delegate.id, powers: ['bills.read'] })
    expect(await actAs(test.platform, by, async () => ok('done'))).toMatchObject(refused)
    const again = await delegate.principal()
    expect(await actAs(test.platform, again, async () => ok('done'))).toEqual(ok('done'))
    test.clock.set('2026-11-24T21:01:00Z')
    expect(await actAs(test.platform, again, async () => ok('done'))).toMatchObject(refused)
  })
})
