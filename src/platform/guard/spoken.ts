import { readFile } from 'node:fs/promises'
import type { Locale } from '#kernel/text.ts'

/** Every clip is 8 kHz, 8 bits unsigned, one channel; its samples begin after a header of 44 bytes. */
const RATE = 8000
const HEADER = 44
const GAP = Buffer.alloc(RATE * 0.45, 128)

const clips = new Map<string, Promise<Buffer>>()

function clip(language: Locale, digit: string): Promise<Buffer> {
  const name = `${language}-${digit}.wav`
  const known = clips.get(name)
  if (known !== undefined) return known
  const reading = readFile(new URL(`./clips/${name}`, import.meta.url)).then((file) => file.subarray(HEADER))
  clips.set(name, reading)
  return reading
}

/** The digits spoken one by one, as a WAV file. The voice was made once by espeak-ng. */
export async function speakDigits(digits: string, language: Locale): Promise<Buffer> {
  const spoken = await Promise.all([...digits].map((digit) => clip(language, digit)))
  const samples = Buffer.concat([GAP, ...spoken.flatMap((samples) => [samples, GAP])])
  const header = Buffer.alloc(HEADER)
  header.write('RIFF', 0)
  header.writeUInt32LE(HEADER - 8 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}
