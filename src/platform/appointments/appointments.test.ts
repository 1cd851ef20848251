import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, freshNumber } from '#tests/support/people.ts'
import { appointmentsOf, findAppointment } from './appointment.ts'
import { book, cancelBooking, keepAppointment, rebook, type Wish } from './booking.ts'
import { dayList } from './day-list.ts'
import { enterOffices, findOffice, findOffices } from './office.ts'
import { offices } from './offices.ts'
import { openSlots } from './open-slots.ts'

let at: TestPlatform
beforeAll(async () => {
  at = await testPlatform()
  await enterOffices(at.db, offices)
  await enterOffices(at.db, offices)
})

/** A Wednesday; the clock stands at 11:00 in Riyadh on the Monday before. */
const wednesday = day('2026-11-25')

function wish(person: PersonNumber, more: Partial<Wish> = {}): Wish {
  return {
    person,
    subject: person,
    office: 'makkah-passports',
    purpose: 'fingerprint',
    unit: 'passports',
    section: 'all',
    slot: { day: wednesday, time: '09:00' },
    about: { person, request: newId(at.clock.now()), step: 'visit' },
    at: at.clock.now(),
    ...more,
  }
}
const make = (it: Wish) => transact(at.db, (tx) => book(tx, it))
async function made(it: Wish) {
  const booked = await make(it)
  if (!booked.ok) throw new Error(booked.error.en)
  return booked.value
}
const open = (more: Partial<Parameters<typeof openSlots>[2]> = {}) =>
  openSlots(at.db, at.clock, {
    purpose: 'fingerprint',
    office: 'taif-passports',
    from: wednesday,
    days: 1,
    ...more,
  })

describe('offices', () => {
  it('are in all fourteen places of the seed document, with devices counted as written', async () => {
    const kiosks = await findOffices(at.db, { kind: 'kiosks' })
    expect(kiosks).toHaveLength(14)
    expect(kiosks.find((one) => one.city === 'madinah')?.devices).toEqual({ qualifier: 'at-most', count: 7 })
    expect(new Set((await findOffices(at.db, { purpose: 'activation' })).map((one) => one.city)).size).toBe(
      14,
    )
  })

  it('are found by what they serve, and for whom', async () => {
    const diriyah = await findOffices(at.db, { city: 'diriyah', kind: 'civil-affairs' })
    expect(diriyah.map((one) => one.sections)).toEqual([['women']])
    expect(await findOffices(at.db, { city: 'diriyah', kind: 'civil-affairs', section: 'men' })).toEqual([])
    expect(await findOffice(at.db, 'nowhere')).toBeUndefined()
  })
})

describe('open slots', () => {
  it('are the office’s hours on working days, in each section', async () => {
    const slots = await open()
    expect(slots).toHaveLength(12 * 3)
    expect(slots[0]).toMatchObject({ time: '08:00', left: 3 })
    expect(slots.at(-1)).toMatchObject({ time: '13:30' })
    expect(await open({ section: 'women' })).toHaveLength(12)
    // Friday and Saturday.
    expect(await open({ from: day('2026-11-27'), days: 2 })).toEqual([])
  })

  it('are none in the past, none further than sixty days, none where nobody books', async () => {
    const today = await open({ from: day('2026-11-20'), days: 4 })
    expect(today[0]).toMatchObject({ day: '2026-11-23', time: '11:30' })
    expect(await open({ from: day('2027-03-01'), days: 30 })).toEqual([])
    expect(await open({ purpose: 'self-service', office: 'taif-kiosks' })).toEqual([])
    expect(await open({ purpose: 'traffic' })).toEqual([])
  })

  it('are searched over all offices, soonest first', async () => {
    const slots = await openSlots(at.db, at.clock, { purpose: 'traffic', from: wednesday, days: 1 })
    expect(new Set(slots.map((one) => one.office))).toEqual(
      new Set(['riyadh-traffic', 'jeddah-traffic', 'kharj-traffic']),
    )
    expect(slots.map((one) => one.time)).toEqual(slots.map((one) => one.time).toSorted())
  })
})

