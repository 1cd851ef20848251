/** What a teller machine shows once a card is in it (register activate-via-atm). */
export type Screen = 'pin' | 'menu' | 'terms' | 'mobile' | 'wrong-mobile' | 'result' | 'update' | 'card-kept'

export interface AtMachine {
  readonly screen: Screen
  /** Typed so far. */
  readonly pin: string
  readonly wrongPins: number
}

/** The PIN of every card of this bank. */
export const demoPin = '1234'
const wrongPinsAllowed = 3

export const cardIn: AtMachine = { screen: 'pin', pin: '', wrongPins: 0 }

/** Where each key leads; digits, `clear` and `enter` belong to the PIN. */
const leads: Readonly<Record<Screen, Readonly<Record<string, Screen>>>> = {
  pin: {},
  menu: { activate: 'terms', update: 'update' },
  terms: { agree: 'mobile', refuse: 'menu' },
  mobile: { right: 'result', wrong: 'wrong-mobile' },
  'wrong-mobile': {},
  result: { menu: 'menu' },
  update: { menu: 'menu' },
  'card-kept': {},
}

/** The machine after a key; a key that its screen does not have changes nothing. */
export function press(at: AtMachine, key: string): AtMachine {
  if (at.screen === 'pin') return pressAtPin(at, key)
  const screen = Object.hasOwn(leads[at.screen], key) ? leads[at.screen][key] : undefined
  return screen === undefined ? at : { ...at, screen }
}

function pressAtPin(at: AtMachine, key: string): AtMachine {
  if (/^\d$/.test(key)) return at.pin.length < demoPin.length ? { ...at, pin: at.pin + key } : at
  if (key === 'clear') return { ...at, pin: '' }
  if (key !== 'enter' || at.pin.length < demoPin.length) return at
  if (at.pin === demoPin) return { screen: 'menu', pin: '', wrongPins: 0 }
  const wrongPins = at.wrongPins + 1
  return { screen: wrongPins < wrongPinsAllowed ? 'pin' : 'card-kept', pin: '', wrongPins }
}

/** How often the PIN may still be typed. */
export const pinsLeft = (at: AtMachine): number => wrongPinsAllowed - at.wrongPins
