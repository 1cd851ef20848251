import type { Text } from '#kernel/text.ts'

/** One thing to do in a life event: an entry of the catalogue, and why it comes here. */
export interface EventStep {
  readonly entry: string
  readonly note: Text
}

export interface LifeEventSpec {
  readonly sector: string
  readonly title: Text
  readonly summary: Text
  /** A Lucide icon's name. */
  readonly icon: string
  /** In the order in which one does them. */
  readonly steps: readonly EventStep[]
}

export interface LifeEventDefinition extends LifeEventSpec {
  readonly kind: 'life-event'
  readonly name: string
}

/**
 * Something that happens in a life and takes several services, as one checklist (register section 3): the
 * default export of a file in a sector's `life-events/`. It may name entries of any sector.
 */
export const lifeEvent = (name: string, spec: LifeEventSpec): LifeEventDefinition => ({
  kind: 'life-event',
  name,
  ...spec,
})
