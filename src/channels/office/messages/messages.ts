import type { PluralForms } from '#kernel/format.ts'
import type { en } from './en.ts'

type Widen<T> = T extends string
  ? string
  : T extends { readonly one: string; readonly other: string }
    ? PluralForms
    : { readonly [K in keyof T]: Widen<T[K]> }

/** The office's words: English sets the shape, and a language that lacks one does not compile. */
export type OfficeMessages = Widen<typeof en>
