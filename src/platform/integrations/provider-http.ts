import type { Clock } from '#kernel/clock.ts'
import { done, refused } from './late-answer.ts'
import type { IntegrationProvider } from './port.ts'
import { sign, signatureHeader } from './signature.ts'

/**
 * An outside system over HTTP: `POST {url}/operations/{operation}`, signed with the key that we share.
 * 200 is done (with facts), 202 accepted, 422 refused because; everything else throws and is asked again.
 */
export function httpIntegration(it: {
  /** Without a slash at the end. */
  url: string
  secret: string
  clock: Clock
}): IntegrationProvider {
  return {
    async ask({ operation, ...ask }) {
      const body = JSON.stringify(ask)
      const response = await fetch(`${it.url}/operations/${encodeURIComponent(operation)}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: sign(it.secret, body, it.clock.now()),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      })
      if (response.status === 202) return { kind: 'accepted' }
      if (response.status === 422) return { kind: 'refused', ...refused.parse(await response.json()) }
      if (response.status !== 200) throw new Error(`${operation} was answered with ${response.status}`)
      const { facts } = done.parse(await response.json())
      return { kind: 'done', ...(facts && { facts }) }
    },
  }
}
