import { createHash } from 'node:crypto'
import { assetBytes } from './assets.ts'

/** What a keeper (the service worker of a page) keeps on a device, so that the page opens without a connection. */
export interface KeeperPlan {
  readonly version: string
  readonly files: readonly string[]
  /** The page; in each language, the first one first, when their addresses differ. */
  readonly pages: readonly string[]
}

/**
 * The version changes with the names of the files and any byte of `made`, which has no such name; a browser that
 * sees another one keeps all of it anew.
 */
export function keeperPlan(
  plan: Omit<KeeperPlan, 'version'>,
  made: readonly (string | Uint8Array)[],
): KeeperPlan {
  const hash = createHash('sha256').update(JSON.stringify(plan.files))
  for (const one of made) hash.update(one)
  return { version: hash.digest('base64url').slice(0, 16), ...plan }
}

/** The script of a keeper, with its plan above it. */
export const keeperScript = (script: string, plan: KeeperPlan): string =>
  `self.plan=${JSON.stringify(plan)};\n${Buffer.from(assetBytes(script))}`
