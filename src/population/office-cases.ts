import { actingAsOwner } from '#platform/authority/workspace.ts'
import { storeUpload } from '#platform/files/file.ts'
import type { Platform } from '#platform/platform.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { decide } from '#platform/requests/office.ts'
import { must, type Officer, onDuty, self, send } from './at-the-door.ts'
import { castNumber } from './cast.ts'
import { signatoryLetter } from './letter.ts'
import { castEstablishmentNumber } from './numbers.ts'
import { openSuspicions } from './suspicion-cases.ts'

/**
 * What waits in the office of a new country: sent by the cast and seen by its officers, through the rooms that
 * people’s own requests go through, so that rules, logs and messages are those of any other case.
 * @throws when the product refuses one of them
 */
export async function openOfficeCases(platform: Platform): Promise<void> {
  const colleague = await onDuty(platform, 'secondOfficer')
  await objections(platform)
  await signatories(platform, colleague)
  await openSuspicions(platform, colleague)
}

/** Two fines that their drivers say are wrong. */
async function objections(platform: Platform): Promise<void> {
  const service = 'object-traffic-violation'
  await send(platform, self('merchant'), service, {
    ground: 'wrong-facts',
    explanation: 'كانت سيارتي في ورشة الصيانة ذلك اليوم، واللوحة في الصورة غير واضحة.',
  })
  await send(platform, self('manager'), service, {
    ground: 'emergency',
    explanation: 'اتصل بي المستشفى لأن والدي نُقل إلى الطوارئ، فأجبت وأنا أقف على جانب الطريق.',
  })
}

/** One letter that nobody has looked at, and one that waits for the second officer. */
async function signatories(platform: Platform, colleague: Officer): Promise<void> {
  const owner = castNumber('merchant')
  const actingFor = await actingAsOwner(platform.db, owner, castEstablishmentNumber)
  if (!actingFor) throw new Error('the establishment of the cast has no workspace')
  for (const name of ['accountant', 'manager'] as const) {
    const delegate = castNumber(name)
    const bytes = await signatoryLetter(platform, { firm: castEstablishmentNumber, owner, delegate })
    const letter = await storeUpload(platform, { owner: castEstablishmentNumber, name: 'letter.pdf', bytes })
    if (!letter.ok) throw new Error(letter.error.en)
    const answers = { delegate, months: '12', letter: { file: letter.value.id } }
    const by = { ...self('merchant'), actingFor }
    const reference = await send(platform, by, 'appoint-authorised-signatory', answers)
    must(
      await answerApproval(platform, self(name), { reference, step: 'acceptance', accept: true }),
      reference,
    )
    if (name === 'manager') continue
    const open = await platform.db
      .selectFrom('office_case')
      .select(['unit', 'id'])
      .where('reference', '=', reference)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
    const said = 'الخطاب واضح وموقّع ومختوم، وبياناته مطابقة للطلب.'
    must(await decide(platform, colleague, open, { approve: true, reason: said }), reference)
  }
}
