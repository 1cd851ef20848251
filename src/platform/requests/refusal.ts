import type { Text } from '#kernel/text.ts'

/** Thrown by an effect that finds the world changed: the request is rejected and money goes back. By `onSubmit`: it is not sent. */
export class Refusal extends Error {
  readonly because: Text
  constructor(because: Text) {
    super(because.en)
    this.because = because
  }
}
