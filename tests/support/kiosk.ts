import { webcrypto } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import type { Fingerprints, MatchOutcome } from '#platform/fingerprints/port.ts'
import { type Purpose, proofText } from '#platform/kiosks/proof-text.ts'
import { registerKiosk } from '#platform/kiosks/registry.ts'
import type { Platform } from '#platform/platform.ts'
import { templateOf } from '#sectors/fingerprint/index.ts'
import { enrol } from '#sectors/fingerprint/registry.ts'

/** A matcher that answers as the test says, and remembers which templates it was asked about. */
export function aMatcher() {
  const asked: string[] = []
  const matcher = { outcome: 'match' as MatchOutcome | 'silent', asked }
  const fingerprints: Fingerprints = {
    templateOf,
    matcher: {
      async match({ template }) {
        asked.push(template)
        if (matcher.outcome === 'silent') throw new Error('nobody answers')
        return matcher.outcome
      },
    },
  }
  return { matcher, fingerprints }
}

/** Somebody's fingerprints are enrolled. */
export const fingerOf = (platform: Platform, person: PersonNumber): Promise<boolean> =>
  transact(platform.db, (tx) =>
    enrol(tx, {
      person,
      place: { ar: 'جوازات الرياض', en: 'Riyadh Passports' },
      on: day('2026-01-05'),
      at: platform.clock.now(),
    }),
  )

export const operator: Extract<Principal, { kind: 'officer' }> = {
  kind: 'officer',
  // An operator is known by the staff number here; nothing looks the person up.
  person: '1999999999' as PersonNumber,
  officer: 'OF-9',
  units: ['operations'],
  session: 'test',
}

/** Registers a device in Riyadh; answers its name and the code that enrols it. */
export async function aRegisteredKiosk(platform: Platform) {
  await enterOffices(platform.db, offices)
  const made = await registerKiosk(
    platform,
    { office: 'riyadh-kiosks', spot: 'Hall 1', section: 'all' },
    operator,
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

let devices = 0

/** A device as a program, at an address of its own: a key of its own, and whatever it sends. */
export async function aDevice(app: FastifyInstance) {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const { kty, crv, x, y } = await webcrypto.subtle.exportKey('jwk', pair.publicKey)
  let session: string | undefined
  const remoteAddress = `198.51.100.${(devices++ % 250) + 1}`

  const sign = async (purpose: Purpose, kiosk: string, challenge: string): Promise<string> => {
    const text = new TextEncoder().encode(proofText(purpose, kiosk, challenge))
    const made = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text)
    return Buffer.from(made).toString('base64url')
  }
  const post = async (path: string, body: unknown, token = session) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/kiosk/api/${path}`,
      remoteAddress,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Kiosk ${token}` } : {}),
      },
      payload: JSON.stringify(body),
    })
    // Tests read whatever an answer holds.
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.json() as Record<string, never>,
    }
  }
  const challenge = async (kiosk: string): Promise<string> =>
    String((await post('challenge', { kiosk })).body.challenge)
  return {
    post,
    sign,
    challenge,
    enrol: async (code: string) =>
      post('enrol', { code, key: { kty, crv, x, y }, signature: await sign('enrol', '', code) }),
    prove: async (path: 'heartbeat' | 'sessions', kiosk: string, given?: string) => {
      const asked = given ?? (await challenge(kiosk))
      const purpose = path === 'sessions' ? 'session' : 'heartbeat'
      return { kiosk, challenge: asked, signature: await sign(purpose, kiosk, asked) }
    },
    /** Opens a session that what follows is asked in. */
    async open(kiosk: string): Promise<void> {
      const opened = await post('sessions', await this.prove('sessions', kiosk))
      if (opened.status !== 200) throw new Error(String(opened.body.code))
      session = String(opened.body.token)
    },
  }
}
