import { err, ok, type Result } from '#kernel/result.ts'
import { forOneself } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { noteView, type Viewed, viewedBy } from '#platform/authority/viewing.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type Carried, carriedBy } from './held.ts'

/**
 * The documents of a relative, to look at and nothing more: no code and no file of them goes out. `id` is what
 * names the relative for this viewer; each document that is seen is a line in its owner’s access log, and so is a look where there is none.
 */
export async function lookAtDocuments(
  platform: Pick<Platform, 'db' | 'clock' | 'catalogue'>,
  principal: Principal,
  id: string,
): Promise<Result<Viewed & { readonly documents: readonly Carried[] }, Problem>> {
  const own = forOneself(principal)
  if (!own.ok) return own
  const { db, clock } = platform
  const viewed = (await viewedBy(platform, own.value.person, 'documents')).find((one) => one.id === id)
  if (!viewed) return err(problems.notFound)
  const documents = await carriedBy(platform, viewed.owner.id)
  const at = clock.now()
  await transact(db, async (tx) => {
    // An ID card’s number is its holder’s, which stands in no log; so its kind is named.
    for (const about of documents.length ? documents.map((one) => one.document) : [undefined])
      await noteView(tx, { owner: viewed.owner.id, by: principal, right: viewed.right, about, at })
  })
  return ok({ ...viewed, documents })
}
