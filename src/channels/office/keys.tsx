import type { Locale } from '#kernel/text.ts'
import { officeMessages } from './messages.ts'

/** Letters that lead somewhere with the browser's own key; they never take a letter from what is typed. */
export type KeyName = 'q' | 'n' | 'c' | 'a' | 'r'

/** What the keyboard can do on this page. */
export function Keys({ keys, locale }: { readonly keys: readonly KeyName[]; readonly locale: Locale }) {
  const m = officeMessages(locale).keys
  return (
    <details class="no-print mt-8 text-sm">
      <summary class="go">{m.title}</summary>
      <div class="stack stack-tight muted">
        <p>{m.lead}</p>
        <ul class="row">
          {keys.map((key) => (
            <li key={key}>
              <kbd class="rounded border border-base-300 bg-base-100 px-2 py-0.5 font-semibold">
                {key.toUpperCase()}
              </kbd>{' '}
              {m[key]}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
