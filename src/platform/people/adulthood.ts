import { addDays, type Day } from '#kernel/day.ts'
import { ageIn, birthdayAt } from '#kernel/hijri.ts'

/** Adulthood, and with it the end of every parent's powers (register F-14), in Hijri years (F-13, assumed). */
export const adulthood = { calendar: 'hijri', age: 18 } as const

/** From this age one has an ID card (register F-14), and is told of what is done about oneself. */
export const cardAge = 15

export const isAdult = (born: Day, today: Day): boolean =>
  ageIn(adulthood.calendar, born, today) >= adulthood.age

/** The last day on which somebody is a minor. */
export const lastDayAsMinor = (born: Day): Day =>
  addDays(birthdayAt(adulthood.calendar, born, adulthood.age), -1)
