import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { actionTitle } from './action.ts'

/** Done by their holder alone, who never reads them in the log of what others did. */
const own = new Set([
  'account.add-app',
  'account.add-passkey',
  'account.add-wallet',
  'account.change-email',
  'account.change-password',
  'account.change-username',
  'account.choose-notices',
  'account.export-data',
  'account.forget-device',
  'account.forget-place',
  'account.recovery-codes',
  'account.register',
  'account.remove-app',
  'account.remove-passkey',
  'account.reset-password',
  'activation-form.issue',
  'site.consent',
  'site.withdraw',
])

it('whatever somebody else can do about a person has words of its own', async () => {
  const src = join(import.meta.dirname, '../..')
  const recorded = new Set<string>()
  for await (const path of glob('**/*.{ts,tsx}', { cwd: src }))
    if (!path.includes('.test.'))
      for (const [, action = ''] of readFileSync(join(src, path), 'utf8').matchAll(
        /\baction(?: =|:) '([a-z-]+\.[a-z-]+)'/g,
      ))
        recorded.add(action)
  expect(recorded).toContain('account.change-mobile')
  const nothing = actionTitle('nothing.known').en
  const wordless = [...recorded].filter((one) => !own.has(one) && actionTitle(one).en === nothing)
  expect(wordless).toEqual([])
})
