import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Known, theOne } from './support/country.ts'
import { confirmHere, follow, link, look, nextText, open, press, says, signedIn } from './support/visitor.ts'

const once = { again: false } as const
const banner = (page: Page) => page.getByRole('complementary', { name: 'نيابةً عمّن تتصرف' })

describe('who acts for another', () => {
  let delegate: Page
  let owner: Page
  let known: Known
  beforeAll(async () => {
    known = await theOne('custodyMother')
    ;[delegate, owner] = await Promise.all([
      signedIn('custodyMother', { path: '/delegations' }),
      signedIn('merchant', { path: '/business' }),
    ])
    await press(owner, /^انتقل إلى/)
  })

  /** The first page of an appointment by the owner: whom, and for how long. */
  async function appoint(service: string): Promise<void> {
    await open(owner, `/services/${service}`)
    await press(owner, 'ابدأ')
    await owner.getByLabel('رقم هوية المفوَّض أو إقامته').fill(known.number)
    await owner.getByLabel('ثلاثة أشهر').check()
    await press(owner, 'متابعة')
  }

  /** Confirms and sends it, and the delegate, who is told, opens it. */
  async function sendAndOpen(title: string): Promise<void> {
    await press(owner, 'إرسال')
    await confirmHere(owner)
    const asked = await nextText(known.mobile)
    await press(owner, 'إرسال')
    await asked(title)
    await open(delegate, '/approvals')
    await follow(delegate, new RegExp(title))
  }

  it('does so for a person once both agree, in what was named, until that person ends it', async () => {
    const giver = await signedIn('wife', { path: '/delegations' })
    const power = /إجمالي المخالفات المرورية/
    await follow(giver, 'فوّض شخصًا')
    await confirmHere(giver)
    await giver.getByLabel('رقم هوية الشخص أو إقامته').fill(known.number)
    await giver.getByLabel(power).check()
    await giver.getByLabel('ثلاثة أشهر').check()
    await look(giver, 'delegation-give', once)
    const asked = await nextText(known.mobile)
    await press(giver, 'أرسل التفويض')
    await says(giver, 'أُرسل التفويض.')
    await asked('تفويض')

    await open(delegate, '/delegations')
    await follow(delegate, /بانتظار القبول/)
    await look(delegate, 'delegation-offered')
    await press(delegate, 'أقبل')
    await press(delegate, 'تصرّف نيابةً عنه الآن')
    await banner(delegate)
      .getByText(/أنت تتصرف نيابةً عن/)
      .waitFor()
    await look(delegate, 'delegation-acting', once)
    await follow(delegate, power)
    await delegate.getByRole('heading', { level: 1, name: power }).waitFor()
    await look(delegate, 'delegation-act', once)
    await open(delegate, '/services/national-address')
    await says(delegate, 'تفويضك لا يشمل ذلك')

    await open(giver, '/delegations')
    await follow(giver, /سارٍ/)
    await giver.getByRole('table').getByText(power).first().waitFor()
    await look(giver, 'delegation-given')
    await press(giver, 'أنهِ التفويض')
    await says(giver, 'انتهى التفويض.')
    await open(delegate, '/')
    await says(delegate, 'انتهى هذا التفويض')
    await look(delegate, 'delegation-over', once)
    await banner(delegate).getByRole('button', { name: 'عُد للتصرف باسمك' }).click()
    await open(delegate, '/delegations')
    await says(delegate, /أُنهي/)
  })

  it('does so for an establishment power by power, and gives it back', async () => {
    await appoint('appoint-my-business-delegate')
    await owner.getByLabel('أختار الصلاحيات بنفسي').check()
    await owner.getByLabel('مراجعة جميع الفواتير').check()
    await press(owner, 'متابعة')
    await sendAndOpen('تعيين مفوَّض أعمال المنشأة')
    await says(delegate, 'مراجعة جميع الفواتير')
    await look(delegate, 'powers-consent', once)
    await press(delegate, 'أقبل التفويض')
    await open(delegate, '/business')
    await press(delegate, /^انتقل إلى/)
    await banner(delegate).getByText('مفوَّض أعمال').waitFor()
    await follow(delegate, /^فواتير المنشأة/)
    await look(delegate, 'powers-bills', once)
    await open(delegate, '/services/pay-establishment-bill')
    await says(delegate, 'تفويضك لا يشمل ذلك')
    await banner(delegate).getByRole('button', { name: 'حسابك الفردي' }).click()

    await open(delegate, '/delegations')
    await follow(delegate, /سارٍ/)
    await look(delegate, 'powers-held', once)
    await press(delegate, 'أنهِ التفويض')
    await says(delegate, 'انتهى التفويض.')
    await open(owner, '/services/delegation-audit')
    await says(owner, /فواتير المنشأة/)
  })

  it('authenticates its lines by her finger, and is its signatory once two officers have seen the letter', async () => {
    await appoint('appoint-sim-authentication-delegate')
    await sendAndOpen('تعيين مفوَّض توثيق الشرائح')
    await press(delegate, 'أقبل التفويض')

    await appoint('appoint-authorised-signatory')
    const letter = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#897' } })
      .jpeg()
      .toBuffer()
    await owner
      .getByLabel('الخطاب الرسمي المعتمد')
      .setInputFiles({ name: 'خطاب.jpg', mimeType: 'image/jpeg', buffer: letter })
    await press(owner, 'متابعة')
    await look(owner, 'signatory-check', once)
    await sendAndOpen('تعيين مفوَّض التوقيع المعتمد')
    await press(delegate, 'أقبل التفويض')
    const reference = new URL(owner.url()).pathname.split('/').at(-1) ?? ''

    const path = '/office?unit=business-services'
    const officers = await Promise.all([
      signedIn('businessOfficer', { office: true, path }),
      signedIn('secondOfficer', { office: true, path }),
    ])
    const told = await nextText(known.mobile)
    for (const officer of officers) {
      await officer.reload()
      await officer.getByRole('link', { name: reference }).click()
      await says(officer, 'الخطاب الرسمي المعتمد')
      await press(officer, 'أوافق')
      await officer.waitForURL(/done=approved/)
    }
    await told('مفوَّض التوقيع')
    await open(delegate, '/business')
    await says(delegate, 'مفوَّض التوقيع')
    await says(delegate, 'مفوَّض توثيق الشرائح')
    await look(delegate, 'delegate-workspaces', once)
    await open(delegate, '/delegations')
    for (const state of [/مفوَّض التوقيع/, /مفوَّض توثيق الشرائح/])
      await link(delegate, state).filter({ hasText: 'سارٍ' }).waitFor()
  })
})

