import type { Page } from 'playwright-core'
import { beforeAll, describe, it } from 'vitest'
import { addMonths, type Day, dayOf } from '#kernel/day.ts'
import { theOne } from './support/country.ts'
import {
  button,
  confirmHere,
  follow,
  link,
  look,
  nextText,
  open,
  payAtBiller,
  press,
  says,
  signedIn,
} from './support/visitor.ts'

describe('an establishment and its manager', () => {
  let owner: Page
  let manager: Page

  beforeAll(async () => {
    ;[owner, manager] = await Promise.all([signedIn('seller', { path: '/business' }), signedIn('husband')])
  })

  async function fillDay(group: string, day: Day): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    const field = owner.getByRole('group', { name: group })
    await field.getByLabel('اليوم').fill(date)
    await field.getByLabel('الشهر').fill(month)
    await field.getByLabel('السنة').fill(year)
  }

  it('is registered by its owner, who then works in its workspace', async () => {
    await says(owner, 'ليست لديك مساحة عمل بعد')
    await look(owner, 'business-none')
    await follow(owner, /تسجيل منشأة/)
    await press(owner, 'ابدأ')
    await owner.getByLabel(/أنا مالك هذه المنشأة/).check()
    await press(owner, 'متابعة')
    await press(owner, 'إرسال')
    await says(owner, 'ومساحة عملها مفتوحة لك')
    await open(owner, '/business')
    await press(owner, /^انتقل إلى/)
    await says(owner, 'ما يمكنك فعله')
    await owner.getByRole('complementary', { name: 'نيابةً عمّن تتصرف' }).getByText('مالك المنشأة').waitFor()
    await look(owner, 'business-home')
  })

  it('has a manager once they agree, and they pay a bill of it', async () => {
    const { number, mobile } = await theOne('husband')
    await follow(owner, /تفويض مدير منشأة/)
    await press(owner, 'ابدأ')
    await owner.getByLabel('رقم هوية المفوَّض أو إقامته').fill(number)
    await press(owner, 'متابعة')
    const today = dayOf(new Date())
    await fillDay('من يوم', today)
    await fillDay('إلى يوم', addMonths(today, 6))
    await press(owner, 'متابعة')
    await owner.getByLabel(/مدير مالي/).check()
    await press(owner, 'متابعة')
    await button(owner, 'إرسال').waitFor()
    await look(owner, 'manager-check', { again: false })
    await press(owner, 'إرسال')
    await confirmHere(owner)
    const invited = await nextText(mobile)
    await press(owner, 'إرسال')
    await invited('تفويض مدير منشأة')

    await open(manager, '/approvals')
    await follow(manager, /تفويض مدير منشأة/)
    await look(manager, 'manager-consent')
    await press(manager, 'أقبل التفويض')
    await open(manager, '/business')
    const told = await nextText((await theOne('seller')).mobile)
    await press(manager, /^انتقل إلى/)
    await told('مساحة عمل')
    await says(manager, 'ما يمكنك فعله')

    await follow(manager, /^فواتير المنشأة/)
    await look(manager, 'manager-bills')
    await open(manager, '/services/pay-establishment-bill')
    await press(manager, 'ابدأ')
    await manager.getByLabel(/230/).check()
    await press(manager, 'متابعة')
    await press(manager, 'إرسال')
    await press(manager, /^سدّد/)
    await payAtBiller(manager)
    await says(manager, 'سُددت فواتير المنشأة')
  })

  it('shows its owner what the manager did, and is closed to them at once when the owner says so', async () => {
    await open(owner, '/services/delegation-audit')
    await says(owner, 'أرسل طلبًا باسم المنشأة')
    await look(owner, 'business-audit')
    await open(owner, '/delegations')
    await follow(owner, /مدير منشأة/)
    await look(owner, 'business-delegate')
    await press(owner, 'أنهِ التفويض')
    await says(owner, 'انتهى التفويض.')

    await open(manager, '/services/establishment-bills')
    await says(manager, 'تفويضك لا يشمل ذلك')
    await look(manager, 'manager-out', { again: false })
    await manager.getByRole('button', { name: 'حسابك الفردي' }).click()
    await open(manager, '/business')
    await link(manager, /تسجيل منشأة/).waitFor()
  })
})
