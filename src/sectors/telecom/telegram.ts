import type { Text } from '#kernel/text.ts'
import { text } from '#platform/forms/fields/index.ts'

/** What a telegram says: words alone. */
export const telegramField = text({
  label: { ar: 'نص البرقية', en: 'What the telegram says' },
  hint: {
    ar: 'كلام فقط، بلا روابط. يظهر فيه اسم المنشأة.',
    en: 'Words alone, no links. It bears the establishment’s name.',
  },
  min: 5,
  max: 500,
  multiline: true,
})

/** A message in an official inbox is trusted: it leads nobody to an address of the sender's. */
export const hasLink = (words: string): boolean =>
  /https?:|www\.|[a-z0-9-]+\.(com|net|org|sa|io|co|me|app|link|info|xyz)\b/i.test(words)

export const noLinks: Text = {
  ar: 'احذف الروابط من البرقية: لا تُرسل فيها عناوين.',
  en: 'Take the links out: a telegram carries no addresses.',
}
