import { plural } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import { Button } from './button.tsx'
import { icon } from './icon.tsx'
import type { PageProps } from './layout.tsx'
import { LogoMark } from './logo.tsx'
import { fill, messagesFor } from './messages.ts'
import { inLanguage, paths } from './paths.ts'

/** The first of the header, the same for everybody: the name of the place and the search. */
export function Brand({
  locale,
  section,
}: {
  readonly locale: Locale
  readonly section: PageProps['section']
}) {
  const m = messagesFor(locale)
  const homes = { portal: paths.home, office: paths.office, verify: paths.verify, sandbox: paths.sandbox }
  return (
    <>
      <a class="brand" href={homes[section]} aria-label={m.header.home}>
        <LogoMark />
        <span class="brand-word">{m.name}</span>
        {m.sections[section] && <span class="brand-section">{m.sections[section]}</span>}
      </a>
      {section === 'portal' && (
        <a class="chrome-item" href={paths.search} aria-label={m.header.search}>
          {icon('search')}
          <span class="hidden md:inline">{m.header.search}</span>
        </a>
      )}
    </>
  )
}

/** For whom the reader acts, on every page while they do: the switch to another, and the one click that ends it. */
export function Acting({ locale, acting, csrf }: PageProps) {
  if (!acting) return null
  const m = messagesFor(locale).acting
  const atWork = acting.kind === 'establishment'
  const words = acting.right === 'over' ? m.over : atWork ? m.workspace : m.now
  return (
    <aside class="acting" aria-label={m.label}>
      <div class="page">
        {icon(atWork ? 'building-2' : 'user-round-check')}
        <p class="acting-words">
          {fill(words, { name: acting.name })}
          {atWork && acting.right !== 'over' && <span class="acting-right">{m.rights[acting.right]}</span>}
        </p>
        <a class="btn btn-quiet" href={paths.business}>
          {icon('arrow-left-right')}
          {m.switch}
        </a>
        <form method="post" action={paths.stopActing}>
          {csrf && <input type="hidden" name="_csrf" value={csrf} />}
          <Button look="quiet">{atWork ? m.leave : m.stop}</Button>
        </form>
      </div>
    </aside>
  )
}

/** The rest of the header, which depends on who reads and where. */
export function HeaderActions(props: PageProps) {
  const { locale, path, principal, theme } = props
  const m = messagesFor(locale)
  const other: Locale = locale === 'ar' ? 'en' : 'ar'
  const unread = principal?.unread ?? 0
  return (
    <>
      {principal && principal.unread !== undefined && (
        <a
          class="chrome-item"
          href={paths.inbox}
          aria-label={unread ? plural(locale, unread, m.header.inboxUnread) : m.header.inbox}
        >
          {icon('bell')}
          {unread > 0 && <span class="count">{unread > 99 ? '99+' : unread}</span>}
        </a>
      )}
      <a
        class="chrome-item"
        href={inLanguage(path, other)}
        hreflang={other}
        lang={other}
        dir={other === 'ar' ? 'rtl' : 'ltr'}
        aria-label={m.otherLanguage}
      >
        <span class="hidden sm:inline">{m.otherLanguage}</span>
        <span class="font-semibold sm:hidden">{other === 'ar' ? 'ع' : 'EN'}</span>
      </a>
      <form class="hidden md:block" method="post" action={paths.theme} data-theme-form>
        <input type="hidden" name="back" value={path} />
        <button
          type="submit"
          class="chrome-item theme-dark"
          name="theme"
          value="dark"
          aria-label={m.theme.toDark}
        >
          {icon('moon')}
        </button>
        <button
          type="submit"
          class="chrome-item theme-light"
          name="theme"
          value="light"
          aria-label={m.theme.toLight}
        >
          {icon('sun')}
        </button>
      </form>
      {principal ? <AccountMenu {...props} name={principal.name} theme={theme} /> : <Enter {...props} />}
    </>
  )
}

function Enter({ locale, section, path }: PageProps) {
  if (section === 'verify' || section === 'sandbox') return null
  return (
    <a
      class="chrome-item chrome-enter"
      href={section === 'office' ? paths.officeSignIn : `${paths.signIn}?next=${encodeURIComponent(path)}`}
    >
      {messagesFor(locale).header.signIn}
    </a>
  )
}

function AccountMenu({
  locale,
  section,
  name,
  csrf,
  acting,
}: PageProps & { readonly name?: string | undefined }) {
  const m = messagesFor(locale).header
  const items =
    section === 'office' || acting
      ? []
      : ([
          ['clipboard-list', m.requests, paths.requests],
          ['id-card', m.documents, paths.documents],
          ['eye', m.access, paths.access],
          ['users-round', m.family, paths.family],
          ['handshake', m.delegations, paths.delegations],
          ['building-2', m.business, paths.business],
          ['shield-check', m.settings, paths.settings],
        ] as const)
  return (
    <details class="drop">
      <summary class="chrome-item" aria-label={name ? `${m.account}: ${name}` : m.account}>
        {icon('circle-user-round')}
        <span class="hidden max-w-40 truncate md:inline">{name ?? m.account}</span>
        {icon('chevron-down', { class: 'hidden md:inline' })}
      </summary>
      <div class="drop-panel">
        {name && <p class="px-3 py-2 font-semibold">{name}</p>}
        <ul>
          {items.map(([mark, words, href]) => (
            <li key={href}>
              <a class="drop-item" href={href}>
                {icon(mark)}
                {words}
              </a>
            </li>
          ))}
          <li>
            <form method="post" action={section === 'office' ? paths.officeSignOut : paths.signOut}>
              {csrf && <input type="hidden" name="_csrf" value={csrf} />}
              <button type="submit" class="drop-item">
                {icon('log-out')}
                {m.signOut}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  )
}
