import type { Text } from '#kernel/text.ts'

/** What a court may give to one parent and take from the other, by itself (register 181). */
export const courtMatters = ['passport', 'travel', 'residence'] as const
export type CourtMatter = (typeof courtMatters)[number]

/**
 * In what somebody acts for a child. Beside the matters of a court, those of every day, which whoever has the
 * child in their care sees to: its fingerprints, looking at its documents, and whatever has no name of its own.
 */
export type Matter = CourtMatter | 'fingerprint' | 'documents' | 'any'

export const matters: readonly Matter[] = [...courtMatters, 'fingerprint', 'documents', 'any']

export const everydayMatters: readonly Matter[] = ['fingerprint', 'documents', 'any']

export const matterTitle: Readonly<Record<Matter, Text>> = {
  passport: { ar: 'جواز السفر', en: 'Passport' },
  travel: { ar: 'السفر', en: 'Travel' },
  residence: { ar: 'الإقامة', en: 'Residence' },
  fingerprint: { ar: 'البصمة', en: 'Fingerprints' },
  documents: { ar: 'الاطلاع على الوثائق', en: 'Seeing documents' },
  any: { ar: 'الشؤون اليومية', en: 'Everyday matters' },
}
