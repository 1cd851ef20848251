import type { FastifyInstance } from 'fastify'
import { asset, assetBytes } from '#channels/face/assets.ts'
import { type KeeperPlan, keeperPlan, keeperScript } from '#channels/face/keeper.ts'
import { type Locale, locales } from '#kernel/text.ts'
import { statusListAddress } from '#platform/documents/status.ts'
import type { Platform } from '#platform/platform.ts'
import { appPolicy, workerPolicy } from './app-policy.ts'
import { appFiles, appPaths, manifestOf } from './app-shell.tsx'
import { knownDocuments } from './known-documents.ts'

const script = 'text/javascript; charset=utf-8'

/** What the verifier fetches besides its page: how it is kept on a device, and what it judges by. */
export function appRoutes(
  app: FastifyInstance,
  { db, catalogue, config }: Pick<Platform, 'db' | 'catalogue' | 'config'>,
  /** The page as a device keeps it, in each language. */
  shell: (locale: Locale) => Uint8Array,
): void {
  const known = knownDocuments(catalogue)

  app.get(appPaths.words, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(known),
  )

  // The date of this answer is what a device compares its clock with: nobody keeps it.
  app.get(appPaths.lists, async (_request, reply) => {
    const lists = await db.selectFrom('status_list').select('id').orderBy('id').execute()
    return reply
      .header('cache-control', 'no-store')
      .send({ lists: lists.map(({ id }) => statusListAddress(config.origin, id)) })
  })

  app.get<{ Querystring: { lang?: string } }>(appPaths.manifest, async (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send(JSON.stringify(manifestOf(locales.find((one) => one === request.query.lang) ?? 'ar'))),
  )

  // Under the verifier's own path and not under /assets: a worker's script has a policy of its own, and is
  // kept by the keeper of its path.
  app.get(appPaths.decoder, async (_request, reply) =>
    reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': workerPolicy })
      .type(script)
      .send(Buffer.from(assetBytes('decoder.js'))),
  )

  let keeper: string | undefined
  app.get(appPaths.keeper, async (_request, reply) => {
    keeper ??= keeperScript('keeper.js', planOf(shell))
    return reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': workerPolicy,
        'service-worker-allowed': appPaths.page,
      })
      .type(script)
      .send(keeper)
  })
}

function planOf(shell: (locale: Locale) => Uint8Array): KeeperPlan {
  const pages = locales.map((locale) => `${appPaths.page}?lang=${locale}`)
  const made = [asset('decoder.js'), appPolicy, ...locales.map(shell)]
  return keeperPlan({ files: appFiles(), pages }, made)
}
