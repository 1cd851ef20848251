import { type Act, waits } from '#platform/accounts/acts.ts'
import { heldBack, heldUntil } from '#platform/accounts/hold.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import type { Platform } from '#platform/platform.ts'
import { sendProblem } from '../../problem-page.tsx'
import { type Call, ownAccount } from './signed-in.ts'

/** A page of one's own account that opens after the act was confirmed; others are taken to confirm it, and come back. */
export const confirmed = (platform: Platform, act: Act, page: string, answer: (call: Call) => unknown) =>
  ownAccount(platform, page, async (call) => {
    const at = platform.clock.now()
    // Said before anything is confirmed: a password typed for a refusal would be typed for nothing.
    const held = waits(act) ? await heldUntil(platform.db, call.by.person, at) : undefined
    if (held) return sendProblem(call.reply, platform, call.visit, heldBack(held))
    const stage = await stepUpStage(platform.db, call.by, act, at)
    return stage === 'confirmed'
      ? answer(call)
      : call.reply.redirect(`/confirm/${act}?${new URLSearchParams({ next: page })}`, 303)
  })
