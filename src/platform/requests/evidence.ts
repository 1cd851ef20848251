import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { mayHandle } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { transact } from '#platform/database/transact.ts'
import { readFile } from '#platform/files/file.ts'
import type { FileAnswer } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { byOf, type CaseRow, type Engine, openCase } from './case.ts'
import { findOfficeCase, type OfficeCaseKey, peopleOf } from './office.ts'

/** The files that were sent with a request, by the field that asked for each. */
export function filesOf(
  service: Pick<ServiceDefinition, 'form'>,
  row: Pick<CaseRow, 'answers'>,
): readonly (FileAnswer & { readonly field: string })[] {
  return Object.entries(service.form.fields).flatMap(([field, { kind }]) => {
    const answer = row.answers[field]
    return kind === 'file' && isFile(answer) ? [{ ...answer, field }] : []
  })
}

/** A file of a case, for an officer who may handle that case. Every look is in the log of whose case it is. */
export async function readEvidence(
  platform: Engine & Pick<Platform, 'files'>,
  principal: Principal,
  key: OfficeCaseKey,
  file: string,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof readFile>>>, Problem>> {
  const found = await findOfficeCase(platform, key)
  if (!found) return err(problems.notFound)
  const owner = await transact(platform.db, async (tx) => {
    const of = { person: found.applicant, id: found.request_id }
    const it = await openCase(platform, tx, of, byOf(principal, 'officer'))
    if (!it) return err(problems.notFound)
    const allowed = await mayHandle(tx, principal, { unit: key.unit, people: peopleOf(it) })
    if (!allowed.ok) return allowed
    if (!filesOf(it.service, it.row).some((one) => one.file === file)) return err(problems.notFound)
    const entry = {
      by: principal,
      action: 'file.read',
      about: it.row.reference,
      ground: 'officer',
      at: it.at,
    }
    await record(tx, { ...entry, subject: it.applicant })
    return ok(it.row.person_id)
  })
  if (!owner.ok) return owner
  const read = await readFile(platform, owner.value, file)
  return read ? ok(read) : err(problems.notFound)
}

const isFile = (answer: unknown): answer is FileAnswer =>
  typeof answer === 'object' && answer !== null && 'file' in answer && typeof answer.file === 'string'
