import { Icon } from './icon.tsx'
import { useKiosk } from './kiosk-context.ts'
import { Ltr } from './pieces.tsx'

/** What was done, to take along: the only thing on the screen that goes on paper. */
export function SlipView({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly (readonly [label: string, value: string])[]
}) {
  const { t } = useKiosk()
  return (
    <>
      <section class="kiosk-slip" aria-label={t('slip')}>
        <p class="kiosk-slip-title">
          {t('name')}: {title}
        </p>
        <dl class="kiosk-facts">
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{/^[\x20-\x7e]+$/.test(value) ? <Ltr>{value}</Ltr> : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <button type="button" class="kiosk-go kiosk-go-main" onClick={() => window.print()}>
        <Icon name="print" />
        {t('printSlip')}
      </button>
    </>
  )
}
