import { useState } from 'preact/hooks'
import type { Sheet, Slip, Told, Visitor } from '../../presented.ts'
import { useKiosk } from './kiosk-context.ts'
import { Pad } from './pad.tsx'
import { Go, Ltr, Title } from './pieces.tsx'
import type { Errand, Screen } from './screen.ts'
import { SlipView } from './slip.tsx'

const Leave = () => {
  const { t, go, end } = useKiosk()
  return (
    <>
      <Go look="quiet" onPress={() => go({ at: 'menu' })}>
        {t('toMenu')}
      </Go>
      <Go look="quiet" onPress={end}>
        {t('end')}
      </Go>
    </>
  )
}

export function TermsScreen({ visitor }: { readonly visitor: Visitor }) {
  const { t, say, go, start } = useKiosk()
  return (
    <>
      <Title>{t('termsTitle')}</Title>
      <p>
        {t('hello')} {say(visitor.name)}
      </p>
      <ol class="kiosk-terms">
        {start.terms.clauses.map((clause) => (
          <li key={clause.en}>{say(clause)}</li>
        ))}
      </ol>
      <Go onPress={() => go({ at: 'mobile-yours', visitor })}>{t('agree')}</Go>
    </>
  )
}

export function MobileYoursScreen({ visitor }: { readonly visitor: Visitor }) {
  const { t, go, ask, start, known, know } = useKiosk()
  const [busy, setBusy] = useState(false)
  return (
    <>
      <Title icon="mobile">{t('isYours')}</Title>
      <p class="kiosk-typed">
        <Ltr>{visitor.mobile}</Ltr>
      </p>
      <p>{t('isYoursLead')}</p>
      <Go
        disabled={busy}
        onPress={async () => {
          setBusy(true)
          const slip = await ask<Slip>('activate', { terms: start.terms.version }, { at: 'menu' })
          if (!slip) return
          const active: Visitor = { ...visitor, account: 'activated' }
          if (known) know({ ...known, visitor: active })
          go({ at: 'activated', visitor: active, slip })
        }}
      >
        {t('yes')}
      </Go>
      <Go look="quiet" onPress={() => go({ at: 'new-mobile', visitor, errand: 'activate' })}>
        {t('no')}
      </Go>
    </>
  )
}

export function ActivatedScreen({ slip }: { readonly slip: Slip | undefined }) {
  const { t, say, place } = useKiosk()
  return (
    <>
      <Title icon="good">{t(slip ? 'activated' : 'active')}</Title>
      <p>{t('activatedLead')}</p>
      {slip && (
        <SlipView
          title={t('activated')}
          lines={[
            [t('receipt'), slip.receipt],
            [t('who'), slip.person],
            [t('at'), say(slip.at)],
            ...(place ? [[t('where'), say(place.place)] as const] : []),
          ]}
        />
      )}
      <Leave />
    </>
  )
}

export function UnregisteredScreen() {
  const { t } = useKiosk()
  return (
    <>
      <Title icon="warning">{t('unregistered')}</Title>
      <p>{t('unregisteredLead')}</p>
      <Leave />
    </>
  )
}

