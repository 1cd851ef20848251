import { appWords as words } from '../../app-words.ts'
import { type Purpose, purposesOf } from '../../purpose.ts'
import { useSession, useWords } from './session.ts'

/** Which question the next code shall answer: those of the views first, then what single kinds say. */
export function PurposeChoice() {
  const { reader, purpose, choose } = useSession()
  const say = useWords()
  const all = purposesOf(reader.held.known())
  const kinds = all.filter((one) => one.purpose.startsWith('document:'))
  const option = ({ purpose, label }: (typeof all)[number]) => (
    <option key={purpose} value={purpose}>
      {say(label)}
    </option>
  )
  return (
    <div class="field">
      <label class="field-label" for="verifier-purpose">
        {say(words.purpose)}
      </label>
      <p class="field-hint" id="verifier-purpose-hint">
        {say(words.purposeHint)}
      </p>
      <select
        id="verifier-purpose"
        class="select w-full"
        aria-describedby="verifier-purpose-hint"
        // A view may have gone since it was chosen.
        value={all.some((one) => one.purpose === purpose) ? purpose : 'genuine'}
        // Its values are the purposes above.
        onChange={({ currentTarget }) => choose(currentTarget.value as Purpose)}
      >
        {all.filter((one) => !kinds.includes(one)).map(option)}
        {kinds.length > 0 && <optgroup label={say(words.moreKinds)}>{kinds.map(option)}</optgroup>}
      </select>
    </div>
  )
}
