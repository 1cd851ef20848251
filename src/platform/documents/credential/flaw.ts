/** Why a code is not one of ours. None of them says anything about the document that it claims to be. */
export const flaws = [
  /** Not the bytes of any credential. */
  'malformed',
  /** It ends before it is complete. */
  'truncated',
  /** The packing's checksum is wrong: bytes changed on the way. */
  'damaged',
  /** Longer than any code, or it unpacks to more than any credential. */
  'too-long',
  /** A map that names one key twice, so that two readers could read two things. */
  'duplicate-key',
  'wrong-algorithm',
  'unknown-key',
  'retired-key',
  /** A key of ours, but one that does not sign such documents. */
  'wrong-key',
  /** The signature does not fit: something was changed and packed anew. */
  'tampered',
  /** A live code that no device's key was named for. */
  'not-for-a-device',
  /** A live code that another device signed. */
  'wrong-device',
  /** A copy that only a live code may show was shown without one: a picture of a screen. */
  'not-live',
  /** A live code that was signed too long ago: a picture of a screen, or a slow clock. */
  'stale',
  /** A live code that is yet to be signed: one of the two clocks is wrong. */
  'clock-ahead',
  /** A live code that another reader has seen already, or this one: a picture of a screen. */
  'replayed',
  /** Its place in the status list is another document's. */
  'wrong-place',
] as const
export type Flaw = (typeof flaws)[number]
