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
  const shared = [link('/services', m.guide.title), link('/requests', m.request.title)]
  // The rest is each person's own.
  if (visit.acting) return shared
  return [
    ...shared,
    link('/approvals', m.approvals.title),
    link('/documents', m.documents.title),
    link('/access', m.access.title),
  ]
}
