import type { Clock } from '#kernel/clock.ts'
import { sign, signatureHeader } from '#sandbox/signature.ts'

export interface ProviderEvent {
  readonly id: string
  readonly type: string
  readonly reference: string
  readonly payment?: string
  readonly payout?: string
  readonly amount?: number
}

export interface Delivery {
  readonly event: ProviderEvent
  readonly attempts: number
  readonly state: 'waiting' | 'delivered' | 'given-up'
  /** What the platform answered last; undefined while it could not be reached. */
  readonly status: number | undefined
}

export interface Webhooks {
  /** Tells the platform, now or `after` milliseconds; resolves after the first attempt when it is made now. */
  tell(event: ProviderEvent, after?: number): Promise<void>
  /** The latest deliveries, newest first. */
  recent(): readonly Delivery[]
  close(): void
}

const kept = 50
const attemptsAtMost = 12

/** Sends signed events, again with growing pauses until the platform takes them. */
export function webhooks(to: {
  readonly url: string
  readonly secret: string
  readonly clock: Clock
  /** Milliseconds before the second attempt; each later pause is twice as long, up to a minute. */
  readonly firstPause?: number
}): Webhooks {
  const deliveries: Delivery[] = []
  const timers = new Set<NodeJS.Timeout>()
  const pause = (attempts: number): number => Math.min(60_000, (to.firstPause ?? 1_000) * 2 ** (attempts - 1))

  function later(work: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, milliseconds)
    timers.add(timer)
  }

  async function attempt(at: Delivery): Promise<void> {
    const attempts = at.attempts + 1
    const status = await post(at.event)
    const taken = status !== undefined && status < 300
    const next: Delivery = {
      event: at.event,
      attempts,
      status,
      state: taken ? 'delivered' : attempts === attemptsAtMost ? 'given-up' : 'waiting',
    }
    deliveries[deliveries.indexOf(at)] = next
    if (next.state === 'waiting') later(() => void attempt(next), pause(attempts))
  }

  async function post(event: ProviderEvent): Promise<number | undefined> {
    const body = JSON.stringify(event)
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [signatureHeader]: sign(to.secret, body, to.clock.now()),
        },
        body,
        signal: AbortSignal.timeout(5_000),
      })
      await response.body?.cancel()
      return response.status
    } catch {
      return undefined
    }
  }

  return {
    async tell(event, after = 0) {
      const delivery: Delivery = { event, attempts: 0, state: 'waiting', status: undefined }
      deliveries.unshift(delivery)
      const old = deliveries.findLastIndex((one) => one.state !== 'waiting')
      if (deliveries.length > kept && old >= 0) deliveries.splice(old, 1)
      if (after > 0) later(() => void attempt(delivery), after)
      else await attempt(delivery)
    },
    recent: () => deliveries,
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
