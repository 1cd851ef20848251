import { describe, expect, it } from 'vitest'
import { cardIn, demoPin, pinsLeft, press } from './atm-machine.ts'

const pressed = (...keys: readonly string[]) => keys.reduce(press, cardIn)
const inside = [...demoPin, 'enter']

describe('the teller machine', () => {
  it('goes the way of the register: PIN, activation, terms, mobile', () => {
    expect(pressed(...inside).screen).toBe('menu')
    expect(pressed(...inside, 'activate').screen).toBe('terms')
    expect(pressed(...inside, 'activate', 'agree').screen).toBe('mobile')
    expect(pressed(...inside, 'activate', 'agree', 'right').screen).toBe('result')
    expect(pressed(...inside, 'activate', 'agree', 'wrong').screen).toBe('wrong-mobile')
  })

  it('goes nowhere without the PIN, without agreement, or by keys that a screen does not have', () => {
    expect(pressed('activate', 'agree', 'right').screen).toBe('pin')
    expect(pressed(...inside, 'agree', 'right', 'constructor').screen).toBe('menu')
    expect(pressed(...inside, 'activate', 'right').screen).toBe('terms')
    expect(pressed(...inside, 'activate', 'refuse').screen).toBe('menu')
  })

  it('lets a PIN be corrected, and keeps the card after three wrong ones', () => {
    expect(pressed('9', 'clear', ...inside).screen).toBe('menu')
    expect(pressed('1', '2', 'enter')).toMatchObject({ screen: 'pin', pin: '12', wrongPins: 0 })
    const wrong = ['9', '9', '9', '9', '9', 'enter']
    expect(pinsLeft(pressed(...wrong))).toBe(2)
    expect(pressed(...wrong, ...wrong, ...inside).screen).toBe('menu')
    expect(pressed(...wrong, ...wrong, ...wrong, ...inside).screen).toBe('card-kept')
  })
})
