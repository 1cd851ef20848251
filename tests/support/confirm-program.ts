import type { FastifyInstance } from 'fastify'
import type { PersonNumber } from '#kernel/person-number.ts'
import { lastCode, testPassword } from './accounts.ts'
import type { TestPlatform } from './platform.ts'
import { aProgram, type Program } from './program.ts'

/** Confirms what an answer asked to be confirmed, as its document says, and answers the program under its new token. */
export async function confirmByProgram(
  { sent, runJobs }: Pick<TestPlatform, 'sent' | 'runJobs'>,
  app: FastifyInstance,
  program: Program,
  { person, what }: { readonly person: PersonNumber; readonly what: { act: string; object: string } },
): Promise<Program> {
  const begun = await program.call('begin-confirmation', { body: { ...what, password: testPassword } })
  if (begun.status !== 204) throw new Error(JSON.stringify(begun.body))
  await runJobs()
  const code = lastCode(sent.sms, person)
  const done = await program.call('complete-confirmation', { body: { ...what, code } })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  return aProgram(app, '/api/v1/openapi.json', done.body.token)
}
