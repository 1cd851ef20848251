import type { HolderNumber } from '#kernel/holder-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { transact } from '#platform/database/transact.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { advance } from './advance.ts'
import { type Engine, openCase, saveCase, stepOf } from './case.ts'
import type { OutsideFacts } from './case-file.ts'
import { reject } from './end.ts'

/** What an outside system said, once for each step: later words for the same step change nothing. */
export async function outsideAnswered(
  engine: Engine,
  key: { readonly person: HolderNumber; readonly request: string; readonly step: string },
  answer:
    | { readonly kind: 'done'; readonly facts?: OutsideFacts }
    | { readonly kind: 'accepted' }
    | { readonly kind: 'refused'; readonly because: Text },
): Promise<Result<void, Problem>> {
  return transact(engine.db, async (tx) => {
    const it = await openCase(engine, tx, { person: key.person, id: key.request }, { kind: 'system' })
    if (!it) return err(problems.notFound)
    const step = stepOf(it.service, key.step)
    if (step?.kind !== 'integration') return err(problems.notFound)
    if (it.state().status !== 'in-progress' || it.state().step !== step.id) return ok(undefined)
    switch (answer.kind) {
      case 'accepted':
        it.add({ type: 'accepted-outside', step: step.id })
        break
      case 'done':
        it.add({
          type: 'done-outside',
          step: step.id,
          ...(answer.facts ? { facts: answer.facts } : {}),
        })
        await advance(it)
        break
      case 'refused':
        it.add({ type: 'refused-outside', step: step.id, because: answer.because })
        await reject(it, answer.because)
    }
    await saveCase(it)
    return ok(undefined)
  })
}
