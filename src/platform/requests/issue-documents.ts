import { issue } from '#platform/documents/issue.ts'
import { type Case, personOf } from './case.ts'
import type { DocumentRef } from './case-file.ts'

/** Issues what a service promises for this ending; each goes to the holder that the definition names. */
export async function issueDocuments(
  it: Case,
  ending: 'fulfilled' | 'rejected',
): Promise<readonly DocumentRef[]> {
  const issued: DocumentRef[] = []
  for (const { document: name, to, about, on = 'fulfilled' } of it.service.documents ?? []) {
    if (on !== ending && on !== 'decided') continue
    const definition = it.engine.catalogue.document(name)
    if (!definition) throw new Error(`unknown document ${name}`)
    const holder = personOf(it, to ?? 'applicant')
    const document = await issue(it.tx, it.engine, {
      definition,
      person: holder,
      subjectId: about === 'request' ? it.row.id : it.row.subject_id,
      at: it.at,
    })
    issued.push({ id: document.id, document: name, holder })
  }
  return issued
}
