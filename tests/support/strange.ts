import fc from 'fast-check'

/** What nobody should send, and what looks nearly right. */
const odd = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '%',
  '%00',
  '%ff',
  '..',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '#{7*7}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  '-1',
  '1e999',
  '9'.repeat(40),
  '٠١٢٣٤',
  '١٢٣٤٥٦٧٨٩٠',
  '۱۲۳۴۵۶',
  'سالم\u202e',
  '\u200f\ufeff',
  'a'.repeat(70_000),
  'ع'.repeat(5_000),
  '{"a":[1]}',
  'e30.e30.e30',
  'http://[',
  '//elsewhere.example/x',
]
const plausible = [
  '1',
  '1000000008',
  '1999500000',
  '2999500009',
  '٢٩٩٩٥٠٠٠٠٩',
  '3999500008',
  '0521234567',
  '+966521234567',
  '٠٥٢١٢٣٤٥٦٧',
  'somebody@example.com',
  '2026-02-30',
  '2026-11-23',
  '1412-09-30',
  '99999-01-01',
  '0000-00-00',
  'Z12345678',
  '123456',
  '١٢٣٤٥٦',
  'on',
  'self',
  'yes',
  'ar',
  'en',
  '00000000-0000-0000-0000-000000000000',
  '018f0000-0000-7000-8000-000000000000',
  'A'.repeat(43),
  'A'.repeat(86),
  'DWN-2026-000001',
  'quiet harbour forty lanterns',
]

/** One text of any kind; mostly one that a careful reader might take for right. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd) },
  { weight: 5, arbitrary: fc.constantFrom(...plausible) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

/** Whatever JSON can hold. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: strangeText },
  { weight: 3, arbitrary: fc.constantFrom(null, true, 0, -0, 1e308, [], {}, [[]], ['a', 'b'], { value: 1 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** Most of these names, with a strange value each. */
export const strangeRecord = <T>(
  names: readonly string[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc
    .tuple(
      ...names.map((name) =>
        fc.option(
          value.map((drawn): [string, T] => [name, drawn]),
          { freq: 8 },
        ),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)))

export interface RawBody {
  readonly type?: string
  readonly payload: string | Buffer
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const deep = (open: string, core: string, close: string, levels: number) =>
  open.repeat(levels) + core + close.repeat(levels)

/** Bodies that are wrong as a whole. */
export const wrongBodies: readonly RawBody[] = [
  { type: json, payload: '' },
  { type: form, payload: '' },
  { payload: '' },
  { payload: 'something' },
  { type: json, payload: 'null' },
  { type: json, payload: '[]' },
  { type: json, payload: '"text"' },
  { type: json, payload: '1' },
  { type: json, payload: '{"a":' },
  { type: json, payload: '{"__proto__":{"x":1},"constructor":{"prototype":{}}}' },
  { type: json, payload: '{"a":1,"a":2,"":3}' },
  { type: json, payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { type: form, payload: Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x26, 0x3d, 0x26, 0x25]) },
  { type: json, payload: deep('[', '', ']', 100_000) },
  { type: json, payload: deep('{"a":', '1', '}', 50_000) },
  { type: form, payload: `${deep('a[b]', '=', '1', 1)}&a=1&a=2&__proto__=3&toString=4&=5` },
  { type: form, payload: Array.from({ length: 5_000 }, (_, at) => `n${at}=1`).join('&') },
  { type: json, payload: `{"a":"${'a'.repeat(1_100_000)}"}` },
  { type: form, payload: `a=${'%D8%B9'.repeat(200_000)}` },
  { type: `${json}; charset=utf-16`, payload: '{}' },
  { type: 'text/plain', payload: 'a=1' },
  { type: 'multipart/form-data', payload: 'a=1' },
  { type: 'multipart/form-data; boundary=x', payload: '--x\r\n\r\n--x--' },
  { type: 'application/octet-stream', payload: Buffer.from([0, 1, 2, 255]) },
  { type: ';;/', payload: 'a' },
  { type: 'a'.repeat(5_000), payload: 'a' },
]
