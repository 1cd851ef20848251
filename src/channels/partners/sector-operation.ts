import { z } from 'zod'
import { describedForm } from '#channels/api/form-schema.ts'
import { type Operation, operation } from '#channels/api/operation.ts'
import { dayOf } from '#kernel/day.ts'
import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { OperationDefinition } from '#platform/catalogue/operation.ts'
import { transact } from '#platform/database/transact.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import type { Form } from '#platform/forms/field.ts'
import { parseForm } from '#platform/forms/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { tags } from './tags.ts'

/** Thrown to roll a transaction back. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

export const sectorOperation = (platform: Platform, it: OperationDefinition): Operation =>
  operation({
    id: it.slug,
    method: 'POST',
    path: it.path,
    tag: tags.sectors,
    title: it.title,
    summary: it.summary,
    access: { scope: it.scope },
    body: z.record(z.string().max(64), z.unknown()),
    bodySchema: describedForm(it.input),
    answer: {
      status: 200,
      description: { ar: 'تمّ', en: 'Done' },
      schema: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const parsed = parseForm(it.input, body, { today: dayOf(platform.clock.now()), options: {} })
      if (!parsed.ok) return err(problems.answersWrong(parsed.error))
      const done = await inOneTransaction(platform, async (tx) => {
        const ran = await it.run({ tx, clock: platform.clock, client: principal.client }, parsed.value)
        if (ran.ok)
          await followRegistry(tx, platform, personsIn(it.input, parsed.value), platform.clock.now())
        return ran
      })
      return done.ok ? ok({ body: { ...done.value } }) : done
    },
  })

/** The persons that an operation is about, by the fields that name them. */
const personsIn = ({ fields }: Form, answers: Readonly<Record<string, unknown>>): PersonNumber[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = answers[name]
    if (field.kind !== 'personNumber' || typeof value !== 'string') return []
    const person = parsePersonNumber(value)
    return person.ok ? [person.value] : []
  })

/** Runs it in a transaction that a problem rolls back. */
async function inOneTransaction<T>(
  { db }: Pick<Platform, 'db'>,
  work: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  try {
    return await transact(db, async (tx) => {
      const done = await work(tx)
      if (!done.ok) throw new Refused(done.error)
      return done
    })
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}
