import type { Block } from '#platform/catalogue/block.ts'
import { steady } from '#platform/guard/steady.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/**
 * What anyone is told about somebody: yes, or one and the same no to what is not so, to a wrong birth date and to a
 * number that nobody has, in the same time (register, section 4).
 */
export const yesOrNo = (
  find: () => Promise<boolean>,
  answers: { readonly yes: Block; readonly no: Block },
): Promise<readonly Block[]> => steady(ANSWER_MS, async () => [(await find()) ? answers.yes : answers.no])
