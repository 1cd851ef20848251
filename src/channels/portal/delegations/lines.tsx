import { fill } from '#channels/face/messages.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { formatDay } from '#kernel/format.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { giverBehind } from '#platform/authority/delegate.ts'
import type { Delegation, DelegationState } from '#platform/authority/delegation.ts'
import { kindTitle } from '#platform/authority/delegation-texts.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { stateTitle, tell } from './words.ts'

const tones = {
  offered: 'warning',
  upcoming: 'quiet',
  active: 'good',
  refused: 'quiet',
  revoked: 'quiet',
  expired: 'quiet',
} as const satisfies Record<DelegationState, string>

/** A delegation with the names of its two sides. */
export interface NamedDelegation extends Delegation {
  readonly from: Text
  /** A number alone until they accept: whose it is would be found out by trying. */
  readonly to: Text
}

export async function named(
  { db }: Pick<Platform, 'db'>,
  it: Delegation,
  reader: 'giver' | 'delegate',
): Promise<NamedDelegation> {
  const giver = await giverBehind(db, it.principal)
  const known =
    reader === 'delegate' || it.state === 'active' || it.state === 'upcoming' || it.state === 'revoked'
  const person = known ? await findPerson(db, it.delegate) : undefined
  const masked = maskPersonNumber(it.delegate)
  return {
    ...it,
    from: giver?.name ?? { ar: '', en: '' },
    to: person?.name ?? { ar: masked, en: masked },
  }
}

export const DelegationPill = ({
  state,
  locale,
}: Pick<Delegation, 'state'> & { readonly locale: Locale }) => (
  <StatusPill tone={tones[state]} words={stateTitle[state][locale]} />
)

/** Delegations as a list by the other side's name: links, or `seen` by who may not touch them. */
export const DelegationLines = ({
  rows,
  side,
  locale,
  firms = false,
}: {
  readonly rows: readonly NamedDelegation[]
  readonly side: 'given' | 'held' | 'seen'
  readonly locale: Locale
  /** Says of each delegate of an establishment for which one: the list holds others too. */
  readonly firms?: boolean
}) => (
  <ul class="lines">
    {rows.map((row) => (
      <li key={row.id}>
        {side === 'seen' ? (
          <div class="line">
            <Line row={row} name={row.to} locale={locale} />
          </div>
        ) : (
          <a class="line" href={`/delegations/${side}/${row.id}`}>
            <Line
              row={row}
              name={side === 'given' ? row.to : row.from}
              firm={firms && side === 'given' && isEstablishment(row.principal)}
              locale={locale}
            />
          </a>
        )}
      </li>
    ))}
  </ul>
)

const Line = (props: {
  readonly row: NamedDelegation
  readonly name: Text
  readonly firm?: boolean
  readonly locale: Locale
}) => {
  const { row, name, firm, locale } = props
  return (
    <>
      <span class="min-w-0 flex-1">
        <span class="tile-title">
          <bdi>{name[locale]}</bdi>
        </span>
        <span class="tile-body">
          {kindTitle[row.kind][locale]}
          {firm && fill(tell('ofFirm', locale), { name: row.from[locale] })}
        </span>
        <span class="value-second">
          {fill('{words} {day}', { words: tell('until', locale), day: formatDay(row.until, locale) })}
        </span>
      </span>
      <DelegationPill state={row.state} locale={locale} />
    </>
  )
}
