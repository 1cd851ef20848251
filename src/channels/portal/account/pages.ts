import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { abroadRoutes } from './abroad/abroad-routes.tsx'
import { activateRoutes } from './activate-routes.tsx'
import { approvalRoutes } from './approval-routes.tsx'
import { centresRoutes } from './centres-routes.tsx'
import { registerRoutes } from './register-routes.tsx'
import { appRoutes } from './security/app-routes.tsx'
import { approveRoutes } from './security/approve-routes.tsx'
import { closeRoutes } from './security/close-routes.tsx'
import { confirmRoutes } from './security/confirm-routes.tsx'
import { credentialRoutes } from './security/credential-routes.tsx'
import { dataRoutes } from './security/data-routes.tsx'
import { emailRoutes } from './security/email-routes.tsx'
import { securityHomeRoutes } from './security/home-routes.tsx'
import { lostMobileRoutes } from './security/lost-mobile-routes.tsx'
import { lostRoutes } from './security/lost-routes.tsx'
import { mobileRoutes } from './security/mobile-routes.tsx'
import { noticeRoutes } from './security/notice-routes.tsx'
import { passkeyRoutes } from './security/passkey-routes.tsx'
import { recoveryRoutes } from './security/recovery-routes.tsx'
import { resetRoutes } from './security/reset-routes.tsx'
import { suspendRoutes } from './security/suspend-routes.tsx'
import { walletRoutes } from './security/wallet-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { termsRoutes } from './terms-routes.tsx'

/**
 * Accounts in the portal: registering, activating, the centres, signing in and out, for people and for
 * officers, and the account's own safety. Needs `sessions`, `visualCodeRoutes`, @fastify/cookie and @fastify/formbody on the root.
 */
export function accountPages(platform: Platform): FastifyPluginAsync {
  return async (app) => {
    termsRoutes(app, platform)
    registerRoutes(app, platform)
    activateRoutes(app, platform)
    abroadRoutes(app, platform)
    centresRoutes(app, platform)
    signInRoutes(app, platform, 'person')
    signInRoutes(app, platform, 'officer')
    approvalRoutes(app, platform)
    approveRoutes(app, platform)
    resetRoutes(app, platform)
    suspendRoutes(app, platform)
    closeRoutes(app, platform)
    securityHomeRoutes(app, platform)
    lostRoutes(app, platform)
    lostMobileRoutes(app, platform)
    confirmRoutes(app, platform)
    credentialRoutes(app, platform)
    noticeRoutes(app, platform)
    dataRoutes(app, platform)
    walletRoutes(app, platform)
    passkeyRoutes(app, platform)
    appRoutes(app, platform)
    recoveryRoutes(app, platform)
    emailRoutes(app, platform)
    mobileRoutes(app, platform)
  }
}
