import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, variables } from './config.ts'

describe('configuration', () => {
  it('needs nothing: an embedded database and the sandbox', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      mode: 'development',
      databaseUrl: undefined,
      origin: 'http://localhost:3000',
    })
    expect(config.sandbox).toEqual({ port: 3100, smppPort: 3175, smtpPort: 3125 })
  })

  it('names the variable, what is wrong and an example, and all of them at once', () => {
    const wrong = () => readConfig({ DIWAN_PORT: 'many', DATABASE_URL: 'mysql://x' })
    expect(wrong).toThrow('DIWAN_PORT: must be a number. Example: DIWAN_PORT=3000')
    expect(wrong).toThrow('DATABASE_URL: must start with postgres:// or postgresql://')
  })

  it('never plays the outside world in production', () => {
    const production = {
      DIWAN_MODE: 'production',
      DIWAN_ORIGIN: 'https://services.example.org/',
      DIWAN_VAULT_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    }
    expect(readConfig(production).sandbox).toBeUndefined()
    expect(readConfig(production).origin).toBe('https://services.example.org')
    expect(() => readConfig({ ...production, DIWAN_SANDBOX: 'on' })).toThrow(ConfigError)
    expect(() => readConfig({ ...production, DIWAN_VAULT_KEYS: 'k1:short' })).toThrow(/32 bytes in base64/)
  })

  it('uses a database that it is given without the sandbox, unless asked for', () => {
    const url = 'postgres://diwan@127.0.0.1/diwan'
    expect(readConfig({ DATABASE_URL: url }).sandbox).toBeUndefined()
    expect(readConfig({ DATABASE_URL: url, DIWAN_SANDBOX: 'on' }).sandbox).toBeDefined()
  })

  it('has an example for every variable', () => {
    expect(variables.filter((variable) => variable.example === '')).toEqual([])
  })
})
