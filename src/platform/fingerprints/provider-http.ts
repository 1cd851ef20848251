import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { sign, signatureHeader } from '#platform/integrations/signature.ts'
import type { FingerprintMatcher } from './port.ts'

const answer = z.object({ outcome: z.enum(['match', 'no-match', 'unreadable']) })

/**
 * A matcher over HTTP: `POST {url}/matches` with `template` and `capture`, signed with the key that we
 * share; it answers 200 with an `outcome`. Anything else throws.
 */
export function httpMatcher(it: {
  /** Without a slash at the end. */
  readonly url: string
  readonly secret: string
  readonly clock: Clock
}): FingerprintMatcher {
  return {
    async match(ask) {
      const body = JSON.stringify(ask)
      const response = await fetch(`${it.url}/matches`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: sign(it.secret, body, it.clock.now()),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      })
      if (response.status !== 200) throw new Error(`the matcher answered with ${response.status}`)
      return answer.parse(await response.json()).outcome
    },
  }
}
