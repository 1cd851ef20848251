import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Block, NextStep } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { childrenOf, type Relative } from '#platform/people/family.ts'
import { findPersons } from '#platform/people/person.ts'
import { type Deed, deedState, deedsAbout } from './registry/deeds.ts'
import { effectText, stateTitle, termText } from './words.ts'

/** The deeds that concern a person: about their children, or about themselves when they were or are one. */
export async function deedsOf(
  db: Db,
  person: PersonNumber,
): Promise<{ readonly deeds: readonly Deed[]; readonly children: readonly Relative[] }> {
  const children = await childrenOf(db, person)
  return { children, deeds: await deedsAbout(db, [...children.map((one) => one.id), person]) }
}

/** Deeds as rows; one that waits leads to the service that links it. */
export async function deedTable(
  db: Db,
  { deeds, children }: Awaited<ReturnType<typeof deedsOf>>,
  today: Day,
): Promise<Block> {
  const persons = await findPersons(
    db,
    deeds.flatMap((one) => [one.child, one.holder]),
  )
  const nameOf = (person: PersonNumber) => {
    const found = persons.get(person)
    return found ? v.text(found.shortName) : v.none
  }
  return {
    kind: 'table',
    columns: [
      { key: 'number', label: { ar: 'رقم الصك', en: 'Number' } },
      { key: 'child', label: { ar: 'الطفل', en: 'Child' } },
      { key: 'holder', label: { ar: 'الحاضن', en: 'With custody' } },
      { key: 'effect', label: { ar: 'أثره', en: 'What it does' } },
      { key: 'term', label: { ar: 'مدته', en: 'Term' } },
      { key: 'state', label: { ar: 'الحالة', en: 'State' } },
    ],
    rows: deeds.map((one) => ({
      number: v.code(one.number),
      child: nameOf(one.child),
      holder: nameOf(one.holder),
      effect: v.text(byCourt(one)),
      term: v.text(termText(one)),
      state: v.text(stateTitle[deedState(one, today)]),
    })),
    next: deeds.map((one) =>
      deedState(one, today) === 'to-link'
        ? linkOf(children.find((child) => child.id === one.child))
        : undefined,
    ),
    empty: { ar: 'لا صكوك حضانة تخصك.', en: 'There are no custody deeds that concern you.' },
  }
}

const byCourt = (one: Deed): Text => {
  const effect = effectText(one)
  return { ar: `${one.court.ar}. ${effect.ar}`, en: `${one.court.en}. ${effect.en}` }
}

export const linkOf = (child: Relative | undefined): NextStep | undefined =>
  child && { label: { ar: 'اربطه', en: 'Link it' }, service: 'custody-deed', subject: child.relativeId }
