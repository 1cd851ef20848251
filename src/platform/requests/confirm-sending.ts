import { ok, type Result } from '#kernel/result.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { actOnRequest } from './act.ts'
import type { CaseRow } from './case.ts'
import { submit } from './submit.ts'

/**
 * Sends a request as its channels do: one that lets somebody act for another after a fresh confirmation, which names
 * it and is used up. One that was sent already needs none.
 */
export async function submitConfirmed(
  platform: Platform,
  principal: Principal,
  reference: string,
): Promise<Result<CaseRow, Problem>> {
  const found = await actOnRequest(platform, principal, reference)
  if (!found.ok) return found
  const confirmed = await confirm(platform, principal, found.value)
  return confirmed.ok ? submit(platform, principal, reference) : confirmed
}

/** Whether a request that has to be confirmed was so a moment ago: for the page before it is sent. */
export async function isSendingConfirmed(
  platform: Platform,
  principal: Principal,
  { id, service: slug, version }: Pick<CaseRow, 'id' | 'service' | 'version'>,
): Promise<boolean> {
  if (principal.kind !== 'person' || !platform.catalogue.service(slug, version)?.appoints) return false
  const what = { act: 'delegation.give', object: id } as const
  return (await stepUpStage(platform.db, principal, what, platform.clock.now())) === 'confirmed'
}

async function confirm(
  platform: Platform,
  principal: Principal,
  { id, reference, service: slug, version, status, subject_label: subject }: CaseRow,
): Promise<Result<void, Problem>> {
  const service = platform.catalogue.service(slug, version)
  if (!service?.appoints || status !== 'draft') return ok(undefined)
  return requireConfirmed(platform, principal, 'delegation.give', {
    id,
    says: { ar: `${service.title.ar}: ${subject.ar}`, en: `${service.title.en}: ${subject.en}` },
    page: `/requests/${reference}/check`,
  })
}
