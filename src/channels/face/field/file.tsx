import { fill, messagesFor } from '../messages.ts'
import { describedBy, Frame } from './frame.tsx'
import { type FieldControlProps, inputId, partName, partOf } from './props.ts'

/** What storing an upload gave, posted again with the page. */
const handle = ['file', 'name', 'type', 'bytes'] as const

/** A file to send; one that is already held stays unless another is chosen. */
export function FileControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const m = messagesFor(locale).form
  const accept = field.control?.accept
  const most = field.control?.maxBytes
  const limit =
    typeof most === 'number' ? fill(m.fileLimit, { size: Math.floor(most / 100_000) / 10 }) : undefined
  const held = partOf(value, 'file')
  return (
    <Frame {...props} hint={limit}>
      {held && (
        <p class="field-hint">
          {fill(m.fileKept, { name: partOf(value, 'name') })}
          {handle.map((part) => (
            <input key={part} type="hidden" name={partName(name, part)} value={partOf(value, part)} />
          ))}
        </p>
      )}
      <input
        class="file-input w-full max-w-md"
        type="file"
        id={inputId(name)}
        name={name}
        accept={Array.isArray(accept) ? accept.join(',') : typeof accept === 'string' ? accept : undefined}
        required={!field.optional && !held}
        aria-describedby={describedBy(props, limit)}
        aria-invalid={error ? 'true' : undefined}
      />
    </Frame>
  )
}
