/** Arabic-Indic (٠-٩) and Persian (۰-۹) digits as ASCII; everything else stays (register F-05). */
export function toAsciiDigits(input: string): string {
  return input
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}

/** ASCII digits, without spaces, hyphens and invisible direction marks: what is left of a copied number. */
export function compact(input: string): string {
  return toAsciiDigits(input).replace(
    /[\s\-\u00ad\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g,
    '',
  )
}
