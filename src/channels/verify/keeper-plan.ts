/** What the keeper (the service worker) keeps on a device. */
export interface KeeperPlan {
  readonly version: string
  readonly files: readonly string[]
  /** The page in each language, Arabic first. */
  readonly pages: readonly string[]
}
