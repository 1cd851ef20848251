import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { raiseBill } from '#platform/payments/bill.ts'
import { lanternPlatform } from '#tests/support/lanterns.ts'
import { mobileOf } from '#tests/support/people.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'
import { portalChannel } from '../channel.ts'

const test = await lanternPlatform()
const { platform, db, clock } = test
const app = await aServer(platform)
await app.register(portalChannel(platform))

const aBill = (payer: PersonNumber, riyals: number) =>
  transact(db, (tx) =>
    raiseBill(tx, {
      payer,
      title: { ar: 'رسم فانوس', en: 'A lantern fee' },
      lines: [{ kind: 'government-fee', title: { ar: 'رسم', en: 'Fee' }, amount: sar(riyals) }],
      due: new Date(clock.now().getTime() + 86_400_000),
      at: clock.now(),
    }),
  )

describe('paying', () => {
  it('a larger bill is confirmed with its amount, once for each payment', async () => {
    const browser = await aSignedInVisitor(app, test)
    const bill = await aBill(browser.person, 700)
    const page = await browser.get(`/bills/${bill.id}/pay?back=/requests`)
    const asked = await browser.submit(page, `/bills/${bill.id}/pay`)
    expect(asked.headers.location).toContain(`/confirm/bill.pay?object=${bill.id}`)
    expect(test.payments.opened).toEqual([])
    const back = await confirmAt(test, browser, asked)
    expect(test.sent.sms.findLast(({ to }) => to === mobileOf(browser.person))?.text).toContain('700.00')
    expect(back.body).toContain('أكّدت أنك أنت')
    const paying = await browser.submit(back, `/bills/${bill.id}/pay`)
    expect(paying.headers.location).toContain('https://biller.test/pay/')
    const again = await browser.submit(back, `/bills/${bill.id}/pay`)
    expect(again.headers.location).toContain('/confirm/bill.pay')
  })

  it('a smaller one is not, and nobody confirms or sees another’s', async () => {
    const browser = await aSignedInVisitor(app, test)
    const [own, large] = [await aBill(browser.person, 499), await aBill(browser.person, 500)]
    const page = await browser.get(`/bills/${own.id}/pay`)
    const paying = await browser.submit(page, `/bills/${own.id}/pay`)
    expect(paying.headers.location).toContain('https://biller.test/pay/')
    const stranger = await aSignedInVisitor(app, test)
    expect((await stranger.get(`/bills/${large.id}/pay`)).statusCode).toBe(404)
    expect((await stranger.get(`/confirm/bill.pay?object=${large.id}`)).statusCode).toBe(404)
  })
})

describe('a document', () => {
  it('is downloaded after a confirmation that names it, once', async () => {
    const browser = await aSignedInVisitor(app, test)
    await db
      .insertInto('lantern')
      .values({ person_id: browser.person, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
      .execute()
    const definition = platform.catalogue.document('lantern-licence')
    if (!definition) throw new Error('no such document')
    const drawn = await drawDocument(platform, definition, browser.person, 'L1')
    const asked = await browser.get(`/documents/${drawn?.id}/pdf`)
    expect(asked.headers.location).toContain(`/confirm/document.download?object=${drawn?.id}`)
    const back = await confirmAt(test, browser, asked)
    expect(back.body).toContain(`/documents/${drawn?.id}/pdf`)
    expect((await browser.get(`/documents/${drawn?.id}/pdf`)).headers['content-type']).toBe('application/pdf')
    expect((await browser.get(`/documents/${drawn?.id}/pdf`)).headers.location).toContain('/confirm/')
  })

  it('is issued after a confirmation', async () => {
    const browser = await aSignedInVisitor(app, test)
    await db
      .insertInto('lantern')
      .values({ person_id: browser.person, id: 'L2', lit: true, held: false, valid_until: day('2027-01-01') })
      .execute()
    const page = await confirmAt(test, browser, await browser.get('/documents/lantern-licence/L2'))
    const issued = await browser.submit(page, '/documents/lantern-licence/L2')
    expect(issued.headers.location).toMatch(/^\/documents\/[0-9a-f-]{36}$/)
    const again = await browser.submit(page, '/documents/lantern-licence/L2')
    expect(again.headers.location).toContain('/confirm/document.issue')
  })
})

describe('all one’s data', () => {
  it('comes as a file after a confirmation, and its taking is in the log', async () => {
    const browser = await aSignedInVisitor(app, test)
    const page = await confirmAt(test, browser, await browser.get('/account/data/file'))
    expect(page.body).toContain('/account/data/file')
    const file = await browser.get('/account/data/file')
    expect(file.headers['content-disposition']).toContain('diwan-data-2026-11-23.json')
    expect(file.json()).toMatchObject({ person: browser.person })
    expect((await browser.get('/account')).body).toContain('نُزّلت نسخة من بياناتك')
  })
})
