/**
 * What a status list of a million documents costs, one in a hundred of them revoked: its size, reading it as a verifier
 * does, and making and serving it. Run: `npx tsx bench/status-list.ts`. Under 30 KB and 10 ms to decode are wanted.
 * Beside each time stands that of the bare work in it. With DATABASE_URL it uses that server.
 */
import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateSync, inflateSync } from 'node:zlib'
import { createWeb } from '#channels/server.ts'
import { openSession } from '#command/session.ts'
import { readConfig } from '#platform/config.ts'
import { checkSignature } from '#platform/documents/check-signature.ts'
import type { Inflate } from '#platform/documents/credential/inflate.ts'
import { readStatusList, standingIn } from '#platform/documents/credential/status-list.ts'
import { statusToken } from '#platform/documents/status-token.ts'
import { inTurns } from './turns.ts'

const places = 1_000_000
const data = await mkdtemp(join(tmpdir(), 'bench-'))
// Started by root, PostgreSQL runs as somebody else, who has to come in.
await chmod(data, 0o755)
const session = await openSession(
  readConfig({
    DIWAN_DATA: data,
    DIWAN_LOG: 'silent',
    DIWAN_SANDBOX: 'off',
    DATABASE_URL: process.env.DATABASE_URL,
  }),
)
const { platform } = session
const list = 900
await platform.pool.query('insert into status_list (id, size) values ($1, $2)', [list, places])
await platform.pool.query(
  `insert into document_status (list, place, person_id, document_id, state, change)
   select $1, place, '1900000000', uuidv7(), case when bad then 1 else 0 end,
          case when bad then nextval('document_status_change') end
   from (select place, random() < 0.01 as bad from generate_series(0, $2 - 1) place) drawn`,
  [list, places],
)
await platform.pool.query('analyze document_status')

const now = () => performance.now()
const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const from = now()
  const done = await work()
  return [done, now() - from]
}
const [cwt, first] = await timed(() => statusToken(platform, list, 'cwt'))
const jwt = await statusToken(platform, list, 'jwt')
if (!cwt || !jwt) throw new Error('no list')
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
console.log(`a million places: CWT ${kilobytes(cwt.bytes.length)}, JWT ${kilobytes(jwt.bytes.length)}`)
console.log(`made for the first time, from the table: ${first.toFixed(0)} ms`)

const inflate: Inflate = async (packed, most) => ({
  ok: true,
  value: inflateSync(packed, { maxOutputLength: most }),
})
const reader = { trusted: platform.issuers.trusted(), check: checkSignature, inflate }
const uri = `${platform.config.origin}/status/${list}`
const read = async () => {
  const known = await readStatusList(cwt.bytes, uri, reader, platform.clock.now())
  if (!known.ok) throw new Error(known.error)
  return known.value
}
const { bytes } = await read()
const ended = Array.from({ length: places }, (_, place) => standingIn({ bits: 2, bytes }, place)).filter(
  (standing) => standing === 'ended',
).length
console.log(`${ended} of ${places} are ended`)
const bare = deflateSync(bytes, { level: 9 })

const change = () =>
  platform.pool.query(
    `update document_status set state = 1, change = nextval('document_status_change') where list = $1 and place = $2`,
    [list, randomInt(places)],
  )
const web = await createWeb(platform, { biller: undefined })
const get = async (headers: Record<string, string>) => {
  const { statusCode } = await web.inject({ url: `/status/${list}`, headers, remoteAddress: address() })
  return statusCode
}
let serial = 0
const address = () => `10.${(++serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`
const accept = 'application/statuslist+cwt'
const known = (await web.inject({ url: `/status/${list}`, headers: { accept } })).headers.etag

const times = await inTurns(
  {
    'inflating alone': () => void inflateSync(bare),
    'read and verified': async () => void (await read()),
    'packing alone': () => void deflateSync(bytes, { level: 9, strategy: constants.Z_RLE }),
    'a change': async () => void (await change()),
    'made anew after a change': async () => {
      await change()
      await statusToken(platform, list, 'cwt')
    },
    'served unchanged': async () => {
      if ((await get({ accept })) !== 200) throw new Error('not served')
    },
  },
  { rounds: 10, perRound: 5 },
)
for (const [name, time] of Object.entries(times)) console.log(`${name}: ${time.toFixed(2)} ms`)
const again = await web.inject({
  url: `/status/${list}`,
  headers: { accept, 'if-none-match': String(known) },
})
console.log(`asked again with the tag of before the changes: ${again.statusCode}`)
await web.close()
await session.close()
await rm(data, { recursive: true, force: true })
