/** How often something was done in the window that began at `starts_at`. Lost with a crash, which harms nobody. */
export interface ThrottleTable {
  key: string
  starts_at: Date
  ends_at: Date
  taken: number
}

/** A visual code that nobody has tried yet; its digits are derived from its id, and stored nowhere. */
export interface VisualCodeTable {
  id: string
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    throttle: ThrottleTable
    visual_code: VisualCodeTable
  }
}
