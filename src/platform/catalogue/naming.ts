import { basename } from 'node:path'
import { locales, type Text } from '#kernel/text.ts'

/** `sell-vehicle@2.ts` holds the second version of `sell-vehicle`. */
export const nameOf = (file: string): string => basename(file).replace(/(@\d+)?\.tsx?$/, '')

export const complete = (text: Text | undefined): boolean =>
  locales.every((locale) => Boolean(text?.[locale]?.trim()))
