/** What other sectors may use of Traffic. */
export { type DrivingLicence, licencesOf } from './registry/licences.ts'
export { type Vehicle, vehiclesOf } from './registry/vehicles.ts'
export { countUnpaid, type Violation, violationsOf } from './registry/violations.ts'
export { noUnpaidViolations } from './rules.ts'
