import { ChoiceControl, ChoicesControl, ConsentControl, YesNoControl } from './field/choice.tsx'
import { DateControl } from './field/date.tsx'
import { FileControl } from './field/file.tsx'
import { LineControl } from './field/line.tsx'
import { AddressControl, PlateControl } from './field/parts.tsx'
import type { FieldControlProps } from './field/props.ts'

const controls = {
  choice: ChoiceControl,
  choices: ChoicesControl,
  yesNo: YesNoControl,
  consent: ConsentControl,
  date: DateControl,
  plate: PlateControl,
  nationalAddress: AddressControl,
  file: FileControl,
} as const

const hasControl = (kind: string): kind is keyof typeof controls => Object.hasOwn(controls, kind)

/** Draws the control of any field: its label, hint, error, and the inputs that post its value. */
export function FieldControl(props: FieldControlProps) {
  const { kind } = props.field
  const Control = hasControl(kind) ? controls[kind] : LineControl
  return <Control {...props} />
}

export { inputId, partName } from './field/props.ts'
export type { FieldControlProps }
