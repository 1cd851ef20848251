import { beforeAll, expect, it } from 'vitest'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
  await enterOffices(test.db, offices)
})

async function namesOf(raw: Record<string, unknown>): Promise<readonly string[]> {
  const inquiry = test.platform.catalogue.inquiry('locate-kiosk')
  if (!inquiry) throw new Error('missing')
  const answer = await ask(test.platform, anonymous, inquiry, { raw })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ name }) => (name?.kind === 'text' ? name.text.en : '')) : [],
  )
}

it('tells anybody where the devices are, by city and section, at any hour', async () => {
  expect(await namesOf({})).toHaveLength(14)
  expect(await namesOf({ city: 'kharj', section: 'women', openNow: 'yes' })).toEqual([
    'Self-service devices in Al Kharj',
  ])
})
