import type { NavLink } from '#channels/face/layout.tsx'
import { messagesFor } from '#channels/face/messages.ts'
import { paths } from '#channels/face/paths.ts'
import type { Visit } from '#channels/face/visit.ts'
import { portalMessages } from './messages.ts'

/** The portal's own rooms, for who is signed in. */
export function portalNav(visit: Visit): readonly NavLink[] {
  if (visit.principal.kind !== 'person') return []
  const m = portalMessages(visit.locale)
  const { delegations, business } = messagesFor(visit.locale).header
  const link = (href: string, label: string): NavLink => ({
    href,
    label,
    ...(visit.path === href || visit.path.startsWith(`${href}/`) ? { current: true } : {}),
  })
  const shared = [link('/services', m.guide.title), link('/requests', m.request.title)]
  if (visit.acting?.right === 'owner') return [...shared, link('/delegations', delegations)]
  // The rest is each person's own.
  if (visit.acting) return shared
  return [
    ...shared,
    link('/approvals', m.approvals.title),
    link('/documents', m.documents.title),
    link('/access', m.access.title),
    link(paths.business, business),
  ]
}
