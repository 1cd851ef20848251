import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type Drawn, Icon } from './icon.tsx'

/** The heading of a screen; what is new is read out, since the focus moves to it. */
export function Title({ children, icon }: { readonly children: ComponentChildren; readonly icon?: Drawn }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {icon && <Icon name={icon} />}
      {children}
    </h1>
  )
}

export const Go = ({
  onPress,
  look = 'main',
  disabled = false,
  children,
}: {
  onPress(): void
  readonly look?: 'main' | 'quiet'
  readonly disabled?: boolean
  readonly children: ComponentChildren
}) => (
  <button type="button" class={`kiosk-go kiosk-go-${look}`} onClick={onPress} disabled={disabled}>
    {children}
  </button>
)

/** A number or a phone: read from the left in both languages. */
export const Ltr = ({ children }: { readonly children: ComponentChildren }) => <bdi dir="ltr">{children}</bdi>
