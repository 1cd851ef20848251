import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { ask, inquiryOptions } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
  await enterOffices(test.db, offices)
})
beforeEach(() => test.clock.set('2026-11-23T08:00:00Z'))

function definition() {
  const inquiry = test.platform.catalogue.inquiry('find-activation-centres')
  if (!inquiry) throw new Error('missing')
  return inquiry
}

async function centres(raw: Record<string, unknown>) {
  const answer = await ask(test.platform, anonymous, definition(), { raw })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const { blocks } = answer.value
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const names = rows.map(({ name }) => (name?.kind === 'text' ? name.text.en : ''))
  return { blocks, rows, names }
}

describe('activation centres', () => {
  it('offers the fourteen cities of the source', async () => {
    const { city } = await inquiryOptions(test.platform, definition())
    expect(city).toHaveLength(14)
    expect(city?.map(({ label }) => label.ar)).toContain('حوطة سدير')
  })
  it('lists offices and devices of a city, and the bank for everywhere', async () => {
    const { names, blocks } = await centres({ city: 'riyadh' })
    expect(names).toEqual(['Riyadh Civil Affairs', 'Riyadh Passports', 'Self-service devices in Riyadh'])
    expect(blocks.at(-1)).toMatchObject({ kind: 'note', next: { service: 'activate-account-bank' } })
  })
  it('tells the counts of devices as the source tells them', async () => {
    const devices = async (city: string) => (await centres({ city, channel: 'kiosk' })).rows[0]?.devices
    expect(await devices('riyadh')).toMatchObject({ text: { ar: 'أكثر من 60 جهازًا' } })
    expect(await devices('madinah')).toMatchObject({ text: { ar: 'لا يزيد على 7 أجهزة' } })
    expect(await devices('kharj')).toMatchObject({ text: { ar: 'كثيرة' } })
  })
  it('narrows by channel and section', async () => {
    expect((await centres({ channel: 'bank' })).rows).toEqual([])
    expect((await centres({ city: 'diriyah', channel: 'officer', section: 'men' })).names).toEqual([
      'Diriyah Passports',
    ])
    expect((await centres({ city: 'diriyah', channel: 'officer', section: 'women' })).names).toHaveLength(2)
  })
  it('knows what is open at this minute', async () => {
    const open = async (channel: string) => (await centres({ city: 'riyadh', channel })).rows[0]?.openNow
    expect(await open('officer')).toEqual({ kind: 'yesNo', value: true })
    // 14:00 in Riyadh, a Monday: the counters close.
    test.clock.set('2026-11-23T11:00:00Z')
    expect(await open('officer')).toEqual({ kind: 'yesNo', value: false })
    expect(await open('kiosk')).toEqual({ kind: 'yesNo', value: true })
    // A Friday morning.
    test.clock.set('2026-11-27T08:00:00Z')
    expect(await open('officer')).toEqual({ kind: 'yesNo', value: false })
  })
})
