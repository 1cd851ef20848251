import { randomInt, randomUUID } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { findOffice } from '#platform/appointments/office.ts'
import type { Section } from '#platform/appointments/tables.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { KioskState } from './tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** The unit that looks after devices. */
export const operatorUnit = 'operations'

/** A code is typed at the device within the hour. */
const CODE_LIFE_MS = 60 * 60_000
/** Three heartbeats missed. */
const SILENT_MS = 3 * 60_000
const SPOT_LENGTH = 80

/** A device as its operator sees it. */
export interface Kiosk {
  readonly id: string
  readonly place: Text
  readonly spot: string
  /** A fact for who looks for a device; nobody is refused by it (register R-KSK-15). */
  readonly section: Section
  readonly state: KioskState
  readonly registeredAt: Date
  /** Awaiting, and its code can no longer be used. */
  readonly codeOver: boolean
  readonly lastHeartbeat: Date | undefined
  /** Enrolled, and heard of within three minutes. */
  readonly online: boolean
  readonly revokedAt: Date | undefined
}

/** Every device: what is in service first, by place. */
export async function listKiosks({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<readonly Kiosk[]> {
  const at = clock.now()
  const rows = await db
    .selectFrom('kiosk')
    .innerJoin('office', 'office.id', 'kiosk.office_id')
    .select([
      'kiosk.id',
      'name',
      'spot',
      'section',
      'state',
      'registered_at',
      'code_until',
      'seen_at',
      'revoked_at',
    ])
    .orderBy((eb) => eb('state', '=', 'revoked'))
    .orderBy('office_id')
    .orderBy('registered_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.name,
    spot: row.spot,
    section: row.section,
    state: row.state,
    registeredAt: row.registered_at,
    codeOver: row.state === 'awaiting' && row.code_until !== null && row.code_until <= at,
    lastHeartbeat: row.seen_at ?? undefined,
    online:
      row.state === 'enrolled' && row.seen_at !== null && at.getTime() - row.seen_at.getTime() < SILENT_MS,
    revokedAt: row.revoked_at ?? undefined,
  }))
}

/** What enrols a device, shown once. */
export interface EnrolmentCode {
  readonly kiosk: string
  /** Twelve digits, good once and for an hour. */
  readonly code: string
  readonly until: Date
}

/** Enters a device that will stand at an office or a site; answers the code that binds it to its key. */
export async function registerKiosk(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  it: { readonly office: string; readonly spot: string; readonly section: Section },
  by: Officer,
): Promise<Result<EnrolmentCode, Problem>> {
  if (!by.units.includes(operatorUnit)) return err(problems.notYours)
  const spot = it.spot.trim()
  const wrong = {
    ...((await findOffice(db, it.office)) ? {} : { office: noPlace }),
    ...(spot === '' || spot.length > SPOT_LENGTH ? { spot: noSpot } : {}),
  }
  if (Object.keys(wrong).length > 0) return err(problems.answersWrong(wrong))
  const at = clock.now()
  const { code, until } = newCode(at)
  const id = randomUUID()
  await db
    .insertInto('kiosk')
    .values({
      id,
      office_id: it.office,
      spot,
      section: it.section,
      state: 'awaiting',
      code: codeIndex(vault, code),
      code_until: until,
      public_key: null,
      registered_by: by.officer,
      registered_at: at,
    })
    .execute()
  return ok({ kiosk: id, code, until })
}

/** Another code for a device that was not enrolled in time; the one before is void. */
export async function renewCode(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  kiosk: string,
  by: Officer,
): Promise<Result<EnrolmentCode, Problem>> {
  if (!by.units.includes(operatorUnit)) return err(problems.notYours)
  const { code, until } = newCode(clock.now())
  const renewed = isId(kiosk)
    ? await db
        .updateTable('kiosk')
        .set({ code: codeIndex(vault, code), code_until: until })
        .where('id', '=', kiosk)
        .where('state', '=', 'awaiting')
        .returning('id')
        .executeTakeFirst()
    : undefined
  return renewed ? ok({ kiosk, code, until }) : err(problems.notFound)
}

/** Takes a device out of service for good: its key, its challenges and whoever stands at it, at once. */
export async function revokeKiosk(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  kiosk: string,
  by: Officer,
): Promise<Result<void, Problem>> {
  if (!by.units.includes(operatorUnit)) return err(problems.notYours)
  if (!isId(kiosk)) return err(problems.notFound)
  const at = clock.now()
  return transact(db, async (tx) => {
    // A session that is just being opened holds this row until it is written.
    const revoked = await tx
      .updateTable('kiosk')
      .set({ state: 'revoked', revoked_at: at, revoked_by: by.officer, code: null, code_until: null })
      .where('id', '=', kiosk)
      .where('state', '<>', 'revoked')
      .returning('id')
      .executeTakeFirst()
    if (!revoked) return err(problems.notFound)
    await tx.deleteFrom('kiosk_session').where('kiosk_id', '=', kiosk).execute()
    await tx.deleteFrom('kiosk_challenge').where('kiosk_id', '=', kiosk).execute()
    return ok(undefined)
  })
}

/** Under which an enrolment code is kept: it is too short for a bare hash. */
export const codeIndex = (vault: Pick<Platform['vault'], 'index'>, code: string): string =>
  vault.index(`kiosk-code:${code}`)

const newCode = (at: Date) => ({
  code: String(randomInt(10 ** 12)).padStart(12, '0'),
  until: new Date(at.getTime() + CODE_LIFE_MS),
})

const noPlace: Text = { ar: 'اختر مكان الجهاز', en: 'Choose the place of the device' }
const noSpot: Text = {
  ar: 'اكتب موضع الجهاز في المكان، في 80 حرفًا على الأكثر',
  en: 'Say where in the place it stands, in at most 80 characters',
}
