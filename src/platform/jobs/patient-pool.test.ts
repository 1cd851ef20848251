import pg from 'pg'
import { beforeEach, expect, it, vi } from 'vitest'
import { patientPool } from './patient-pool.ts'

const starting = Object.assign(new Error('the database system is starting up'), { code: '57P03' })
const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
const client = { release: vi.fn() }
let pool: pg.Pool
let connect: ReturnType<typeof vi.fn>

beforeEach(() => {
  pool = new pg.Pool()
  connect = vi.fn()
  Object.assign(pool, { connect })
})

it('waits for a database that is starting, however it is asked for a connection', async () => {
  connect.mockRejectedValueOnce(starting).mockRejectedValueOnce(starting).mockResolvedValue(client)
  const patient = patientPool(pool, { pause: 1 })
  expect(await patient.connect()).toBe(client)
  expect(connect).toHaveBeenCalledTimes(3)
  connect.mockRejectedValueOnce(starting)
  const [error, given, release] = await new Promise<unknown[]>((done) =>
    patient.connect((...all) => done(all)),
  )
  expect([error, given]).toEqual([undefined, client])
  if (typeof release === 'function') release()
  expect(client.release).toHaveBeenCalledOnce()
})

it('hears at once that there is no database, and is the same pool in all else', async () => {
  connect.mockRejectedValue(gone)
  const patient = patientPool(pool)
  await expect(patient.connect()).rejects.toBe(gone)
  expect(await new Promise((done) => patient.connect((error) => done(error)))).toBe(gone)
  expect(connect).toHaveBeenCalledTimes(2)
  const hear = () => undefined
  patient.on('error', hear)
  expect(pool.listeners('error')).toEqual([hear])
  expect(patient.options).toBe(pool.options)
})
