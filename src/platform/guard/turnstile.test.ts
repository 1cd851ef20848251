import { describe, expect, it } from 'vitest'
import { problems } from '#platform/problem.ts'
import { turnstile } from './turnstile.ts'

/** Work that is done when the test says so. */
function held() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (name: string) => () =>
      new Promise<string>((done) => {
        begun.push(name)
        ends.set(name, () => done(name))
      }),
    end: (name: string) => ends.get(name)?.(),
  }
}

describe('the turnstile', () => {
  it('lets some through, some wait in their order, and refuses the rest before they begin', async () => {
    const { begun, work, end } = held()
    const door = turnstile({ atOnce: 2, waiting: 2, refusal: problems.notFound })
    const passing = ['a', 'b', 'c', 'd'].map((name) => door.pass(work(name)))
    expect(door.full()).toBe(true)
    expect(await door.pass(work('e'))).toEqual({ ok: false, error: problems.notFound })
    expect(begun).toEqual(['a', 'b'])
    end('b')
    expect(await passing[1]).toEqual({ ok: true, value: 'b' })
    expect(begun).toEqual(['a', 'b', 'c'])
    expect(door.full()).toBe(false)
    for (const name of ['a', 'c']) end(name)
    await passing[0]
    end('d')
    expect(await Promise.all(passing)).toEqual(['a', 'b', 'c', 'd'].map((value) => ({ ok: true, value })))
    expect(begun).not.toContain('e')
  })

  it('makes room again after work that throws', async () => {
    const door = turnstile({ atOnce: 1, waiting: 0, refusal: problems.notFound })
    await expect(door.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await door.pass(async () => 'fine')).toEqual({ ok: true, value: 'fine' })
  })
})
