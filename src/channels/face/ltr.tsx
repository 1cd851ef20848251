/** What reads left to right in any language: numbers that are copied, phones, amounts. */
export const Ltr = ({
  children,
  class: extra,
}: {
  readonly children: string | number
  readonly class?: string
}) => (
  <bdi dir="ltr" class={extra}>
    {children}
  </bdi>
)
