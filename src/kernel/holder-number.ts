import { type EstablishmentNumber, establishmentNumber } from './establishment-number.ts'
import { type PersonNumber, personNumber } from './person-number.ts'

/** Whose a request, a bill or a delegation is: a person's or an establishment's. */
export type HolderNumber = PersonNumber | EstablishmentNumber

/** A number that begins with 7 is an establishment's (register F-04), any other a person's. */
export const isEstablishment = (number: HolderNumber): number is EstablishmentNumber => number.startsWith('7')

/** For what was written by the platform itself. @throws when it is neither a person's number nor an establishment's */
export const holderNumber = (input: string): HolderNumber =>
  input.startsWith('7') ? establishmentNumber(input) : personNumber(input)
