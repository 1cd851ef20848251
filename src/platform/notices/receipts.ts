import type { PersonNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'

/** Listens to the gateway's delivery receipts and keeps what they say. Called once, when a process starts. */
export function watchReceipts(platform: Pick<Platform, 'db' | 'clock' | 'sms' | 'log'>): void {
  platform.sms.onReceipt((receipt) => {
    takeReceipt(platform, receipt).catch((error) =>
      platform.log.error({ err: error }, 'a delivery receipt could not be kept'),
    )
  })
}

/**
 * Says which message a reference stands for (no message for a one-time code). Returns the outcome when the
 * receipt was faster than this; otherwise the receipt will find the message by itself.
 */
export async function expectReceipt(
  tx: Tx,
  expected: {
    readonly reference: string
    readonly message?: { readonly person: PersonNumber; readonly notice: string }
    readonly at: Date
  },
): Promise<{ readonly delivered: boolean } | undefined> {
  const { reference, message, at } = expected
  const row = {
    expected: true,
    person_id: message?.person ?? null,
    notice_id: message?.notice ?? null,
    at,
  }
  const { delivered } = await tx
    .insertInto('notice_receipt')
    .values({ reference, delivered: null, ...row })
    .onConflict((conflict) => conflict.column('reference').doUpdateSet(row))
    .returning('delivered')
    .executeTakeFirstOrThrow()
  if (delivered === null) return undefined
  await forget(tx, reference)
  return { delivered }
}

/** Writes what became of a message; waits for the message when the receipt comes first. */
export async function takeReceipt(
  platform: Pick<Platform, 'db' | 'clock'>,
  receipt: { readonly reference: string; readonly delivered: boolean },
): Promise<void> {
  const at = platform.clock.now()
  const { reference, delivered } = receipt
  await transact(platform.db, async (tx) => {
    const known = await tx
      .insertInto('notice_receipt')
      .values({ reference, expected: false, person_id: null, notice_id: null, delivered, at })
      .onConflict((conflict) => conflict.column('reference').doUpdateSet({ delivered }))
      .returning(['expected', 'person_id', 'notice_id'])
      .executeTakeFirstOrThrow()
    if (!known.expected) return
    await forget(tx, reference)
    if (known.person_id === null || known.notice_id === null) return
    await tx
      .updateTable('notice_delivery')
      .set({ ...outcome(delivered), changed_at: at })
      .where('person_id', '=', known.person_id)
      .where('notice_id', '=', known.notice_id)
      .where('channel', '=', 'sms')
      .where('state', '=', 'sent')
      .execute()
  })
}

const days = 86_400_000

/** Drops what waited a week for its other half: operators give up on a message after three days at most. */
export async function forgetReceipts({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - 7 * days)
  await db.deleteFrom('notice_receipt').where('at', '<', before).execute()
}

/** What a receipt makes of a delivery. */
export const outcome = (delivered: boolean) =>
  delivered
    ? { state: 'delivered' as const, error: null }
    : { state: 'failed' as const, error: 'the operator could not deliver it' }

async function forget(tx: Tx, reference: string): Promise<void> {
  await tx.deleteFrom('notice_receipt').where('reference', '=', reference).execute()
}
