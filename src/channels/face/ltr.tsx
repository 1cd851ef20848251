/** Up to here a number fits a line of a narrow phone whole; what is longer may break. */
const fits = 24

/** What reads left to right in any language: numbers that are copied, phones, amounts. A short one never breaks. */
export const Ltr = ({
  children,
  class: extra,
}: {
  readonly children: string | number
  readonly class?: string
}) => {
  const short = String(children).length <= fits ? 'unbroken' : undefined
  return (
    <bdi dir="ltr" class={[short, extra].filter(Boolean).join(' ') || undefined}>
      {children}
    </bdi>
  )
}
