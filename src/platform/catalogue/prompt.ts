import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { NextStep } from './block.ts'

/** Something in a registry that its person should see to, with the one button that settles it. */
export interface Prompt {
  readonly title: Text
  readonly detail: Text
  /** The last day to do it in; what is soonest stands first. */
  readonly by?: Day
  readonly next: NextStep
}

export interface PromptContext {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
}

export interface PromptSpec {
  readonly sector: string
  /** What to bring before the person on their home page; nothing when all is well. */
  list(context: PromptContext, person: PersonNumber): Promise<readonly Prompt[]>
}

export interface PromptDefinition extends PromptSpec {
  readonly kind: 'prompt'
  readonly name: string
}

/** The default export of a file in a sector's `prompts/`. */
export const prompt = (name: string, spec: PromptSpec): PromptDefinition => ({
  kind: 'prompt',
  name,
  ...spec,
})
