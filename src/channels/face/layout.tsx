import { type ComponentChildren, Fragment, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Locale } from '#kernel/text.ts'
import type { ForEstablishment } from '#platform/authority/principal.ts'
import { asset } from './assets.ts'
import { ContactCentre, Foot, FooterLinks } from './footer.tsx'
import { Acting, Brand, HeaderActions } from './header.tsx'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'
import { paths } from './paths.ts'
import type { Theme } from './preferences.ts'
import { Refreshing } from './refreshing.tsx'

export interface NavLink {
  readonly label: string
  readonly href: string
  readonly current?: boolean
}

/** For whom somebody acts, as the pages show it. */
export type ActingView =
  | { readonly kind: 'person'; readonly name: string; readonly right: 'person' | 'over' }
  | {
      readonly kind: 'establishment'
      readonly name: string
      readonly right: ForEstablishment['right']['as']
    }

export interface PageProps {
  readonly locale: Locale
  readonly theme: Theme
  /** The address that shows this page by GET, with its query: for the language switch and the way back. */
  readonly path: string
  readonly title: string
  readonly description?: string
  readonly section: 'portal' | 'office' | 'verify' | 'sandbox'
  /** Who is signed in, as the header shows them; absent: nobody. `unread` absent: no inbox in this section. */
  readonly principal?:
    | { readonly name?: string | undefined; readonly unread?: number | undefined }
    | undefined
  /** For whom the reader acts now, and by what right; `over`: it has ended meanwhile. */
  readonly acting?: ActingView | undefined
  readonly now: Date
  /** The sandbox is on: the page says so. */
  readonly demo: boolean
  /** Links under the header. */
  readonly nav?: readonly NavLink[]
  /** For the sign-out form. */
  readonly csrf?: string | undefined
  /** Uses the width of the desk: officers' queues and cases. */
  readonly wide?: boolean
  /** Elements for the page's head: what makes it an app that can be kept. */
  readonly head?: VNode
  /** The device keeps the page: nothing stands on it that is true for an hour only. */
  readonly still?: boolean
  /** Asks the browser to look again after so many seconds, when there is no JavaScript. */
  readonly refreshSeconds?: number
  readonly children: ComponentChildren
}

const encoder = new TextEncoder()
const bytes = (html: string | VNode): Uint8Array =>
  encoder.encode(typeof html === 'string' ? html : renderToString(html))

/** What is the same on every page of a language and a section: rendered once, kept as bytes. */
function fixedParts(locale: Locale, section: PageProps['section']) {
  const m = messagesFor(locale)
  const font = (name: string) =>
    `<link rel="preload" as="font" type="font/woff2" crossorigin href="${asset(name)}">`
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no"><link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}">${font(`ibm-plex-sans-arabic-${locale === 'ar' ? 'arabic' : 'latin'}-400-normal.woff2`)}<link rel="stylesheet" href="${asset('face.css')}"><script type="module" src="${asset('face.js')}"></script>`
  return {
    head: bytes(head),
    skip: bytes(`<body><a class="skip" href="#main">${m.skip}</a>`),
    ribbon: bytes(
      <aside class="ribbon" aria-label={m.demoLabel}>
        <p class="page">
          {icon('flask-conical')}
          <span>
            {m.demo} <a href={paths.sandbox}>{m.demoLink}</a>
          </span>
        </p>
      </aside>,
    ),
    brand: bytes(<Brand locale={locale} section={section} />),
    footerLinks: bytes(<FooterLinks locale={locale} />),
  }
}

const kept = new Map<string, ReturnType<typeof fixedParts>>()

function partsOf(locale: Locale, section: PageProps['section']): ReturnType<typeof fixedParts> {
  const key = `${locale} ${section}`
  const known = kept.get(key)
  if (known) return known
  const made = fixedParts(locale, section)
  kept.set(key, made)
  return made
}

const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** A whole page as UTF-8 bytes; send it as `text/html; charset=utf-8`. */
export function renderPage(props: PageProps): Uint8Array {
  const { locale, theme, title, description, demo, wide } = props
  const m = messagesFor(locale)
  const fixed = partsOf(locale, props.section)
  const width = wide ? 'page page-wide' : 'page'
  const fullTitle = title === m.name ? `${m.name}: ${m.tagline}` : `${title} · ${m.name}`
  const chosen = theme === 'auto' ? '' : ` data-theme="${theme}"`
  return Buffer.concat([
    bytes(`<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"${chosen}><head>`),
    fixed.head,
    bytes(
      `<title>${escapeText(fullTitle)}</title>${
        description ? `<meta name="description" content="${escapeText(description)}">` : ''
      }${
        props.refreshSeconds
          ? `<noscript><meta http-equiv="refresh" content="${props.refreshSeconds}"></noscript>`
          : ''
      }`,
    ),
    props.head ? bytes(props.head) : bytes(''),
    bytes('</head>'),
    fixed.skip,
    demo ? fixed.ribbon : bytes(''),
    props.acting ? bytes(<Acting {...props} />) : bytes(''),
    bytes(`<header class="chrome-header"><div class="${width}"><div class="chrome-bar">`),
    fixed.brand,
    bytes(<HeaderActions {...props} />),
    bytes('</div>'),
    props.nav?.length ? bytes(<Nav label={m.header.nav} links={props.nav} />) : bytes(''),
    bytes(`</div></header><main id="main" tabindex="-1"><div class="${width}">`),
    bytes(
      props.refreshSeconds ? (
        <Refreshing locale={locale} seconds={props.refreshSeconds}>
          {props.children}
        </Refreshing>
      ) : (
        <Fragment>{props.children}</Fragment>
      ),
    ),
    bytes(
      `</div></main><footer class="chrome-footer"><div class="${width}"><nav class="footer-grid" aria-label="${m.footer.label}">`,
    ),
    props.still ? bytes('') : bytes(<ContactCentre locale={locale} now={props.now} />),
    fixed.footerLinks,
    bytes('</nav>'),
    bytes(<Foot {...props} />),
    bytes('</div></footer></body></html>'),
  ])
}

const Nav = ({ label, links }: { readonly label: string; readonly links: readonly NavLink[] }) => (
  <nav class="chrome-nav" aria-label={label}>
    {links.map((link) => (
      <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
        {link.label}
      </a>
    ))}
  </nav>
)
