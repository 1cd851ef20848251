import { formatNumber } from '#kernel/format.ts'
import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField, partOf } from './common.ts'

/** A file that is already stored, by its id. */
export interface FileAnswer {
  readonly file: string
  readonly name: string
  /** The media type that was found in the bytes. */
  readonly type: string
  readonly bytes: number
}

export interface FileOptions extends FieldOptions {
  /** Media types: `['application/pdf', 'image/jpeg']`. */
  readonly accept: readonly string[]
  readonly maxBytes: number
}

/**
 * A file. Takes the handle that storing an upload gave. Whoever takes a handle from outside must look up
 * that the file is the asker's own, and pass on what the store knows about it.
 */
export function file<const O extends FileOptions>(options: O): Field<Answer<FileAnswer, O>> {
  const { accept, maxBytes } = options
  return makeField<FileAnswer, O>(options, {
    kind: 'file',
    missing: { ar: 'اختر الملف وأرفقه', en: 'Choose the file and attach it' },
    schema: {
      type: 'object',
      required: ['file', 'name', 'type', 'bytes'],
      properties: {
        file: { type: 'string' },
        name: { type: 'string' },
        type: { type: 'string', enum: accept },
        bytes: { type: 'integer', minimum: 1, maximum: maxBytes },
      },
    },
    control: { accept, maxBytes },
    read: (raw) => {
      const answer = {
        file: partOf(raw, 'file'),
        name: partOf(raw, 'name'),
        type: partOf(raw, 'type'),
        bytes: Number(partOf(raw, 'bytes')),
      }
      if (!/^[\w-]{1,64}$/.test(answer.file) || answer.name === '') return err(again)
      if (!accept.includes(answer.type)) return err(anotherType(accept))
      if (!Number.isSafeInteger(answer.bytes) || answer.bytes < 1) return err(again)
      return answer.bytes > maxBytes ? err(tooLarge(maxBytes)) : ok(answer)
    },
    show: (value) => v.plain(value.name),
  })
}

const again: Text = {
  ar: 'لم يصل الملف كاملًا. أرفقه مرة أخرى',
  en: 'The file did not arrive whole. Attach it again',
}

function anotherType(accept: readonly string[]): Text {
  const types = accept.map((type) => type.replace(/^.*\//, '').toUpperCase())
  return { ar: `أرفق ملفًا من نوع ${types.join(' أو ')}`, en: `Attach a file of type ${types.join(' or ')}` }
}

function tooLarge(maxBytes: number): Text {
  const megabytes = Math.floor((maxBytes / 1_000_000) * 10) / 10
  return {
    ar: `الملف كبير. أرفق ملفًا لا يزيد على ${formatNumber(megabytes, 'ar')} ميغابايت`,
    en: `The file is too large. Attach one of at most ${formatNumber(megabytes, 'en')} MB`,
  }
}
