import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { useKiosk } from './kiosk-context.ts'
import { Go, Ltr } from './pieces.tsx'

interface PadProps {
  readonly label: string
  /** Digits that are wanted, all of them. */
  readonly length: number
  /** Shown in groups of so many. */
  readonly group: number
  readonly confirm: string
  onDone(digits: string): void
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Digits without a keyboard, and without a field that a browser could remember. */
export function Pad({ label, length, group, confirm, onDone }: PadProps) {
  const { t } = useKiosk()
  const [typed, setTyped] = useState('')
  const add = (digit: string) => setTyped((before) => (before + digit).slice(0, length))
  const erase = () => setTyped((before) => before.slice(0, -1))
  const done = typed.length === length
  const press = useRef<(key: string) => void>(() => undefined)
  press.current = (key) => {
    if (/^\d$/.test(key)) add(key)
    if (key === 'Backspace') erase()
  }
  useEffect(() => {
    const keyed = (event: KeyboardEvent) => press.current(event.key)
    document.addEventListener('keydown', keyed)
    return () => document.removeEventListener('keydown', keyed)
  }, [])
  const shown = typed.padEnd(length, '·').match(new RegExp(`.{1,${group}}`, 'g')) ?? []
  return (
    <section class="kiosk-pad" aria-label={label}>
      <output aria-label={label} class="kiosk-typed">
        <Ltr>{shown.join(' ')}</Ltr>
      </output>
      <div class="kiosk-keys" dir="ltr">
        {digits.map((digit) => (
          <button key={digit} type="button" onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" class="kiosk-key-words" onClick={() => setTyped('')}>
          {t('clear')}
        </button>
        <button type="button" onClick={() => add('0')}>
          0
        </button>
        <button type="button" aria-label={t('erase')} onClick={erase}>
          <Icon name="erase" />
        </button>
      </div>
      <Go disabled={!done} onPress={() => onDone(typed)}>
        {confirm}
      </Go>
    </section>
  )
}
