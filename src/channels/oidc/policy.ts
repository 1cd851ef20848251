import { type interactionPolicy, interactionPolicy as library } from 'oidc-provider'
import { arrivalOf, authTime, personalSession } from './arrival.ts'

/**
 * When a person has to be asked something. Beside what the protocol says: the provider's session holds only
 * as long as the portal's, so signing out here, or 15 idle minutes, end it too.
 */
export function askWhen(): interactionPolicy.DefaultPolicy {
  const policy = library.base()
  policy.get('login')?.checks.add(
    new library.Check('portal_session', 'nobody is signed in', 'login_required', ({ req, oidc }) => {
      const session = personalSession(arrivalOf(req))
      const { accountId, loginTs } = oidc.session ?? {}
      return !session || accountId !== session.person || loginTs !== authTime(session)
    }),
  )
  return policy
}
