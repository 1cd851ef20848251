import { hrefOf } from '#channels/face/paths.ts'
import { dayOf, startOfDay } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { approvalWaiting } from '#platform/accounts/approve-sign-in.ts'
import { appointmentsOf } from '#platform/appointments/appointment.ts'
import { giverBehind } from '#platform/authority/delegate.ts'
import { delegationsHeld, offerDays } from '#platform/authority/delegation.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { billsOf } from '#platform/payments/bill.ts'
import type { Platform } from '#platform/platform.ts'
import { stepOf } from '#platform/requests/case.ts'
import { myParticipations, myRequests } from '#platform/requests/read.ts'
import { words } from '../account/words.ts'
import { words as delegationWords } from '../delegations/words.ts'

/** Something that waits for the person, with the one button that settles it. */
export interface FirstThing {
  readonly kind: 'approve' | 'pay' | 'book' | 'appear' | 'draft' | 'registry'
  readonly title: Text
  readonly label: Text
  readonly by: Date | undefined
  readonly href: string
  /** What the button says, where the kind alone does not tell. */
  readonly verb?: Text
}

/** What needs a person first: to answer, to pay, to book, to appear for; the soonest deadline first. */
export async function firstThings(
  platform: Pick<Platform, 'db' | 'catalogue' | 'clock'>,
  principal: Extract<Principal, { kind: 'person' }>,
): Promise<readonly FirstThing[]> {
  const { person } = principal
  const [parts, requests, appointments, bills, signIn, held] = await Promise.all([
    myParticipations(platform, person, { limit: 20, waiting: true }),
    myRequests(platform, person, { limit: 20, open: true }),
    appointmentsOf(platform.db, person, { state: 'booked' }),
    billsOf(platform.db, person, { state: 'due' }),
    approvalWaiting(platform, principal),
    delegationsHeld(platform, person),
  ])
  const asked = parts.map((row): FirstThing => {
    const service = platform.catalogue.service(row.service, row.version)
    const step = service && stepOf(service, row.waits_for)
    return {
      kind: step?.kind === 'payment' ? 'pay' : 'approve',
      title: service?.title ?? row.label,
      label: row.label,
      by: row.due_at ?? undefined,
      href: `/approvals/${row.reference}`,
    }
  })
  const own = requests.flatMap((line): readonly FirstThing[] => {
    const href = `/requests/${line.reference}`
    const thing = { title: line.title, label: line.label, by: line.dueAt ?? undefined, href }
    if (line.status === 'draft') return [{ ...thing, kind: 'draft', by: undefined }]
    const kind = line.waitsFor
    if (kind === 'payment' && bills.some((bill) => bill.about?.request === line.id))
      return [{ ...thing, kind: 'pay' }]
    if (kind === 'appointment' && !appointments.some((one) => one.about.request === line.id))
      return [{ ...thing, kind: 'book' }]
    return []
  })
  const visits = appointments.map(
    (one): FirstThing => ({
      kind: 'appear',
      title: one.officeName,
      label: one.address,
      by: one.startsAt,
      href: requests.find((line) => line.id === one.about.request)
        ? `/requests/${requests.find((line) => line.id === one.about.request)?.reference}`
        : '/requests',
    }),
  )
  const context = { db: platform.db, clock: platform.clock, today: dayOf(platform.clock.now()) }
  const prompts = await Promise.all(platform.catalogue.prompts.map((one) => one.list(context, person)))
  const fromRegistries = prompts.flat().map(
    (one): FirstThing => ({
      kind: 'registry',
      title: one.title,
      label: one.detail,
      by: one.by && startOfDay(one.by),
      href: hrefOf(one.next),
      verb: one.next.label,
    }),
  )
  const asksIn: readonly FirstThing[] = signIn
    ? [
        {
          kind: 'approve',
          title: words.approveWaits,
          label: { ar: signIn.agent ?? '', en: signIn.agent ?? '' },
          by: signIn.until,
          href: '/approve-sign-in',
        },
      ]
    : []
  const offered = await Promise.all(
    held
      .filter((one) => one.state === 'offered')
      .map(
        async (one): Promise<FirstThing> => ({
          kind: 'approve',
          title: delegationWords.offerWaits,
          label: (await giverBehind(platform.db, one.principal))?.name ?? { ar: '', en: '' },
          by: new Date(one.offeredAt.getTime() + offerDays * 86_400_000),
          href: `/delegations/held/${one.id}`,
        }),
      ),
  )
  const end = (thing: FirstThing) => thing.by?.getTime() ?? Number.POSITIVE_INFINITY
  return [...asksIn, ...offered, ...asked, ...own, ...visits, ...fromRegistries].sort(
    (a, b) => end(a) - end(b),
  )
}
