import type { NavLink } from '#channels/face/layout.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { portalMessages } from './messages.ts'

/** The portal's own rooms, for who is signed in. */
export function portalNav(visit: Visit): readonly NavLink[] {
  if (visit.principal.kind !== 'person') return []
  const m = portalMessages(visit.locale)
  const link = (href: string, label: string): NavLink => ({
    href,
    label,
    ...(visit.path === href || visit.path.startsWith(`${href}/`) ? { current: true } : {}),
  })
  return [
    link('/services', m.guide.title),
    link('/requests', m.request.title),
    link('/approvals', m.approvals.title),
    link('/documents', m.documents.title),
    link('/access', m.access.title),
  ]
}
