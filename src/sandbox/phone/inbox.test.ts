import { describe, expect, it } from 'vitest'
import { inbox } from '#sandbox/phone/inbox.ts'

describe('an inbox', () => {
  it('lists addresses by their newest message', () => {
    const box = inbox<string>({ addresses: 9, messages: 9 })
    box.add('a', '1')
    box.add('b', '2')
    box.add('a', '3')
    expect(box.of('a')).toEqual(['1', '3'])
    expect(box.recent()).toEqual([
      { address: 'a', last: '3' },
      { address: 'b', last: '2' },
    ])
  })

  it('forgets the oldest messages and the quietest address', () => {
    const box = inbox<number>({ addresses: 2, messages: 2 })
    for (const n of [1, 2, 3]) box.add('a', n)
    expect(box.of('a')).toEqual([2, 3])
    box.add('b', 4)
    box.add('a', 5)
    box.add('c', 6)
    expect(box.recent().map(({ address }) => address)).toEqual(['c', 'a'])
  })

  it('is followed from any message on, until one stops', () => {
    const box = inbox<number>({ addresses: 2, messages: 3 })
    box.add('a', 1)
    const seen = box.newest('a')
    box.add('a', 2)
    const heard: number[] = []
    const stop = box.follow('a', seen, (n) => heard.push(n))
    box.add('a', 3)
    box.add('b', 4)
    stop()
    box.add('a', 5)
    expect(heard).toEqual([2, 3])
  })
})
