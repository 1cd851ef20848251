import type { NavLink } from '#channels/face/layout.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { words as abroadWords } from './abroad/words.ts'
import { words as kioskWords } from './kiosks/words.ts'
import { officeMessages } from './messages.ts'
import { words as suspicionWords } from './suspicions/words.ts'
import { activationUnit, caseUnits, deskUnits, operationsUnit } from './units.ts'

/** The rooms of the office that this officer works in. */
export function officeNav(catalogue: Catalogue, visit: Visit): readonly NavLink[] {
  const { principal } = visit
  if (principal.kind !== 'officer') return []
  const m = officeMessages(visit.locale).nav
  const at = visit.path.split('?', 1)[0] ?? ''
  const { units } = principal
  const rooms = [
    { href: '/office', label: m.queue, open: caseUnits(units).length > 0 },
    { href: '/office/desk', label: m.desk, open: deskUnits(catalogue, units).length > 0 },
    { href: '/office/activation', label: m.activation, open: units.includes(activationUnit) },
    {
      href: '/office/suspicions',
      label: suspicionWords.nav[visit.locale],
      open: units.includes(activationUnit),
    },
    {
      href: '/office/abroad',
      label: abroadWords.nav[visit.locale],
      open: units.includes(activationUnit),
    },
    { href: '/office/operations', label: m.operations, open: units.includes(operationsUnit) },
    { href: '/office/kiosks', label: kioskWords.nav[visit.locale], open: units.includes(operationsUnit) },
  ]
  return rooms
    .filter(({ open }) => open)
    .map(({ href, label }) => {
      const current = at === href || (href !== '/office' && at.startsWith(`${href}/`))
      return { href, label, ...(current ? { current } : {}) }
    })
}
