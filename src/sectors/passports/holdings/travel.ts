import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { ports } from '../ports.ts'
import { crossingsOf } from '../registry/crossings.ts'
import { travelPermitStatus, travelPermitsOf } from '../registry/travel-permits.ts'
import { lastDayOf, visaStatus, visasOf } from '../registry/visas.ts'
import { directions, permitStatuses, permitTrips, visaKinds, visaStatuses } from '../words.ts'

/** The latest crossings alone; the inquiry has them all. */
const lastCrossings = 10

export default holding('travel', {
  sector: 'passports',
  title: { ar: 'سفرك', en: 'Your travels' },
  order: 55,
  blocks: async ({ db, today }, person) => [
    ...(await visas(db, person, today)),
    ...(await permits(db, person, today)),
    ...(await crossings(db, person)),
  ],
})

async function visas(db: Db, person: PersonNumber, today: Day): Promise<readonly Block[]> {
  const all = await visasOf(db, person)
  if (!all.length) return []
  return [
    {
      kind: 'table',
      title: { ar: 'تأشيراتك', en: 'Your visas' },
      columns: [
        { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
        { key: 'kind', label: { ar: 'النوع', en: 'Kind' } },
        { key: 'status', label: { ar: 'الحالة', en: 'Status' } },
        { key: 'issuedOn', label: { ar: 'صدرت في', en: 'Issued on' } },
        { key: 'until', label: { ar: 'حتى', en: 'Until' } },
      ],
      rows: all.map((one) => ({
        number: v.code(one.number),
        kind: v.text(visaKinds[one.kind]),
        status: v.text(visaStatuses[visaStatus(one, today)]),
        issuedOn: v.day(one.issuedOn),
        until: v.day(lastDayOf(one)),
      })),
      empty: { ar: 'لا تأشيرات.', en: 'No visas.' },
    },
  ]
}

async function permits(db: Db, person: PersonNumber, today: Day): Promise<readonly Block[]> {
  const all = await travelPermitsOf(db, person)
  if (!all.length) return []
  return [
    {
      kind: 'table',
      title: { ar: 'تصاريح سفرك', en: 'Your permits to travel' },
      columns: [
        { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
        { key: 'trips', label: { ar: 'السفرات', en: 'Journeys' } },
        { key: 'status', label: { ar: 'الحالة', en: 'Status' } },
        { key: 'until', label: { ar: 'حتى', en: 'Until' } },
      ],
      rows: all.map((one) => ({
        number: v.code(one.number),
        trips: v.text(permitTrips[one.trips]),
        status: v.text(permitStatuses[travelPermitStatus(one, today)]),
        until: v.day(one.validUntil),
      })),
      empty: { ar: 'لا تصاريح.', en: 'No permits.' },
    },
  ]
}

async function crossings(db: Db, person: PersonNumber): Promise<readonly Block[]> {
  const last = await crossingsOf(db, person, { limit: lastCrossings })
  if (!last.length) return []
  return [
    {
      kind: 'table',
      title: { ar: 'آخر عبورك للحدود', en: 'Your latest crossings of the border' },
      columns: [
        { key: 'direction', label: { ar: 'الاتجاه', en: 'Direction' } },
        { key: 'at', label: { ar: 'متى', en: 'When' } },
        { key: 'port', label: { ar: 'المنفذ', en: 'Port' } },
      ],
      rows: last.map((one) => ({
        direction: v.text(directions[one.direction]),
        at: v.instant(one.at),
        port: v.text(ports[one.port]),
      })),
      empty: { ar: 'لا عبور.', en: 'No crossings.' },
    },
  ]
}