export function ToldScreen({ told }: { readonly told: Told }) {
  const { t, say } = useKiosk()
  return (
    <>
      <Title icon="fingerprint">{t('statusTitle')}</Title>
      {told.said.map((one) => (
        <div key={one.title.en} class={`kiosk-said tone-${one.tone}`}>
          <p>
            <strong>{say(one.title)}</strong>
          </p>
          {one.body && <p>{say(one.body)}</p>}
        </div>
      ))}
      {told.facts.length > 0 && (
        <dl class="kiosk-facts">
          {told.facts.map((fact) => (
            <div key={fact.label.en}>
              <dt>{say(fact.label)}</dt>
              <dd>{say(fact.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Leave />
    </>
  )
}

interface Changing {
  readonly visitor: Visitor
  readonly errand: Errand
}

export function NewMobileScreen({ visitor, errand }: Changing) {
  const { t, go, ask, locale } = useKiosk()
  const here: Screen = { at: 'new-mobile', visitor, errand }
  return (
    <>
      <Title icon="mobile">{t('newMobileTitle')}</Title>
      <p>{t('newMobileLead')}</p>
      {visitor.mobile && (
        <p>
          {t('nowMobile')} <Ltr>{visitor.mobile}</Ltr>
        </p>
      )}
      <Pad
        label={t('newMobile')}
        length={10}
        group={10}
        confirm={t('next')}
        onDone={async (mobile) => {
          const sent = await ask<{ mobile: string }>('mobile', { mobile, language: locale }, here)
          if (sent) go({ at: 'code', visitor, errand, mobile: sent.mobile })
        }}
      />
    </>
  )
}

export function CodeScreen({ visitor, errand, mobile }: Changing & { readonly mobile: string }) {
  const { t, go, ask, known, know } = useKiosk()
  const here: Screen = { at: 'code', visitor, errand, mobile }
  return (
    <>
      <Title>{t('codeTitle')}</Title>
      <p>
        {t('codeTo')} <Ltr>{mobile}</Ltr>
      </p>
      <Pad
        label={t('code')}
        length={6}
        group={3}
        confirm={t('next')}
        onDone={async (code) => {
          const done = await ask<{ mobile: string }>('mobile/confirm', { code }, here)
          if (!done) return
          const reached: Visitor = { ...visitor, mobile: done.mobile }
          if (known) know({ ...known, visitor: reached })
          go({ at: 'changed', visitor: reached, errand, mobile: done.mobile })
        }}
      />
      <Go look="quiet" onPress={() => go({ at: 'new-mobile', visitor, errand })}>
        {t('codeAgain')}
      </Go>
    </>
  )
}

export function ChangedScreen({ visitor, errand, mobile }: Changing & { readonly mobile: string }) {
  const { t, say, go, place } = useKiosk()
  return (
    <>
      <Title icon="good">{t('changed')}</Title>
      <p>{t('changedLead')}</p>
      <SlipView
        title={t('changed')}
        lines={[
          [t('newIs'), mobile],
          [t('who'), visitor.number],
          ...(place ? [[t('where'), say(place.place)] as const] : []),
        ]}
      />
      {errand === 'activate' && <Go onPress={() => go({ at: 'mobile-yours', visitor })}>{t('activate')}</Go>}
      <Leave />
    </>
  )
}

export function DocumentsScreen({
  documents,
  printing,
}: {
  readonly documents: readonly Sheet[]
  readonly printing?: { readonly sheet: Sheet; readonly address: string }
}) {
  const { t, say, go, ask, locale } = useKiosk()
  return (
    <>
      <Title icon="print">{t(printing ? 'printing' : 'documentsTitle')}</Title>
      {printing && (
        <p>
          {say(printing.sheet.title)}: {say(printing.sheet.holder)}
        </p>
      )}
      {documents.length === 0 && <p>{t('noDocuments')}</p>}
      <ul class="kiosk-menu">
        {documents.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={async () => {
                const ready = await ask<{ ticket: string }>(
                  'print',
                  { id: one.id },
                  { at: 'documents', documents },
                )
                if (!ready) return
                const address = `/kiosk/sheets/${ready.ticket}?lang=${locale}`
                go({ at: 'printing', documents, printing: { sheet: one, address } })
              }}
            >
              <span>
                <strong>{say(one.title)}</strong>
                {say(one.holder)}
                {one.number && <Ltr>{one.number}</Ltr>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {printing && (
        <iframe
          key={printing.address}
          class="kiosk-sheet"
          title={t('print')}
          src={printing.address}
          tabIndex={-1}
          onLoad={(event) => event.currentTarget.contentWindow?.print()}
        />
      )}
      <Leave />
    </>
  )
}
