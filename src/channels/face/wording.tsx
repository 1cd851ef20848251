import { aroundReferences } from '#kernel/reference.ts'
import { Ltr } from './ltr.tsx'

/** A text of which somebody else wrote the words: references in it stay on one line. */
export const Wording = ({ children }: { readonly children: string }) => (
  <>
    {aroundReferences(children).map(({ text, reference }, place) =>
      reference ? <Ltr key={place}>{text}</Ltr> : text,
    )}
  </>
)
