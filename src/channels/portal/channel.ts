import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { accountPages } from './account/pages.ts'
import { workspaceRoutes } from './business/workspace-routes.tsx'
import { delegationRoutes } from './delegations/routes.tsx'
import { eventRoutes } from './event-routes.tsx'

import { familyRoutes } from './family/routes.tsx'
import { viewingRoutes } from './family/viewing-routes.tsx'
import { guideRoutes } from './guide-routes.tsx'
import { homeRoutes } from './home/home-routes.tsx'
import { accessRoutes } from './mine/access.tsx'
import { approvalRoutes } from './mine/approvals.tsx'
import { documentRoutes } from './mine/documents.tsx'
import { inboxRoutes } from './mine/inbox.tsx'
import { otherWalletRoutes } from './mine/other-wallets.tsx'
import { plainRoutes } from './plain-routes.tsx'
import { appointmentRoutes } from './request/appointment-routes.tsx'
import { formRoutes } from './request/form-routes.tsx'
import { payRoutes } from './request/pay-routes.tsx'
import { requestRoutes } from './request/request-routes.tsx'
import { serviceRoutes } from './service/routes.tsx'

/** The portal: people, HTML. Needs what `src/channels/server.ts` puts on the root. */
export const portalChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    await app.register(accountPages(platform))
    const rooms = [
      homeRoutes,
      guideRoutes,
      eventRoutes,
      serviceRoutes,
      formRoutes,
      requestRoutes,
      payRoutes,
      appointmentRoutes,
      approvalRoutes,
      inboxRoutes,
      documentRoutes,
      otherWalletRoutes,
      accessRoutes,
      delegationRoutes,
      familyRoutes,
      viewingRoutes,
      workspaceRoutes,
      plainRoutes,
    ]
    for (const routes of rooms) await routes(app, platform)
  }
