/** How a device's clock stood to the server's when they were last compared. */
export interface Measured {
  /** Milliseconds to add to the device's time. */
  readonly skew: number
  /** The device's time less the time that its page has run: it changes when somebody sets the clock. */
  readonly anchor: number
}

/** What a device says: the time of day, and how long its page has run; both in milliseconds. */
export interface DeviceTime {
  readonly now: number
  readonly run: number
}

/** A server's header has whole seconds, and its way takes time: less than this is no difference. */
const blur = 3_000
/** From here on a person should set their clock. */
const worthNaming = 60_000

/** Compares at the answer to a request; nothing when the header is no date. */
export function measure(header: string | null, sent: number, { now, run }: DeviceTime): Measured | undefined {
  const server = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(server)) return undefined
  // On average the second was half over, and the answer half its way old.
  const skew = server + 500 - (sent + now) / 2
  return { skew: Math.abs(skew) < blur ? 0 : Math.round(skew), anchor: now - run }
}

/** The time by the server as far as it is known; the device's own once its clock was set, or nothing was measured. */
export const timeBy = (measured: Measured | undefined, { now, run }: DeviceTime): Date =>
  new Date(now + (measured && Math.abs(now - run - measured.anchor) < blur ? measured.skew : 0))

/** By how many minutes a clock is off, so far that it should be set: positive when it is slow. */
export const minutesOff = (measured: Pick<Measured, 'skew'> | undefined): number | undefined =>
  measured && Math.abs(measured.skew) >= worthNaming ? Math.round(measured.skew / 60_000) : undefined