describe('who lets a relative see their documents', () => {
  it('consents, finds each look in the log, and ends it at once', async () => {
    const [giver, viewer] = [
      await signedIn('wife', { path: '/documents' }),
      await signedIn('husband', { path: '/family' }),
    ]
    await says(viewer, 'لم يسمح لك بذلك أحد من أسرتك.')
    await giver.getByRole('main').locator('.cards a').first().click()
    await press(giver, 'أصدرها برمزها')
    await confirmHere(giver)
    await press(giver, 'أصدرها برمزها')
    await follow(giver, 'محفظة أخرى')
    await look(giver, 'document-wallets')

    await open(giver, '/delegations/viewing')
    await follow(giver, 'اسمح لقريب برؤية وثائقك')
    await giver.getByLabel(/بندر/).check()
    await giver.getByLabel('ثلاثة أشهر').check()
    await press(giver, 'اسمح له')
    await confirmHere(giver)
    await says(giver, 'تأكدنا من أنك أنت')
    await look(giver, 'viewing-give', once)
    await press(giver, 'اسمح له')
    await says(giver, 'سُجّل إذنك، ويسري من الآن.')
    await look(giver, 'viewing-given')

    await viewer.reload()
    await follow(viewer, /أمل/)
    await says(viewer, 'للاطلاع فقط')
    await look(viewer, 'viewing-documents')
    await open(giver, '/access')
    await says(giver, /بندر/)
    await open(giver, '/delegations/viewing')
    await press(giver, 'أنهِ')
    await says(giver, 'انتهى في الحال.')
    expect((await viewer.reload())?.status()).toBeGreaterThanOrEqual(400)
  })
})

describe('a mother with a custody deed', () => {
  it('links it by its number, and acts for her child once an officer has compared it', async () => {
    const child = /تميم/
    const { mobile } = await theOne('custodyMother')
    const mother = await signedIn('custodyMother', { path: '/services/query-custody-deeds' })
    const shown = await mother.getByRole('row').filter({ hasText: child }).first().textContent()
    const number = /[\d-]{6,}/.exec(shown ?? '')?.[0] ?? ''
    await open(mother, '/family')
    await follow(mother, /ربط صك حضانة/)
    await press(mother, 'ابدأ')
    await mother.getByLabel('رقم الصك').fill(number)
    await press(mother, 'متابعة')
    await look(mother, 'custody-check', once)
    await press(mother, 'إرسال')
    await says(mother, 'ينظر فيه موظف')

    const officer = await signedIn('justiceOfficer', { office: true, path: '/office' })
    await officer.getByRole('link', { name: /JUS-/ }).first().click()
    await says(officer, number)
    await look(officer, 'office-custody', once)
    const told = await nextText(mobile)
    await press(officer, 'أوافق')
    await says(officer, 'تمت الموافقة، وأُبلغ صاحب الطلب.')
    await told('رُبط صك الحضانة')
    await open(mother, '/family')
    await says(mother, 'الحضانة معك بصك محكمة')
    await look(mother, 'custody-family')
  })
})
