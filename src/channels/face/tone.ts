import type { Tone } from '#platform/catalogue/block.ts'

/** The shape that says the same as the colour. */
export const toneIcon: Readonly<Record<Tone, string>> = {
  good: 'circle-check',
  bad: 'circle-x',
  warning: 'triangle-alert',
  neutral: 'info',
}
