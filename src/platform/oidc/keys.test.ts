import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { whenDone } from '#tests/support/done.ts'
import { openSigningKeys } from './keys.ts'

const data = await mkdtemp(join(tmpdir(), 'oidc-keys-'))
whenDone(() => rm(data, { recursive: true }))
const file = join(data, 'keys', 'oidc-keys.json')

it('the keys are made once, even by several who start together, and only their owner may read them', async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => openSigningKeys({ data })))
  const again = await openSigningKeys({ data })
  expect(new Set([...opened, again].map(([key]) => key.kid)).size).toBe(1)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('keys that others may read are refused', async () => {
  await chmod(file, 0o644)
  await expect(openSigningKeys({ data })).rejects.toThrow('can be read by others')
})
