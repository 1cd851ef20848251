/** What an outside system says to a request that an integration step sent. */
export type IntegrationAnswer =
  | { readonly kind: 'done'; readonly facts?: Readonly<Record<string, string>> }
  /** It will call back at the partners' API with the token bound to that step. */
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly because: { readonly ar: string; readonly en: string }
    }

export interface IntegrationProvider {
  /** `key` makes a repeated ask the same ask. Throws when the system cannot be reached: it is tried again. */
  ask(ask: {
    readonly operation: string
    readonly key: string
    readonly data: Readonly<Record<string, unknown>>
    readonly callback: { readonly url: string; readonly token: string }
  }): Promise<IntegrationAnswer>
}
