import type { Option } from '#platform/forms/field.ts'
import { messagesFor } from '../messages.ts'
import { describedBy, Frame, GroupFrame } from './frame.tsx'
import { type FieldControlProps, inputId, textOf } from './props.ts'

/** More than these are easier to find in a list than to read one by one. */
const longest = 8

const optionsOf = ({ field, options }: FieldControlProps): readonly Option[] =>
  options ?? (field.options === 'subject' ? [] : (field.options ?? []))

/** One of several: radios, or a list to choose from when there are many. */
export function ChoiceControl(props: FieldControlProps) {
  const options = optionsOf(props)
  if (options.length > longest) return <SelectControl {...props} options={options} />
  return <Marks {...props} options={options} type="radio" chosen={[textOf(props.value)]} />
}

/** Any number of several. */
export function ChoicesControl(props: FieldControlProps) {
  const chosen = Array.isArray(props.value) ? props.value.map(textOf) : [textOf(props.value)]
  return <Marks {...props} options={optionsOf(props)} type="checkbox" chosen={chosen} />
}

export function YesNoControl(props: FieldControlProps) {
  const m = messagesFor(props.locale).form
  const both = (words: string) => ({ ar: words, en: words })
  const value = props.value
  const chosen = value === true ? 'yes' : value === false ? 'no' : textOf(value)
  const options = [
    { value: 'yes', label: both(m.yes) },
    { value: 'no', label: both(m.no) },
  ]
  return <Marks {...props} options={options} type="radio" chosen={[chosen]} inline />
}

interface MarksProps extends FieldControlProps {
  readonly options: readonly Option[]
  readonly type: 'radio' | 'checkbox'
  readonly chosen: readonly string[]
  readonly inline?: boolean
}

function Marks(props: MarksProps) {
  const { name, field, error, locale, options, type, chosen, inline } = props
  return (
    <GroupFrame {...props}>
      <div class={inline ? 'marks marks-inline' : 'marks'}>
        {options.map((option, at) => (
          <label key={option.value} class="mark">
            <input
              class={type}
              type={type}
              id={at === 0 ? inputId(name) : undefined}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              required={type === 'radio' && !field.optional}
              aria-invalid={error ? 'true' : undefined}
            />
            <span>
              <span class="mark-label">{option.label[locale]}</span>
              {option.detail && <span class="mark-detail">{option.detail[locale]}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

function SelectControl(props: FieldControlProps & { readonly options: readonly Option[] }) {
  const { name, field, value, error, locale, options } = props
  return (
    <Frame {...props}>
      <select
        class="select w-full max-w-md"
        id={inputId(name)}
        name={name}
        required={!field.optional}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{messagesFor(locale).form.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === textOf(value)}>
            {option.detail ? `${option.label[locale]}، ${option.detail[locale]}` : option.label[locale]}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** One box: "I agree". */
export function ConsentControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const checked = value === true || ['yes', 'on', 'true'].includes(textOf(value))
  return (
    <div class="field" data-invalid={error ? 'true' : undefined}>
      {error && (
        <p class="field-error" id={`${inputId(name)}-error`}>
          {error[locale]}
        </p>
      )}
      <div class="marks">
        <label class="mark">
          <input
            class="checkbox"
            type="checkbox"
            id={inputId(name)}
            name={name}
            value="yes"
            checked={checked}
            required={!field.optional}
            aria-describedby={error ? `${inputId(name)}-error` : undefined}
            aria-invalid={error ? 'true' : undefined}
          />
          <span>
            <span class="mark-label">{field.label[locale]}</span>
            {field.hint && <span class="mark-detail">{field.hint[locale]}</span>}
          </span>
        </label>
      </div>
    </div>
  )
}
