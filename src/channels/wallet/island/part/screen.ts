import type { Text } from '#kernel/text.ts'

/** Where the wallet stands. The first ones it goes to by itself; the others are one's way through it. */
export type Screen =
  | { readonly at: 'starting' }
  | { readonly at: 'unsupported' }
  | { readonly at: 'welcome' }
  | { readonly at: 'protect' }
  | { readonly at: 'locked' }
  | { readonly at: 'erased'; readonly title: Text; readonly why: Text | undefined }
  | Inner

export type Inner =
  | { readonly at: 'cards' }
  | { readonly at: 'card'; readonly id: string }
  | { readonly at: 'code'; readonly id: string }
  | { readonly at: 'settings' }
  | { readonly at: 'change-lock' }

/** What is shown only while the wallet is open. */
export const isInner = (screen: Screen): screen is Inner =>
  ['cards', 'card', 'code', 'settings', 'change-lock'].includes(screen.at)
