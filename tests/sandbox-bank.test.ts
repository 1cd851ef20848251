import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { formatMobile, maskMobile } from '#kernel/mobile.ts'
import { sar } from '#kernel/money.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { completeSignIn } from '#platform/accounts/complete-sign-in.ts'
import { signIn } from '#platform/accounts/sign-in.ts'
import { transact } from '#platform/database/transact.ts'
import { cancelBill, findBill, raiseBill } from '#platform/payments/bill.ts'
import { refundBill } from '#platform/payments/refund.ts'
import { demoPin } from '#sandbox/bank/atm-machine.ts'
import { anAccount, aVisualAnswer, lastCode, testPassword } from './support/accounts.ts'
import { aBank, type BankTraffic } from './support/bank.ts'
import { type TestPlatform, testPlatform } from './support/database.ts'
import { formsOf } from './support/forms.ts'
import { aPerson, mobileOf } from './support/people.ts'
import { aLicence } from './support/traffic.ts'

let at: TestPlatform
let world: FastifyInstance
let traffic: BankTraffic

beforeAll(async () => {
  at = await testPlatform({ clock: systemClock })
  ;({ world, traffic } = await aBank(at))
})
afterAll(() => world.close())

/** Somebody at the bank, in English: keeps cookies, follows redirects. */
function visitor(lang: 'ar' | 'en' = 'en') {
  const jar = new Map<string, string>()
  return async function open(url: string, form?: Record<string, string>): Promise<string> {
    const answer = await world.inject({
      url,
      headers: {
        cookie: [`sandbox_lang=${lang}`, ...[...jar].map(([name, value]) => `${name}=${value}`)].join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', payload: new URLSearchParams(form).toString() }),
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    const next = answer.headers.location
    return next === undefined ? answer.body : open(next)
  }
}
type Open = ReturnType<typeof visitor>

const press = async (open: Open, ...keys: readonly string[]): Promise<string> => {
  let page = ''
  for (const key of keys) page = await open('/bank/atm/key', { key })
  return page
}
const atMenu = [...demoPin, 'enter']

/** The three ways, each from its own menu to the moment of asking; `enter` signs in or puts the card in. */
const ways = [
  {
    channel: 'bank-app',
    home: '/bank',
    enter: (open: Open, typed: Record<string, string>) => open('/bank/sign-in', typed),
    begin: async (open: Open) => {
      await open('/bank/bills')
      await open('/bank/activation')
    },
    finish: async (open: Open) => {
      await open('/bank/activation', { terms: 'agreed' })
      return open('/bank/activation/confirm', {})
    },
  },
  {
    channel: 'bank-web',
    home: '/bank/web',
    enter: (open: Open, typed: Record<string, string>) => open('/bank/web/sign-in', typed),
    begin: async (open: Open) => void (await open('/bank/web/activation')),
    finish: (open: Open) => open('/bank/web/activation', { terms: 'agreed', correct: 'yes' }),
  },
  {
    channel: 'atm',
    home: '/bank/atm',
    enter: async (open: Open, typed: Record<string, string>) => {
      await open('/bank/atm/card', typed)
      return press(open, ...atMenu)
    },
    begin: async (open: Open) => void (await press(open, 'activate')),
    finish: (open: Open) => press(open, 'agree', 'right'),
  },
] as const

async function registered(): Promise<PersonNumber> {
  const person = await aPerson(at.db)
  await anAccount(at.platform, person, { state: 'registered' })
  traffic.asked = []
  traffic.texts.length = 0
  return person
}

const stateOf = (person: PersonNumber) =>
  at.db
    .selectFrom('account')
    .select(['state', 'activated_through'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()

const typedBy = (person: PersonNumber, mobile = formatMobile(mobileOf(person))) => ({ person, mobile })

describe.each(ways)('activation through $channel', ({ channel, home, enter, begin, finish }) => {
  it('ends with a receipt, a message of the bank and one of the platform, and signing in at once', async () => {
    const person = await registered()
    const open = visitor()
    await enter(open, typedBy(person))
    await begin(open)
    const page = await finish(open)
    const [ask] = traffic.asked
    expect(traffic.asked).toEqual([
      { person, mobile: mobileOf(person), channel, receipt: expect.stringMatching(/^RB\d{10}$/) },
    ])
    expect(await stateOf(person)).toEqual({ state: 'activated', activated_through: channel })

    const { receipt } = await at.db
      .selectFrom('activation')
      .select('receipt')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    for (const shown of [
      String(ask?.receipt),
      receipt,
      maskPersonNumber(person),
      maskMobile(mobileOf(person)),
      'Your Diwan account is active. You can sign in now.',
    ])
      expect(page).toContain(shown)
    expect(page).not.toContain(person)

    await at.runJobs()
    expect(at.sent.sms.filter(({ to }) => to === mobileOf(person)).map(({ text }) => text)).toEqual([
      expect.stringContaining('فُعّل حسابك'),
    ])
    expect(traffic.texts).toEqual([
      { to: mobileOf(person), from: 'OasisBank', text: expect.stringContaining(String(ask?.receipt)) },
    ])

    const begun = await signIn(at.platform, {
      name: person,
      password: testPassword,
      visual: await aVisualAnswer(at.platform),
      door: 'person',
    })
    if (!begun.ok) throw new Error(begun.error.code)
    await at.runJobs()
    const inside = await completeSignIn(at.platform, {
      pending: begun.value.pending,
      code: lastCode(at.sent.sms, person),
    })
    expect(inside).toMatchObject({ ok: true, value: { session: { account: 'activated' } } })
  })

  it('leads over the branch when the mobile differs, and then succeeds', async () => {
    const person = await registered()
    const open = visitor()
    await enter(open, typedBy(person, '0528888888'))
    await begin(open)
    const page = await finish(open)
    expect(page).toContain('Visit the nearest branch')
    expect(formsOf(page).map(({ action }) => action)).toContain(`${home}/branch`)
    expect(traffic.texts).toEqual([])
    expect((await stateOf(person)).state).toBe('registered')

    expect(await open(`${home}/branch`, { mobile: '12' })).toContain('id="mobile-error"')
    await open(`${home}/branch`, { mobile: formatMobile(mobileOf(person)) })
    if (channel === 'atm') await press(open, ...atMenu)
    await begin(open)
    expect(await finish(open)).toContain('Your Diwan account is active')
    expect((await stateOf(person)).state).toBe('activated')
    expect(new Set(traffic.asked.map((one) => one.receipt)).size).toBe(2)
  })

  it('is one activation and one message however often it is sent, also when an answer was lost', async () => {
    const person = await registered()
    const open = visitor()
    await enter(open, typedBy(person))
    await begin(open)
    traffic.answersGetLost = true
    expect(await finish(open)).toContain('Diwan is not answering')
    traffic.answersGetLost = false
    if (channel === 'atm') await press(open, 'menu')
    await begin(open)
    const pages = await Promise.all([finish(open), finish(open)])
    expect(pages.some((page) => page.includes('Your Diwan account is active'))).toBe(true)
    expect(traffic.texts).toHaveLength(1)
    expect(new Set(traffic.asked.map((one) => one.receipt)).size).toBe(1)
  })

  it('says what to do when there is no account', async () => {
    const person = await aPerson(at.db)
    const open = visitor()
    await enter(open, typedBy(person))
    await begin(open)
    expect(await finish(open)).toContain('Register on the Diwan portal first')
  })
})

describe.each(ways)('a lost mobile through $channel', ({ channel, home, enter }) => {
  const send = async (open: Open, born: string): Promise<string> => {
    if (channel === 'atm') await press(open, 'update')
    return open(`${home}/mobile`, { born })
  }

  it('is replaced by the one that the bank holds, with a receipt, and both lines hear of it', async () => {
    const person = await aPerson(at.db)
    await anAccount(at.platform, person)
    const open = visitor()
    const held = `052${String(7_000_000 + ways.findIndex((way) => way.channel === channel))}`
    await enter(open, typedBy(person, held))
    if (channel !== 'atm') expect(await open(home)).toContain('Update your mobile in Diwan')
    expect(await send(open, 'yesterday')).toContain('id="born-error"')
    expect(await open(`${home}/mobile`, { born: '1991-03-15' })).toContain('does not match the register')
    const page = await open(`${home}/mobile`, { born: '1991-03-14' })
    expect(page).toContain('is now the mobile of your Diwan account')
    expect(page).toMatch(/MOB-\d{4}-/)
    await at.runJobs()
    const line = `+966${held.slice(1)}`
    expect(at.sent.sms.filter(({ to }) => to === line)).toHaveLength(1)
    expect(at.sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('استُبدل رقمك')
    await open(`${home}/mobile`, { born: '1991-03-14' })
    await at.runJobs()
    expect(at.sent.sms.filter(({ to }) => to === line)).toHaveLength(1)
  })
})

describe('on the way, the bank', () => {
  it('asks nothing without signing in or before the terms are agreed to', async () => {
    const person = await registered()
    const open = visitor()
    for (const { home } of ways) expect(await open(`${home}/branch`, {})).toContain('name="person"')
    await open('/bank/web/sign-in', typedBy(person))
    await open('/bank/web/activation')
    expect(await open('/bank/web/activation', { correct: 'yes' })).toContain('id="terms-error"')
    expect(await open('/bank/web/activation', { terms: 'agreed' })).toContain('id="correct-error"')
    await open('/bank/sign-in', typedBy(person))
    await open('/bank/activation/confirm', {})
    await open('/bank/atm/card', typedBy(person))
    await press(open, ...atMenu, 'activate', 'right', 'refuse', 'right')
    expect(traffic.asked).toEqual([])
  })

  it('shows the menu words of the register, in their order', async () => {
    const person = await registered()
    const open = visitor()
    await open('/bank/web/sign-in', typedBy(person))
    expect(await open('/bank/web')).toContain('>Payments<')
    expect(await open('/bank/web/payments')).toContain('>Government payments and refund<')
    expect(await open('/bank/web/government')).toContain('>Activate the Diwan service<')
    await open('/bank/sign-in', typedBy(person))
    expect(await open('/bank')).toContain('>Pay a bill<')
    expect(await open('/bank/bills')).toContain('>Activate the Diwan service<')
    await open('/bank/atm/card', typedBy(person))
    expect(await press(open, ...atMenu)).toContain('>Activate the services of the Diwan portal<')
    expect(await press(open, 'activate')).toContain('Terms and conditions')
    expect(await press(open, 'agree')).toContain(formatMobile(mobileOf(person)))
  })

  it('says the same in Arabic, as document 001 writes it, from the menu to the receipt', async () => {
    const person = await registered()
    const open = visitor('ar')
    await open('/bank/web/sign-in', typedBy(person))
    expect(await open('/bank/web')).toContain('>الدفع<')
    expect(await open('/bank/web/payments')).toContain('>المدفوعات الحكومية والاسترداد<')
    expect(await open('/bank/web/government')).toContain('>تفعيل خدمة ديوان<')
    await open('/bank/sign-in', typedBy(person))
    expect(await open('/bank')).toContain('>دفع الفاتورة<')
    expect(await open('/bank/bills')).toContain('>تفعيل خدمة ديوان<')
    await open('/bank/atm/card', typedBy(person))
    expect(await press(open, ...atMenu)).toContain('>تفعيل خدمات بوابة ديوان الإلكترونية<')
    expect(await open('/bank/activation')).toContain('>إرسال<')
    expect(await open('/bank/activation', { terms: 'agreed' })).toContain('>تأكيد<')
    expect(await open('/bank/activation/confirm', {})).toContain('>إيصال<')
  })

  it('shows instructions at the machine when its customer says that the mobile is wrong', async () => {
    const person = await registered()
    const open = visitor()
    await open('/bank/atm/card', typedBy(person))
    const page = await press(open, ...atMenu, 'activate', 'agree', 'wrong')
    expect(page).toContain('Take your card.')
    expect(page).toContain('Visit the nearest branch')
    expect(traffic.asked).toEqual([])
  })

  it('keeps the card after three wrong PINs, and gives it back when asked', async () => {
    const person = await registered()
    const open = visitor()
    await open('/bank/atm/card', typedBy(person))
    const wrong = ['0', '0', '0', '0', 'enter']
    expect(await press(open, ...wrong)).toContain('Tries left: 2')
    expect(await press(open, ...wrong, ...wrong)).toContain('has kept your card')
    expect(await open('/bank/atm/eject', {})).toContain('Insert your card')
    expect(await open('/bank/atm/card', { person: '1', mobile: '2' })).toContain('id="person-error"')
  })
})

describe.each([
  { face: 'the app', home: '/bank', menu: '/bank/bills' },
  { face: 'internet banking', home: '/bank/web', menu: '/bank/web/government' },
])('paying the government in $face', ({ home, menu }) => {
  const title = { ar: 'تجديد الإقامة: سنة', en: 'Renewing an iqama: one year' }
  const aBill = (payer: PersonNumber) =>
    transact(at.db, (tx) =>
      raiseBill(tx, {
        payer,
        title,
        lines: [{ title, kind: 'government-fee', amount: sar(650) }],
        due: new Date(Date.now() + 3_600_000),
        at: new Date(),
      }),
    )

  it('shows what one has to pay, pays it once, and gives it back when nothing came of it', async () => {
    const person = await registered()
    const { number, id } = await aBill(person)
    const open = visitor()
    await open(`${home}/sign-in`, typedBy(person))
    const bills = `${home}/government-bills`
    expect(await open(menu)).toContain(`href="${bills}"`)
    const [form] = formsOf(await open(bills)).filter((one) => one.action === `${bills}/pay`)
    if (!form) throw new Error('the bill is not shown')
    const [receipt, again] = await Promise.all([
      open(form.action, form.fields),
      open(form.action, form.fields),
    ])
    expect(receipt).toContain('The bill is paid')
    expect(again).toContain('The bill is paid')
    expect(traffic.texts.filter((one) => one.text.includes(title.en))).toHaveLength(1)
    expect(await findBill(at.db, person, id)).toMatchObject({ state: 'paid' })
    expect(await open(bills)).toContain('You have no bills to pay')

    expect(await open(`${home}/refunds`)).toContain('nothing to take back')
    await transact(at.db, (tx) => refundBill(tx, { payer: person, bill: id, reason: title, at: new Date() }))
    const [take] = formsOf(await open(`${home}/refunds`)).filter(
      (one) => one.action === `${home}/refunds/take`,
    )
    expect(await open(take?.action ?? '', take?.fields)).toContain('back in your account')
    expect(await findBill(at.db, person, id)).toMatchObject({ state: 'refunded' })
    expect(number).toMatch(/^\d{12}$/)
  })

  it('takes the fees of a service before it is asked for, and gives them back', async () => {
    const person = await registered()
    const open = visitor()
    await open(`${home}/sign-in`, typedBy(person))
    const fees = `${home}/government-bills/fees`
    expect(await open(`${home}/government-bills`)).toContain(`href="${fees}"`)
    expect(await open(fees)).toContain('Renew a driving licence')
    expect(await open(`${fees}/99`)).not.toContain('Service code')
    const choose = `${fees}/25`
    expect(await open(choose)).toContain(person)
    for (const wrong of [{}, { duration: '3' }])
      expect(await open(choose, wrong)).toContain('Choose for how long.')
    expect(await open(choose, { duration: '10' })).toContain('You owe no fees for this service now')

    await aLicence(at, person)
    const billOf = async () => formsOf(await open(choose, { duration: '10' }))[0]
    const bill = await billOf()
    expect(await open(bill?.action ?? '', bill?.fields)).toContain('The bill is paid')
    expect(await open(choose, { duration: '10' })).toContain('You have paid these fees')
    const [take] = formsOf(await open(`${home}/refunds`)).filter((one) => one.action.endsWith('/take'))
    expect(await open(take?.action ?? '', take?.fields)).toContain('back in your account')
    expect((await billOf())?.fields.number).not.toBe(bill?.fields.number)
  })

  it('finds any bill by its number, and says why one cannot be paid', async () => {
    const [customer, payer] = [await registered(), await aPerson(at.db)]
    const { number, id } = await aBill(payer)
    const open = visitor()
    await open(`${home}/sign-in`, typedBy(customer))
    const find = `${home}/government-bills/find`
    for (const wrong of ['123456789012', '12', 'abc', ''])
      expect(await open(find, { number: wrong }), wrong).toContain('There is no bill of this number')
    const found = await open(find, { number: `${number.slice(0, 6)} ${number.slice(6)}` })
    expect(found).toContain(title.en)
    expect(found).not.toContain(payer)
    await transact(at.db, (tx) => cancelBill(tx, { payer, bill: id, at: new Date() }))
    const [form] = formsOf(found).filter((one) => one.action.endsWith('/pay'))
    expect(await open(form?.action ?? '', form?.fields)).toContain('was withdrawn')
  })
})
