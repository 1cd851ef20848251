import { describe, expect, it } from 'vitest'
import { withCheckDigit } from '#kernel/person-number.ts'
import { db, theOne } from './support/country.ts'
import { follow, link, look, open, press, says, someone, typeVisualCode } from './support/visitor.ts'

const numberLabel = 'رقم الهوية أو السجل المدني أو الإقامة أو الجواز'

describe('asking for a fingerprint status without an account', () => {
  it('answers an ID, an iqama and a passport number, each in its own way', async () => {
    const page = await someone()
    await open(page, '/')
    await look(page, 'home')
    await follow(page, /الاستعلام العام عن البصمة/)
    await says(page, 'أثبت أنك إنسان')
    await look(page, 'inquiry-form')

    const ask = async (number: string) => {
      await page.getByLabel(numberLabel).fill(number)
      await typeVisualCode(page)
      await press(page, 'عرض')
      await page.getByRole('region', { name: 'النتيجة' }).waitFor()
    }
    await ask((await theOne('driver')).number)
    await says(page, 'البصمة محدثة')
    expect(await link(page, 'احجز موعدًا').count()).toBe(0)
    await look(page, 'inquiry-updated', { again: false })

    await follow(page, 'استعلم من جديد')
    await ask((await theOne('unenrolled')).number)
    await says(page, 'البصمة غير محدثة')
    await look(page, 'inquiry-not-updated', { again: false })
    await follow(page, 'احجز موعدًا')
    await page.getByRole('heading', { level: 1, name: 'تسجيل البصمة' }).waitFor()

    await open(page, '/services/query-fingerprint-status')
    await ask(withCheckDigit('299999999'))
    await says(page, 'لا توجد حالة بصمة لهذا الرقم')

    const { number } = await db
      .selectFrom('passport_holder')
      .innerJoin('biometric_status', 'biometric_status.person_id', 'passport_holder.person_id')
      .where('biometric_status.status', '=', 'UPDATED')
      .select('passport_holder.number')
      .limit(1)
      .executeTakeFirstOrThrow()
    await follow(page, 'استعلم من جديد')
    await ask(number)
    await says(page, 'البصمة محدثة')
  })

  it('says what is wrong with a number, beside it, and keeps what was typed', async () => {
    const page = await someone()
    await open(page, '/services/query-fingerprint-by-national-id')
    const input = page.getByRole('textbox', { name: /رقم/ }).first()
    await input.fill('١٠٩٩٩٠٠٠٠٢')
    await typeVisualCode(page)
    await press(page, 'عرض')
    await page.getByRole('alert').waitFor()
    await look(page, 'inquiry-error', { again: false })
    expect(await input.getAttribute('aria-invalid')).toBe('true')
    expect(await input.inputValue()).toContain('٩٩٩')
  })
})
