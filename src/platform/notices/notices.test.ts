import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { sendCode } from '#platform/notices/code.ts'
import { maxAttempts } from '#platform/notices/deliver.ts'
import { deliveriesOf, failedDeliveries, inbox, markRead, unreadCount } from '#platform/notices/inbox.ts'
import { notify } from '#platform/notices/notify.ts'
import { forgetReceipts, watchReceipts } from '#platform/notices/receipts.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'

const title = { ar: 'تم تجديد رخصتك', en: 'Your licence is renewed' }
const body = { ar: 'رخصتك سارية إلى 2031.', en: 'Your licence is valid until 2031.' }

let at: TestPlatform
let person: PersonNumber
/** What the gateway answers instead of taking a message. */
let refuse: (() => Error) | undefined

beforeAll(async () => {
  at = await testPlatform()
  const { sms } = at.platform
  const send = sms.send
  Object.assign(sms, {
    send: (message: Parameters<typeof send>[0]) => (refuse ? Promise.reject(refuse()) : send(message)),
  })
  watchReceipts(at.platform)
})
beforeEach(async () => {
  refuse = undefined
  person = await aPerson(at.db)
})

/** The text messages that reached the person of this test. */
const texts = () => at.sent.sms.filter(({ to }) => to === mobileOf(person))

const tell = (key: string, how: { sms: boolean; mail?: boolean } = { sms: true }) =>
  transact(at.db, (tx) => notify(tx, { to: person, key, title, body, at: at.clock.now(), ...how }))

async function theNotice() {
  const [notice] = await inbox(at.db, person, { limit: 1 })
  if (!notice) throw new Error('the inbox is empty')
  return notice
}

