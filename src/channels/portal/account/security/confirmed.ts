import type { Act } from '#platform/accounts/acts.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import type { Platform } from '#platform/platform.ts'
import { type Call, ownAccount } from './signed-in.ts'

/** A page of one's own account that opens after the act was confirmed; others are taken to confirm it, and come back. */
export const confirmed = (platform: Platform, act: Act, page: string, answer: (call: Call) => unknown) =>
  ownAccount(platform, page, async (call) => {
    const stage = await stepUpStage(platform.db, call.by, act, platform.clock.now())
    return stage === 'confirmed'
      ? answer(call)
      : call.reply.redirect(`/confirm/${act}?${new URLSearchParams({ next: page })}`, 303)
  })
