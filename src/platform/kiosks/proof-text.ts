/** What a device shows that it holds its key for; a proof of one is none of another. */
export type Purpose = 'enrol' | 'heartbeat' | 'session'

/** What a device signs (ECDSA P-256, SHA-256): at enrolment over the code, later over a challenge. */
export const proofText = (purpose: Purpose, kiosk: string, challenge: string): string =>
  `diwan-kiosk:1:${purpose}:${kiosk}:${challenge}`