describe('telling a person something', () => {
  it('reaches the inbox and the phone, in the language of the person', async () => {
    await tell('renewed')
    expect(await theNotice()).toMatchObject({ title, body, read: false, link: undefined })
    await at.runJobs()
    expect(texts()).toMatchObject([{ to: mobileOf(person), text: body.ar }])
    expect(await deliveriesOf(at.db, person, (await theNotice()).id)).toMatchObject([
      { channel: 'sms', state: 'sent', attempts: 1, error: undefined },
    ])
  })

  it('happens once for one key, and again for another person', async () => {
    await Promise.all([tell('renewed'), tell('renewed')])
    await tell('renewed')
    await at.runJobs()
    expect(await inbox(at.db, person, { limit: 9 })).toHaveLength(1)
    expect(texts()).toHaveLength(1)
    person = await aPerson(at.db)
    await tell('renewed')
    expect(await inbox(at.db, person, { limit: 9 })).toHaveLength(1)
  })

  it('does not happen when the transaction does not commit', async () => {
    const failing = transact(at.db, async (tx) => {
      await notify(tx, { to: person, key: 'k', title, body, sms: true, at: at.clock.now() })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await at.runJobs()
    expect(texts()).toEqual([])
    expect(await inbox(at.db, person, { limit: 9 })).toEqual([])
  })

  it('owes no mail to who gave no address, which is no failure', async () => {
    const error = vi.spyOn(at.platform.log, 'error')
    await tell('renewed', { sms: true, mail: true })
    await at.runJobs()
    expect(at.sent.mail).toEqual([])
    expect(await deliveriesOf(at.db, person, (await theNotice()).id)).toMatchObject([
      { channel: 'sms', state: 'sent' },
    ])
    expect(error).not.toHaveBeenCalled()
    error.mockRestore()
  })
})

describe('the inbox', () => {
  it('pages from the newest, counts what is unread, and marks it read', async () => {
    for (const key of ['a', 'b', 'c']) {
      await transact(at.db, (tx) =>
        notify(tx, { to: person, key, title: { ar: key, en: key }, body, sms: false, at: at.clock.now() }),
      )
      at.clock.advance({ minutes: 1 })
    }
    const [newest, middle] = await inbox(at.db, person, { limit: 2 })
    expect([newest?.title.en, middle?.title.en]).toEqual(['c', 'b'])
    if (!newest || !middle) return
    const rest = await inbox(at.db, person, { before: middle.id, limit: 2 })
    expect(rest.map(({ title }) => title.en)).toEqual(['a'])

    expect(await unreadCount(at.db, person)).toBe(3)
    await markRead(at.db, person, { id: newest.id, at: at.clock.now() })
    expect(await unreadCount(at.db, person)).toBe(2)
    expect(await theNotice()).toMatchObject({ id: newest.id, read: true })
    await markRead(at.db, await aPerson(at.db), { at: at.clock.now() })
    expect(await unreadCount(at.db, person)).toBe(2)
    await markRead(at.db, person, { at: at.clock.now() })
    expect(await unreadCount(at.db, person)).toBe(0)
  })
})

describe('a text message that does not go out', () => {
  it('is tried again until it does', async () => {
    refuse = () => new Error('centre away')
    await tell('renewed')
    expect((await at.runJobs({ tolerant: true })).failed).toHaveLength(1)
    const { id } = await theNotice()
    expect(await deliveriesOf(at.db, person, id)).toMatchObject([
      { state: 'queued', attempts: 1, error: 'centre away' },
    ])
    refuse = undefined
    at.clock.advance({ minutes: 11 })
    await at.runJobs()
    expect(texts()).toHaveLength(1)
    expect(await deliveriesOf(at.db, person, id)).toMatchObject([
      { state: 'sent', attempts: 2, error: undefined },
    ])
  })

  it('is given up in the end, where the operator sees it', async () => {
    refuse = () => new Error('centre away')
    await tell('renewed')
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      expect((await at.runJobs({ tolerant: true })).failed).toHaveLength(1)
      at.clock.advance({ minutes: 11 })
    }
    expect((await at.runJobs()).ran).toEqual(['notices.send-sms'])
    expect(await failedDeliveries(at.db, 1)).toMatchObject([
      { notice: (await theNotice()).id, channel: 'sms', attempts: maxAttempts, error: 'centre away' },
    ])
  })

  it('is given up at once when it was refused for good', async () => {
    refuse = () => new Undeliverable('refused')
    await tell('renewed')
    await at.runJobs()
    expect(await deliveriesOf(at.db, person, (await theNotice()).id)).toMatchObject([
      { state: 'failed', attempts: 1, error: 'refused' },
    ])
  })
})

describe('a delivery receipt', () => {
  const state = async () => (await deliveriesOf(at.db, person, (await theNotice()).id))[0]?.state
  const waiting = (reference: string) =>
    at.db.selectFrom('notice_receipt').selectAll().where('reference', '=', reference).execute()

  it('settles the delivery', async () => {
    await tell('one')
    await at.runJobs()
    at.receipt({ reference: texts()[0]?.reference ?? '', delivered: true })
    await expect.poll(state).toBe('delivered')
  })

  it('may say that it failed', async () => {
    await tell('one')
    await at.runJobs()
    at.receipt({ reference: texts()[0]?.reference ?? '', delivered: false })
    await expect.poll(state).toBe('failed')
  })

  it('may come before the platform has written what it is about', async () => {
    await tell('one')
    const reference = `sms-${at.sent.sms.length + 1}`
    at.receipt({ reference, delivered: true })
    await expect.poll(() => waiting(reference)).toHaveLength(1)
    await at.runJobs()
    expect(await state()).toBe('delivered')
    expect(await waiting(reference)).toEqual([])
  })

  it('for nothing known is forgotten after a week', async () => {
    at.receipt({ reference: 'stranger', delivered: true })
    await expect.poll(() => waiting('stranger')).toHaveLength(1)
    await forgetReceipts(at.platform)
    expect(await waiting('stranger')).toHaveLength(1)
    at.clock.advance({ days: 8 })
    await forgetReceipts(at.platform)
    expect(await waiting('stranger')).toEqual([])
  })
})

describe('a one-time code', () => {
  it('goes to the phone, and is neither in the inbox nor readable in the queue', async () => {
    await sendCode(at.platform, { mobile: mobileOf(person), text: 'رمزك 482913' })
    const { rows } = await at.pool.query('select payload::text from graphile_worker._private_jobs')
    expect(JSON.stringify(rows)).not.toMatch(/482913|رمزك/)
    expect(rows).toHaveLength(1)
    await at.runJobs()
    expect(texts()).toMatchObject([{ to: mobileOf(person), text: 'رمزك 482913' }])
    expect(await inbox(at.db, person, { limit: 9 })).toEqual([])
  })

  it('is not sent once it is too late', async () => {
    await sendCode(at.platform, {
      mobile: mobileOf(person),
      text: 'رمزك 482913',
      until: new Date(at.clock.now().getTime() + 60_000),
    })
    at.clock.advance({ minutes: 2 })
    await at.runJobs()
    expect(texts()).toEqual([])
  })
})
