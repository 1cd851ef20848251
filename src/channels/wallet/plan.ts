/** What the service worker keeps on a phone. */
export interface Plan {
  readonly version: string
  readonly page: string
  readonly files: readonly string[]
}
