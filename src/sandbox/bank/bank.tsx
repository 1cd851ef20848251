import { atmRoutes } from '#sandbox/bank/atm.tsx'
import { billApi } from '#sandbox/bank/bill-api.ts'
import type { Books } from '#sandbox/bank/bills.tsx'
import { desk, type SendText } from '#sandbox/bank/desk.ts'
import { appRoutes, webRoutes } from '#sandbox/bank/online.tsx'
import { operationRoutes } from '#sandbox/bank/operations.ts'
import { words } from '#sandbox/bank/words.ts'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'

/** The bank's name among the platform's partners. */
export const bankClient = 'sandbox-bank'

/**
 * A bank with the three faces of the register (1.17): app, internet banking and teller machine. In each a
 * customer activates the Diwan account. It also answers when the platform asks whose an account is.
 */
export function bank(
  surroundings: Surroundings,
  {
    secret,
    sendText,
    callBackAfter = 5_000,
  }: { readonly secret: string; readonly sendText: SendText; readonly callBackAfter?: number },
): Part {
  const { portal, clock } = surroundings
  const api = partnerApi(surroundings, bankClient)
  const books: Books = new Map()
  const world = { desk: desk({ api, sendText }), bills: billApi(api), books, clock, sendText, portal }
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void, milliseconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, milliseconds)
    timers.add(timer)
  }
  return {
    name: 'bank',
    title: words.title,
    about: words.about,
    async register(app) {
      await app.register(async (scope) =>
        operationRoutes(scope, { secret, now: () => clock.now(), callBackAfter, later }),
      )
      appRoutes(app, world)
      await app.register(async (scope) => webRoutes(scope, world), { prefix: '/web' })
      await app.register(async (scope) => atmRoutes(scope, world), { prefix: '/atm' })
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
