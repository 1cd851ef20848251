import type { Refused, Sheet, Slip, Told, Visitor } from '../../presented.ts'

export type Errand = 'activate' | 'status' | 'mobile' | 'print'

/** Who stands here, with the number that they typed. */
export interface Known {
  readonly number: string
  readonly visitor: Visitor
}

/** What a session has come to; it lives in the page's memory and ends with it. */
export type Screen =
  | { readonly at: 'wait' }
  | { readonly at: 'enrol' }
  | { readonly at: 'out' }
  | { readonly at: 'offline' }
  | { readonly at: 'welcome' }
  | { readonly at: 'menu' }
  | { readonly at: 'number'; readonly errand: Errand }
  | { readonly at: 'finger'; readonly errand: Errand; readonly number: string }
  | { readonly at: 'terms'; readonly visitor: Visitor }
  | { readonly at: 'mobile-yours'; readonly visitor: Visitor }
  | { readonly at: 'activated'; readonly visitor: Visitor; readonly slip: Slip | undefined }
  | { readonly at: 'unregistered'; readonly visitor: Visitor }
  | { readonly at: 'told'; readonly told: Told }
  | { readonly at: 'new-mobile'; readonly visitor: Visitor; readonly errand: Errand }
  | { readonly at: 'code'; readonly visitor: Visitor; readonly errand: Errand; readonly mobile: string }
  | { readonly at: 'changed'; readonly visitor: Visitor; readonly errand: Errand; readonly mobile: string }
  | { readonly at: 'documents'; readonly documents: readonly Sheet[] }
  | {
      readonly at: 'printing'
      readonly documents: readonly Sheet[]
      readonly printing: { readonly sheet: Sheet; readonly address: string }
    }
  /** Something was refused; `back` is where one tries again. */
  | { readonly at: 'refused'; readonly because: Refused; readonly back: Screen }

/** Screens on which nobody has begun: nothing to end, nothing to forget. */
export const idle = (screen: Screen): boolean =>
  ['wait', 'enrol', 'out', 'offline', 'welcome'].includes(screen.at)
