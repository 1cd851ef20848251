import { dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import { contactCentreOpen, contactCentreOpensAt } from '#kernel/working-time.ts'
import { icon } from './icon.tsx'
import type { PageProps } from './layout.tsx'
import { LogoMark } from './logo.tsx'
import { fill, messagesFor } from './messages.ts'
import { inLanguage, paths } from './paths.ts'
import { themes } from './preferences.ts'

const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Riyadh' })

/** The links of the footer that are the same on every page. */
export function FooterLinks({ locale }: { readonly locale: Locale }) {
  const m = messagesFor(locale).footer
  const links = [
    ['map-pin', m.centres, paths.centres],
    ['badge-check', m.verify, paths.verify],
    ['book-open', m.guide, paths.guide],
    ['lock-keyhole', m.privacy, paths.privacy],
    ['accessibility', m.accessibility, paths.accessibility],
  ] as const
  return (
    <>
      {links.map(([mark, words, href]) => (
        <a key={href} href={href}>
          {icon(mark)}
          {words}
        </a>
      ))}
    </>
  )
}

/** Whether somebody answers now, or when. */
export function ContactCentre({ locale, now }: { readonly locale: Locale; readonly now: Date }) {
  const m = messagesFor(locale).footer
  const open = contactCentreOpen(now)
  const next = contactCentreOpensAt(now)
  const opens =
    dayOf(next) === dayOf(now)
      ? clockTime.format(next)
      : `${formatDay(dayOf(next), locale)} ${clockTime.format(next)}`
  return (
    <a href={paths.contact}>
      {icon('headset')}
      <span>
        <span class="block leading-snug">{m.contact}</span>
        <span class="muted flex items-center gap-2 text-sm leading-snug">
          <span class="open-dot" data-open={String(open)} />
          {open ? fill(m.openNow, { until: '24:00' }) : fill(m.opens, { at: opens })}
        </span>
      </span>
    </a>
  )
}

/** Name, appearance and language, at the very foot. */
export function Foot({ locale, theme, path }: Pick<PageProps, 'locale' | 'theme' | 'path'>) {
  const m = messagesFor(locale)
  const marks = { auto: 'monitor-smartphone', light: 'sun', dark: 'moon' } as const
  return (
    <div class="footer-foot">
      <p class="muted flex items-center gap-3">
        <LogoMark class="h-7 w-6 flex-none text-primary" />
        {m.footer.about}
      </p>
      <div class="row">
        <a
          class="chrome-item"
          href={inLanguage(path, locale === 'ar' ? 'en' : 'ar')}
          lang={locale === 'ar' ? 'en' : 'ar'}
          dir={locale === 'ar' ? 'ltr' : 'rtl'}
        >
          {icon('languages')}
          {m.otherLanguage}
        </a>
        <form class="segmented" method="post" action={paths.theme} aria-label={m.theme.label} data-theme-form>
          <input type="hidden" name="back" value={path} />
          {themes.map((one) => (
            <button
              type="submit"
              key={one}
              name="theme"
              value={one}
              aria-pressed={one === theme ? 'true' : 'false'}
            >
              {icon(marks[one])}
              {m.theme[one]}
            </button>
          ))}
        </form>
      </div>
    </div>
  )
}