describe('booking', () => {
  it('gives five of forty at once the five places, and the others a reason', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => make(wish(freshNumber()))))
    const won = outcomes.filter((one) => one.ok)
    const lost = outcomes.filter((one) => !one.ok)
    expect(won).toHaveLength(5)
    expect(new Set(lost.map((one) => (one.ok ? '' : one.error.en)))).toEqual(
      new Set(['Somebody took the last place at that time. Choose another time.']),
    )
    const left = await open({ office: 'makkah-passports', section: 'all' })
    expect(left.some((one) => one.time === '09:00')).toBe(false)
    expect(await dayList(at.db, { office: 'makkah-passports', day: wednesday })).toHaveLength(5)
  })

  it('twice is once', async () => {
    const it = wish(freshNumber(), { slot: { day: wednesday, time: '10:00' } })
    const [one, two] = await Promise.all([make(it), make(it)])
    expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true)
    const slots = await open({ office: 'makkah-passports', section: 'all' })
    expect(slots.find((slot) => slot.time === '10:00')?.left).toBe(4)
    const other = await make({ ...it, slot: { day: wednesday, time: '10:30' } })
    expect(other.ok ? '' : other.error.en).toContain('already have an appointment')
  })

  it('refuses what the office does not offer, and two places at one time', async () => {
    const person = freshNumber()
    for (const wrong of [
      { slot: { day: day('2026-11-27'), time: '09:00' } },
      { slot: { day: wednesday, time: '09:10' } },
      { slot: { day: day('2026-11-23'), time: '10:30' } },
      { office: 'nowhere' },
      { purpose: 'haircut' },
      { office: 'diriyah-civil-affairs', section: 'men' as const },
    ]) {
      const outcome = await make(wish(person, wrong))
      expect(outcome.ok ? '' : outcome.error.en).toContain('does not offer')
    }
    await made(wish(person, { slot: { day: wednesday, time: '11:00' } }))
    const clash = await make(
      wish(person, { office: 'taif-passports', slot: { day: wednesday, time: '11:00' } }),
    )
    expect(clash.ok ? '' : clash.error.en).toContain('another appointment')
    expect((await open()).find((one) => one.time === '11:00' && one.section === 'all')?.left).toBe(3)
  })
})

describe('an appointment', () => {
  it('is moved, and its old place is free again', async () => {
    const person = freshNumber()
    const old = await made(wish(person, { slot: { day: wednesday, time: '12:00' } }))
    const move = (office: string, time: string) =>
      transact(at.db, (tx) =>
        rebook(tx, {
          person,
          id: old.id,
          office,
          section: 'women',
          slot: { day: wednesday, time },
          at: at.clock.now(),
        }),
      )
    expect(await move('taif-passports', '12:30')).toMatchObject({
      ok: true,
      value: { id: old.id, time: '12:30' },
    })
    expect(await move('taif-passports', '12:30')).toMatchObject({ ok: true })
    expect((await move('taif-passports', '23:00')).ok).toBe(false)
    const makkah = await open({ office: 'makkah-passports', section: 'all' })
    expect(makkah.find((one) => one.time === '12:00')?.left).toBe(5)
    const taif = await open({ section: 'women' })
    expect(taif.find((one) => one.time === '12:30')?.left).toBe(2)
    expect(
      (await dayList(at.db, { unit: 'passports', office: 'taif-passports', day: wednesday })).map(
        (one) => one.time,
      ),
    ).toContain('12:30')
  })

  it('is cancelled once, kept once, and found by who booked it', async () => {
    const person = freshNumber()
    const child = freshNumber()
    const one = await made(wish(person, { subject: child, slot: { day: wednesday, time: '13:00' } }))
    const cancel = () =>
      transact(at.db, (tx) => cancelBooking(tx, { person, id: one.id, at: at.clock.now() }))
    await cancel()
    await cancel()
    const slots = await open({ office: 'makkah-passports', section: 'all' })
    expect(slots.find((slot) => slot.time === '13:00')?.left).toBe(5)
    const two = await made(wish(person, { subject: child, slot: { day: wednesday, time: '13:00' } }))
    const keep = () =>
      transact(at.db, (tx) => keepAppointment(tx, { person, id: two.id, at: at.clock.now() }))
    expect(await keep()).toBe(true)
    expect(await keep()).toBe(false)
    await cancel()
    expect((await appointmentsOf(at.db, person)).map((it) => [it.subject, it.state])).toEqual([
      [child, 'kept'],
      [child, 'cancelled'],
    ])
    expect(await findAppointment(at.db, child, two.id)).toBeUndefined()
  })

  it('is reminded of a day before, once, and missed when nobody came', async () => {
    const local = await testPlatform()
    await enterOffices(local.db, offices)
    const person = await aPerson(local.db)
    const outcome = await transact(local.db, (tx) => book(tx, wish(person)))
    if (!outcome.ok) throw new Error(outcome.error.en)
    const notices = async () =>
      (
        await local.db
          .selectFrom('notice')
          .select('title')
          .where('person_id', '=', person)
          .orderBy('id')
          .execute()
      ).map((one) => one.title.en)
    await local.runJobs()
    expect(await notices()).toEqual([])
    local.clock.set('2026-11-24T06:00:00Z')
    await local.runJobs()
    expect(await notices()).toEqual(['Your appointment'])
    local.clock.set('2026-11-25T21:00:00Z')
    await local.runJobs()
    expect(await notices()).toEqual(['Your appointment', 'You missed your appointment'])
    expect((await findAppointment(local.db, person, outcome.value.id))?.state).toBe('missed')
  })
})
