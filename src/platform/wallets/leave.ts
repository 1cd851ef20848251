import { ok, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { meetPhone, type Proof } from './contact.ts'
import { endWalletDevice } from './end.ts'

type World = Pick<Platform, 'db' | 'clock'>

/** A locked phone asks whether it may still carry what it carries. */
export async function look({ db, clock }: World, proof: Proof): Promise<Result<void, Problem>> {
  const met = await transact(db, (tx) => meetPhone(tx, 'look', proof, clock.now()))
  return met.ok ? ok(undefined) : met
}

/** A phone that forgets what it carries says so, and ends; one that has ended already has left. */
export async function leave({ db, clock }: World, proof: Proof): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const met = await meetPhone(tx, 'leave', proof, at)
    if (!met.ok) return met.error.code === 'wallet-ended' ? ok(undefined) : met
    await endWalletDevice(tx, met.value.person, 'device', at, { id: met.value.id })
    return ok(undefined)
  })
}
