import { Notice } from '#channels/face/notice.tsx'
import type { Locale } from '#kernel/text.ts'
import { type SecurityWord, tell } from './words.ts'

/** What has just been done, named in the address by a page that led here. */
export const doneWords = [
  'ended',
  'endedOthers',
  'forgotten',
  'placeForgotten',
  'lostReported',
  'passwordChanged',
  'usernameChanged',
  'mobileChanged',
  'passkeyAdded',
  'passkeyRemoved',
  'appAdded',
  'appRemoved',
  'noticesChosen',
] as const satisfies readonly SecurityWord[]

type Done = (typeof doneWords)[number]

/** The word that an address names; anything else is nothing. */
export const doneOf = (given: unknown): Done | undefined => doneWords.find((word) => word === given)

export const DoneNotice = ({ done, locale }: { readonly done: Done | undefined; readonly locale: Locale }) =>
  done && <Notice tone="good" title={tell(done, locale)} announce />
