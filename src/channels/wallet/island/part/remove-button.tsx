import { useRef, useState } from 'preact/hooks'
import { Go } from './pieces.tsx'
import { useWallet } from './wallet-context.ts'

/** Takes everything off this phone, once it is said again. */
export function RemoveButton({ words }: { readonly words: string }) {
  const { t, remove } = useWallet()
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  return (
    <>
      <button type="button" class="wallet-link" onClick={() => dialog.current?.showModal()}>
        {words}
      </button>
      <dialog ref={dialog} class="wallet-dialog" aria-labelledby="remove-title">
        <h2 id="remove-title">{t('removeTitle')}</h2>
        <p>{t('removeLead')}</p>
        {!navigator.onLine && <p>{t('removeOffline')}</p>}
        <Go
          look="danger"
          icon="trash"
          busy={busy}
          onPress={() => {
            setBusy(true)
            void remove()
          }}
        >
          {t('removeGo')}
        </Go>
        <Go look="quiet" onPress={() => dialog.current?.close()}>
          {t('cancel')}
        </Go>
      </dialog>
    </>
  )
}
