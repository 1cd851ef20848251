import type { HolderNumber } from '#kernel/holder-number.ts'
import type { FileType } from './accept.ts'

export interface FileTable {
  /** Whose file it is: who uploaded it. */
  person_id: HolderNumber
  id: string
  name: string
  type: FileType
  /** Bytes, as stored. */
  size: number
  sha256: string
  /** The key of this one file, sealed by the vault. */
  sealed_key: string
  created_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    file: FileTable
  }
}
