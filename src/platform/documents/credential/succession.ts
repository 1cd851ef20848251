import type { CheckSignature } from './opened.ts'
import { member, signedByRoot, type TrustRoot, trustRootOf } from './signed-by-root.ts'

/** No root has so many before it: of a longer answer only the newest are read. */
const most = 100

/**
 * The root that stands today, found from one that was kept: each root signed who comes after it, oldest first. What
 * others signed is passed over, so that nobody but the root that is kept names its successor. Never throws.
 */
export async function followRoot(
  kept: TrustRoot,
  published: unknown,
  check: CheckSignature,
): Promise<TrustRoot> {
  const said = member(published, 'succession')
  let root = kept
  for (const jws of Array.isArray(said) ? said.slice(-most) : []) {
    const named = typeof jws === 'string' ? await successorIn(jws, root, check) : undefined
    if (named) root = named
  }
  return root
}

async function successorIn(
  jws: string,
  root: TrustRoot,
  check: CheckSignature,
): Promise<TrustRoot | undefined> {
  const signed = await signedByRoot(jws, 'trust-succession+jwt', root, check)
  return signed.ok ? trustRootOf(member(signed.value, 'root')) : undefined
}
