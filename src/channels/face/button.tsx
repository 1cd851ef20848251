import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { icon } from './icon.tsx'

type Look = 'primary' | 'quiet' | 'plain' | 'danger'
const looks: Readonly<Record<Look, string>> = {
  primary: 'btn btn-primary',
  quiet: 'btn btn-quiet',
  plain: 'btn btn-plain',
  danger: 'btn btn-danger',
}

interface Common {
  readonly look?: Look
  /** A Lucide icon before the words. */
  readonly icon?: string
  readonly class?: string
  readonly children: ComponentChildren
}

type ButtonProps = Common & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'class' | 'children'>

/** Submits the form around it, once. */
export function Button({ look = 'primary', icon: mark, class: extra = '', children, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...rest} class={`${looks[look]} ${extra}`.trimEnd()}>
      {mark && icon(mark)}
      {children}
    </button>
  )
}

interface LinkButtonProps extends Common {
  readonly href: string
  readonly rel?: string
  readonly hreflang?: string
  /** Saves what it leads to, under this name. */
  readonly download?: string | boolean
  readonly 'aria-label'?: string
  /** The letter that follows it with the browser's own key. */
  readonly accesskey?: string
}

/** Goes somewhere, and looks as important as a button. */
export function LinkButton({
  look = 'primary',
  icon: mark,
  class: extra = '',
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <a {...rest} class={`${looks[look]} ${extra}`.trimEnd()}>
      {mark && icon(mark)}
      {children}
    </a>
  )
}
