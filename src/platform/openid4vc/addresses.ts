import type { Platform } from '#platform/platform.ts'

/** Below which everything lies that wallets of others speak to. */
export const base = '/credentials'

/** The identifier of the issuer (OpenID4VCI 1.0, section 12.2.1): its metadata lie at a known place before it. */
export const issuerOf = ({ config }: { readonly config: Pick<Platform['config'], 'origin'> }): string =>
  `${config.origin}${base}`

/** What a credential of a kind is called (`vct`), an address that tells more about it. */
export const typeOf = (
  platform: { readonly config: Pick<Platform['config'], 'origin'> },
  document: string,
): string => `${issuerOf(platform)}/types/${document}`

/** The kind behind such a name; nothing for one that is not ours. */
export function documentOfType(
  platform: { readonly config: Pick<Platform['config'], 'origin'> },
  type: unknown,
): string | undefined {
  const start = `${issuerOf(platform)}/types/`
  return typeof type === 'string' && type.startsWith(start) ? type.slice(start.length) : undefined
}
