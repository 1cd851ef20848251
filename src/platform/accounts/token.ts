import { createHash } from 'node:crypto'

/** What the database keeps of a token: enough to know it again, too little to use it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
