import { beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#platform/authority/principal.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

async function guide(raw: Record<string, unknown>) {
  const inquiry = test.platform.catalogue.inquiry('browse-service-guide')
  if (!inquiry) throw new Error('missing')
  const answer = await ask(test.platform, anonymous, inquiry, { raw })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const [table] = answer.value.blocks
  if (table?.kind !== 'table') throw new Error('no table')
  const slugs = table.next?.map((next) => (next && 'service' in next ? next.service : '')) ?? []
  return { table, slugs, rowOf: (slug: string) => table.rows[slugs.indexOf(slug)] }
}

describe('the service guide', () => {
  it('lists everything with a link, to anybody, with no visual code', async () => {
    const { slugs } = await guide({})
    expect([...slugs].sort()).toEqual(test.platform.catalogue.definitions.map((one) => one.slug))
    expect(test.platform.catalogue.inquiry('browse-service-guide')).not.toHaveProperty('guard')
  })
  it('says of each whether one signs in, what it costs, and how long it takes', async () => {
    const { rowOf } = await guide({})
    expect(rowOf('my-data')).toMatchObject({
      signIn: { value: true },
      fee: { text: { ar: 'مجانًا' } },
      time: { text: { en: 'At once' } },
      sector: { text: { ar: 'الأحوال المدنية' } },
    })
    expect(rowOf('query-fingerprint-status')).toMatchObject({ signIn: { value: false } })
    expect(rowOf('sign-in')).toMatchObject({ signIn: { value: false } })
    expect(rowOf('print-activation-form')).toMatchObject({ signIn: { value: true } })
  })
  it('searches, also by the damaged wordings of the sources', async () => {
    expect((await guide({ words: 'الطباعة الرقمية' })).slugs).toContain('query-fingerprint-status')
    expect((await guide({ words: 'بصمه الاطفال' })).slugs[0]).toBe('enrol-child-fingerprint')
    expect((await guide({ words: 'قصر من الجبن' })).slugs).toEqual([])
  })
  it('narrows by sector and audience, and knows no sector that is not there', async () => {
    const { slugs } = await guide({ sector: 'fingerprint', audience: 'visitor' })
    expect(slugs).toContain('query-fingerprint-by-iqama')
    expect(slugs).not.toContain('enrol-child-fingerprint')
    const inquiry = test.platform.catalogue.inquiry('browse-service-guide')
    if (!inquiry) throw new Error('missing')
    expect(await ask(test.platform, anonymous, inquiry, { raw: { sector: 'lanterns' } })).toMatchObject({
      ok: false,
      error: { fields: { sector: expect.anything() } },
    })
  })
})
