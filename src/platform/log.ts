import { type Logger, pino, stdSerializers } from 'pino'
import type { Config } from '#platform/config.ts'

/** Seven digits and more: a person's number, a phone, an IBAN. A database names the values that it refuses. */
const personal = /\d{7,}/g

const blot = (text: unknown): unknown => (typeof text === 'string' ? text.replaceAll(personal, '…') : text)

/** What is written of an error: its kind, its words and where it broke, without anybody's numbers. Words alone stay words. */
export function discreetError(error: unknown): unknown {
  if (!(error instanceof Error)) return blot(String(error))
  const { type, message, stack } = stdSerializers.err(error)
  const code = 'code' in error ? blot(error.code) : undefined
  return { type, message: blot(message), stack: blot(stack), ...(code === undefined ? {} : { code }) }
}

/** The log of the house, to standard error. No personal number ever stands in it. */
export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    { level: logLevel, serializers: { err: discreetError, error: discreetError } },
    pino.destination({ dest: 2, sync: true }),
  )
