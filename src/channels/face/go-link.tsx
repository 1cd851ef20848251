import type { Locale } from '#kernel/text.ts'
import type { NextStep } from '#platform/catalogue/block.ts'
import { icon } from './icon.tsx'
import { hrefOf } from './paths.ts'

/** The next step of an answer or a refusal, one click away. */
export const GoLink = ({ next, locale }: { readonly next: NextStep; readonly locale: Locale }) => (
  <a class="go" href={hrefOf(next)}>
    {next.label[locale]}
    {icon('arrow-right')}
  </a>
)
