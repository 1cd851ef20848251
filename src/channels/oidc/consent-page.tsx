import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Facts } from '#channels/face/facts.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Site } from '#platform/oidc/site.ts'
import { tell, words } from './words.ts'

interface ConsentPageProps {
  readonly visit: Visit
  readonly site: Site
  readonly action: string
  /** What the site will see, as it stands now. */
  readonly shared: readonly Fact[]
  readonly until: Date
}

/** What a site asks for, with what it would get this very moment, and for how long. */
export function ConsentPage({ visit, site, action, shared, until }: ConsentPageProps) {
  const { locale } = visit
  const name = { site: site.name[locale], purpose: site.purpose[locale] }
  return (
    <form class="sheet stack narrow" method="post" action={action}>
      <h1>{tell('signInTo', locale, name)}</h1>
      <p class="lead">{tell(shared.length ? 'asks' : 'asksNothing', locale, name)}</p>
      {shared.length > 0 && (
        <section class="stack">
          <h2>{tell('shared', locale)}</h2>
          <Facts facts={shared} locale={locale} />
        </section>
      )}
      {!shared.some(({ key }) => key === 'person') && <p>{tell('noNumber', locale)}</p>}
      <p>{tell('nothingElse', locale)}</p>
      <p>{tell('until', locale)}</p>
      <Facts
        facts={[{ key: 'until', label: words.untilLabel, value: v.day(dayOf(until)) }]}
        locale={locale}
      />
      <HiddenInputs values={{ _csrf: visit.csrf }} />
      <div class="row">
        <Button name="decision" value="allow">
          {tell('allow', locale)}
        </Button>
        <Button look="quiet" name="decision" value="refuse">
          {tell('refuse', locale)}
        </Button>
      </div>
    </form>
  )
}

/** Asks for a new sign-in because the site wants a fresh one. */
export function SignInAgainPage({
  visit,
  site,
  action,
}: Pick<ConsentPageProps, 'visit' | 'site' | 'action'>) {
  const { locale } = visit
  const name = { site: site.name[locale] }
  return (
    <form class="sheet stack narrow" method="post" action={action}>
      <h1>{tell('signInTo', locale, name)}</h1>
      <p class="lead">{tell('againWhy', locale, name)}</p>
      <HiddenInputs values={{ _csrf: visit.csrf }} />
      <div class="row">
        <Button>{tell('again', locale)}</Button>
        <Button look="quiet" name="decision" value="refuse">
          {tell('back', locale, name)}
        </Button>
      </div>
    </form>
  )
}
