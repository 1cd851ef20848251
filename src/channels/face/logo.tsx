/** The mark: a register that stands open in a doorway. */
export const LogoMark = ({ class: extra = 'brand-mark' }: { readonly class?: string }) => (
  <svg class={extra} viewBox="0 0 36 40" aria-hidden="true">
    <path
      fill="currentColor"
      d="M18 1C28 4 34 11.500 34 20.500V37a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V20.500C2 11.500 8 4 18 1Z"
    />
    <g fill="var(--mark-paper, var(--color-base-100))">
      <path d="M17 17.200C14.400 15 11.200 14.100 7.500 14.200V31.400c3.700-.1 6.900.8 9.500 3Z" />
      <path
        fill-opacity=".55"
        d="M19 17.200c2.600-2.200 5.800-3.100 9.500-3V31.400c-3.700-.1-6.900.8-9.500 3Z"
      />
      <circle cx="18" cy="9.600" r="1.700" />
    </g>
  </svg>
)
