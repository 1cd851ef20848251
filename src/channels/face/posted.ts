import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

type Posted = Record<string, string | readonly string[]>

/** A file that a form sent. */
export interface PostedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a form posted, plain or with files: the texts, and the files that were chosen. */
export async function postedOf(
  request: FastifyRequest,
): Promise<{ readonly fields: Posted; readonly files: Readonly<Record<string, PostedFile>> }> {
  const fields: Posted = {}
  const files: Record<string, PostedFile> = {}
  // Fastify leaves the body untyped without a schema; @fastify/multipart attaches its parts to it.
  const body = (request.body ?? {}) as Record<string, unknown>
  for (const [name, given] of Object.entries(body)) {
    const parts = Array.isArray(given) ? given : [given]
    const texts: string[] = []
    for (const part of parts) {
      if (typeof part === 'string') texts.push(part)
      else if (isFile(part)) {
        const bytes = await part.toBuffer()
        if (bytes.length) files[name] = { name: part.filename, bytes }
      } else if (isValue(part)) texts.push(String(part.value))
    }
    if (texts.length) fields[name] = texts.length > 1 ? texts : (texts[0] ?? '')
  }
  return { fields, files }
}

const isPart = (given: unknown): given is { readonly type: string } =>
  typeof given === 'object' && given !== null && 'type' in given
const isFile = (given: unknown): given is MultipartFile => isPart(given) && given.type === 'file'
const isValue = (given: unknown): given is MultipartValue => isPart(given) && given.type === 'field'
