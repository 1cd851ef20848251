import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { isId, newId } from '#platform/database/ids.ts'
import { take } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { accept, type FileType, fileTypes } from './accept.ts'
import type {} from './tables.ts'

export interface StoredFile {
  readonly id: string
  readonly owner: HolderNumber
  /** As its owner called it, made safe, with the ending of its true type. */
  readonly name: string
  readonly type: FileType
  /** Bytes. */
  readonly size: number
  readonly at: Date
}

/** What nobody does by hand, and what a program that fills the store does at once. */
const uploads = { limit: 100, per: 3600 } as const

const tooManyUploads: Text = {
  ar: 'أرفقت ملفات كثيرة في وقت قصير. انتظر ساعة ثم أرفق من جديد.',
  en: 'You have attached many files in a short time. Please wait an hour, then attach again.',
}

type Needs = Pick<Platform, 'db' | 'clock' | 'files' | 'vault'>

/**
 * Keeps an upload under its owner: checked by content, pictures redrawn, sealed with a key of its own.
 * The error says what is wrong with the file and what to do.
 */
export async function storeUpload(
  { db, clock, files, vault }: Needs,
  upload: { readonly owner: HolderNumber; readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<StoredFile, Text>> {
  const at = clock.now()
  const allowed = await take(db, { key: `upload:${vault.index(upload.owner)}`, ...uploads }, at)
  if (!allowed.ok) return err(tooManyUploads)
  const accepted = await accept(upload.bytes)
  if (!accepted.ok) return accepted
  const { type, bytes } = accepted.value
  const id = newId(at)
  const key = randomBytes(32)
  const name = safeName(upload.name, type)
  // Bytes first: a row never names bytes that are not there; bytes without a row are a loss to nobody.
  await files.put(id, sealBytes(key, id, bytes))
  await db
    .insertInto('file')
    .values({
      person_id: upload.owner,
      id,
      name,
      type,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sealed_key: vault.seal(key.toString('base64')),
      created_at: at,
    })
    .execute()
  return ok({ id, owner: upload.owner, name, type, size: bytes.length, at })
}

/** What is known of a file, without its bytes. */
export async function findFile(
  { db }: Pick<Platform, 'db'>,
  owner: HolderNumber,
  id: string,
): Promise<StoredFile | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('file')
    .select(['name', 'type', 'size', 'created_at'])
    .where('person_id', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, owner, name: row.name, type: row.type, size: row.size, at: row.created_at }
}

/** A file with its bytes; who may see it is the caller's to check. @throws when the bytes were changed */
export async function readFile(
  { db, files, vault }: Pick<Platform, 'db' | 'files' | 'vault'>,
  owner: HolderNumber,
  id: string,
): Promise<(StoredFile & { readonly bytes: Uint8Array }) | undefined> {
  const file = await findFile({ db }, owner, id)
  if (!file) return undefined
  const { sealed_key } = await db
    .selectFrom('file')
    .select('sealed_key')
    .where('person_id', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const sealed = await files.get(id)
  if (!sealed) throw new Error(`the bytes of file ${id} are gone`)
  return { ...file, bytes: openBytes(Buffer.from(vault.open(sealed_key), 'base64'), id, sealed) }
}

/** Nonce, tag, sealed bytes; bound to the file's id, so that two files cannot be exchanged. */
function sealBytes(key: Uint8Array, id: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function openBytes(key: Uint8Array, id: string, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** Letters, digits and a few marks of the name; nothing that hides its ending or leaves its folder. */
function safeName(name: string, type: FileType): string {
  const base = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _.()-]/gu, '')
    .replace(/^[ .]+/, '')
    .slice(0, 80)
    .trim()
  return `${base || 'file'}.${fileTypes[type]}`
}
