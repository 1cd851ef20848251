/** What a phone shows that it holds its key for; a proof of one is none of another. */
export type Purpose = 'enrol' | 'look' | 'carry' | 'leave'

/** What a phone signs (ES256): under which key, named by its thumbprint (RFC 7638), and the challenge. */
export const proofText = (purpose: Purpose, key: string, challenge: string): string =>
  `diwan-wallet:1:${purpose}:${key}:${challenge}`
