import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { largestUpload } from './accept.ts'
import { readFile, type StoredFile, storeUpload } from './file.ts'
import { fileHeaders } from './headers.ts'

const { platform, db, files } = await testPlatform()
const owner = await aPerson(db)
const upload = (bytes: Uint8Array, name = 'photo.jpg') => storeUpload(platform, { owner, name, bytes })

const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a7' } })
    .withExif({ IFD0: { Artist: 'SECRET-PLACE' } })
    .toFormat(format)
    .toBuffer()

const pdf = (inside = '') => {
  const body = `%PDF-1.7\n1 0 obj<</Type/Catalog${inside}>>endobj\n`
  return Buffer.from(`${body}xref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)
}

function stored(result: Result<StoredFile, Text>): StoredFile {
  if (!result.ok) throw new Error(result.error.en)
  return result.value
}

const refusal = (result: Result<StoredFile, Text>) => (result.ok ? 'accepted' : result.error.en)

describe('what is kept', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'a %s picture, drawn anew without what was hidden in it',
    async (format) => {
      const original = await picture(format)
      expect(original.includes('SECRET-PLACE')).toBe(true)
      const tail = Buffer.from('<script>alert(1)</script>')
      const file = stored(await upload(Buffer.concat([original, tail])))
      const read = await readFile(platform, owner, file.id)
      expect(read).toMatchObject({ type: `image/${format}`, size: read?.bytes.length })
      const bytes = Buffer.from(read?.bytes ?? [])
      expect(bytes.includes('SECRET-PLACE') || bytes.includes('<script>')).toBe(false)
      expect(await sharp(bytes).metadata()).toMatchObject({ format, width: 60, height: 40 })
    },
  )

  it('no more than a hundred in an hour of one person', async () => {
    const busy = await aPerson(db)
    const one = () => storeUpload(platform, { owner: busy, name: 'a.pdf', bytes: pdf() })
    for (let i = 0; i < 100; i += 1) stored(await one())
    expect(refusal(await one())).toContain('wait an hour')
    expect(refusal(await upload(pdf()))).toBe('accepted')
  })

  it('a PDF, byte for byte', async () => {
    const file = stored(await upload(pdf(), 'تقرير.pdf'))
    expect(file).toMatchObject({ type: 'application/pdf', name: 'تقرير.pdf' })
    expect(Buffer.from((await readFile(platform, owner, file.id))?.bytes ?? [])).toEqual(pdf())
  })

  it('nothing that can be read outside, and nothing for anybody but the owner', async () => {
    const file = stored(await upload(pdf()))
    expect(Buffer.from(files.get(file.id) ?? []).includes('PDF')).toBe(false)
    expect(await readFile(platform, await aPerson(db), file.id)).toBeUndefined()
    expect(await readFile(platform, owner, '../../etc/passwd')).toBeUndefined()
  })

  it('bytes that were changed are not given out', async () => {
    const file = stored(await upload(pdf()))
    files.get(file.id)?.fill(1, 40, 50)
    await expect(readFile(platform, owner, file.id)).rejects.toThrow()
  })
})

describe('what is refused', () => {
  it('a page or a drawing that says it is a photo', async () => {
    for (const lie of [
      '<!doctype html><script>alert(1)</script>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'GIF89a/*',
      'MZ\u0090',
    ])
      expect(refusal(await upload(Buffer.from(lie)))).toMatch(/^We accept pictures/)
  })

  it('nothing, too much, and what cannot be opened', async () => {
    expect(refusal(await upload(new Uint8Array()))).toMatch(/empty/)
    expect(refusal(await upload(new Uint8Array(largestUpload + 1)))).toMatch(/larger than 10 MB/)
    const whole = await picture('png')
    expect(refusal(await upload(whole.subarray(0, whole.length / 2)))).toMatch(/cannot be opened/)
  })

  it('a small file that unpacks into a huge picture', async () => {
    expect(refusal(await upload(pngOf(30_000, 30_000)))).toMatch(/far too large/)
  })

  it('a PDF that is cut off, locked, or alive', async () => {
    expect(refusal(await upload(pdf().subarray(0, 60)))).toMatch(/damaged/)
    expect(refusal(await upload(pdf('/Encrypt 2 0 R')))).toMatch(/password/)
    expect(refusal(await upload(pdf('/OpenAction<</S/JavaScript>>')))).toMatch(/programs/)
  })
})

describe('how it leaves', () => {
  it('as a download under its own name, which cannot break the header', async () => {
    const file = stored(await upload(pdf(), '..\\x/صورة "1"\r\nSet-Cookie: a=b\u202Egpj.exe'))
    const headers = fileHeaders(file)
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%-]+$/,
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(file.name.endsWith('.pdf')).toBe(true)
  })
})

/** A true PNG header of any size over almost no data. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
