import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CastName } from '#platform/people/synthetic.ts'
import { country, db, theOne } from './support/country.ts'
import {
  button,
  follow,
  link,
  look,
  nextText,
  open,
  payAtBiller,
  press,
  says,
  signedIn,
  someone,
} from './support/visitor.ts'

describe('selling a car', () => {
  let seller: Page
  let iban: string

  beforeAll(async () => {
    seller = await signedIn('seller')
    iban = await accountAtTheBank()
  })

  /** The seller's account, as their bank's app shows it: the one that is confirmed at once. */
  async function accountAtTheBank(): Promise<string> {
    const { number, mobile } = await theOne('seller')
    const bank = await someone()
    await bank.goto(`${country.sandbox}/bank`)
    await bank.getByLabel('رقم الهوية أو الإقامة').fill(number)
    await bank.getByLabel('رقم جوالك المسجل في المصرف').fill(mobile)
    await bank.getByRole('button', { name: 'دخول' }).click()
    const account = bank.getByRole('listitem').filter({ hasText: 'يؤكده المصرف فورًا.' })
    return (await account.locator('code').textContent()) ?? ''
  }

  /** Fills the form for one buyer; leaves the page at the check of the answers. */
  async function offer(to: CastName, looking = false): Promise<void> {
    const see = (picture: string) => (looking ? look(seller, `sell-${picture}`) : Promise.resolve())
    const buyer = await theOne(to)
    const [year = '', month = '', day = ''] = buyer.born.split('-')
    await open(seller, '/services/sell-vehicle')
    await see('service')
    await press(seller, 'ابدأ')
    await seller.getByLabel('رقم هوية المشتري أو إقامته').fill(buyer.number)
    await seller.getByLabel('اليوم').fill(day)
    await seller.getByLabel('الشهر').fill(month)
    await seller.getByLabel('السنة').fill(year)
    await see('buyer')
    await press(seller, 'متابعة')
    await seller.getByLabel('الثمن').fill('٤٥٠٠٠')
    await seller.getByLabel('آيبان حسابك').fill(iban)
    await see('terms')
    await press(seller, 'متابعة')
    const region = seller.getByRole('combobox', { name: 'منطقة التسجيل' })
    await region.selectOption({ index: 1 })
    await press(seller, 'متابعة')
    await button(seller, 'إرسال').waitFor()
    await see('check')
  }

  const owners = async () =>
    (
      await db
        .selectFrom('vehicle')
        .select('person_id')
        .where('person_id', 'in', [(await theOne('seller')).number, (await theOne('buyer')).number])
        .execute()
    ).map((row) => row.person_id)

  it('ends where the buyer refuses, and the seller reads why; a double click sends one request', async () => {
    await offer('secondBuyer', true)
    const { mobile } = await theOne('secondBuyer')
    const asked = await nextText(mobile)
    await button(seller, 'إرسال').dblclick()
    await seller.waitForURL(/\/requests\/[A-Z]{3}-[^/]*$/)
    await asked()
    const sent = await db
      .selectFrom('request')
      .select('id')
      .where('service', '=', 'sell-vehicle')
      .where('status', '=', 'in-progress')
      .execute()
    expect(sent).toHaveLength(1)

    const buyer = await signedIn('secondBuyer', { path: '/approvals' })
    await look(buyer, 'approvals')
    await follow(buyer, /مبايعة مركبة/)
    await look(buyer, 'approval')
    await buyer.getByText('لا أشتري').first().click()
    await buyer.getByLabel(/لماذا ترفض/).fill('وجدت مركبة أخرى.')
    const told = await nextText((await theOne('seller')).mobile)
    await press(buyer, 'لا أشتري')
    await told()
    await seller.reload()
    await says(seller, 'لم تتم الموافقة')
    await says(seller, 'وجدت مركبة أخرى.')
    await look(seller, 'sell-refused')
  })

  it('moves the car and its plate to the buyer who accepts, pays and has received it', async () => {
    const [before] = await owners()
    expect(before).toBe((await theOne('seller')).number)
    await offer('buyer')
    await press(seller, 'إرسال')
    await says(seller, 'بانتظار ردّ الطرف الآخر')
    await look(seller, 'sell-waits')

    const buyer = await signedIn('buyer')
    await look(buyer, 'home-first-things')
    await follow(buyer, 'راجع وأجب')
    await press(buyer, 'أشتري بهذا الثمن')
    await button(buyer, /^سدّد/).waitFor()
    await look(buyer, 'approval-pay')
    await press(buyer, /^سدّد/)
    await payAtBiller(buyer)
    await button(buyer, 'استلمت المركبة').waitFor()
    await look(buyer, 'approval-handover')
    const [toSeller, toBuyer] = await Promise.all([
      nextText((await theOne('seller')).mobile),
      nextText((await theOne('buyer')).mobile),
    ])
    await press(buyer, 'استلمت المركبة')
    await toSeller('بيعت مركبتك')
    await toBuyer('باسمك الآن')
    expect(await owners()).toEqual([(await theOne('buyer')).number])

    await open(buyer, '/services/query-vehicle-licences')
    await look(buyer, 'vehicles')
    expect(await buyer.getByLabel(/لوحة مركبة/).count()).toBeGreaterThan(0)
    await seller.reload()
    await says(seller, 'تمّ.')
    await look(seller, 'sell-done')
    expect(await link(seller, 'تنزيل PDF').count()).toBeGreaterThan(0)
  })
})
