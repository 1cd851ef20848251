import type { KoaContextWithOIDC } from 'oidc-provider'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { findSite } from '#platform/oidc/site.ts'
import type { Platform } from '#platform/platform.ts'
import { routes } from './addresses.ts'
import { showPage } from './page.tsx'
import type { Pages } from './provider.ts'
import { tell } from './words.ts'

/** The pages of the provider, in the portal's look. */
export const providerPages = (platform: Platform): Pages => ({
  failed: (ctx, code) =>
    showPage(platform, ctx, ({ locale }) => ({
      title: tell('failed', locale),
      children: (
        <div class="stack narrow">
          <h1>{tell('failed', locale)}</h1>
          <p class="lead">{tell('failedLead', locale)}</p>
          <p class="text-sm">
            {tell('failedCode', locale)} <Ltr>{code}</Ltr>
          </p>
        </div>
      ),
    })),

  async signOut(ctx) {
    const site = await siteOf(platform, ctx)
    const secret = ctx.oidc.session?.state?.secret
    if (typeof secret !== 'string') throw new Error('The provider asks without its own token.')
    await showPage(platform, ctx, ({ locale }) => {
      const title = site ? tell('signOutOf', locale, { site: site.name[locale] }) : tell('signOut', locale)
      return {
        title,
        children: (
          <form class="sheet stack narrow" method="post" action={`${routes.end_session}/confirm`}>
            <h1>{title}</h1>
            <p>{tell('signOutWhy', locale)}</p>
            <HiddenInputs values={{ xsrf: secret }} />
            <div class="row">
              <Button name="logout" value="yes">
                {tell('signOutAll', locale)}
              </Button>
              <Button look="quiet">{tell('signOutOne', locale)}</Button>
            </div>
          </form>
        ),
      }
    })
  },

  signedOut: (ctx) =>
    showPage(platform, ctx, ({ locale }) => ({
      title: tell('signedOut', locale),
      children: (
        <div class="stack narrow">
          <h1>{tell('signedOut', locale)}</h1>
          <p class="lead">{tell('signedOutLead', locale)}</p>
        </div>
      ),
    })),
})

const siteOf = async ({ db }: Platform, { oidc }: KoaContextWithOIDC) =>
  oidc.client ? findSite(db, oidc.client.clientId) : undefined
