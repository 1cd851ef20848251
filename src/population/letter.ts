import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { v } from '#platform/catalogue/value.ts'
import { renderPdf } from '#platform/documents/pdf.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'

/** The letter by which an owner of the demonstration appoints a signatory, as an officer then reads it. */
export async function signatoryLetter(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  it: { readonly firm: EstablishmentNumber; readonly owner: PersonNumber; readonly delegate: PersonNumber },
): Promise<Uint8Array> {
  const [firm, owner, delegate] = await Promise.all([
    findEstablishment(db, it.firm),
    findPerson(db, it.owner),
    findPerson(db, it.delegate),
  ])
  if (!firm || !owner || !delegate) throw new Error('the letter names somebody who is not on record')
  return renderPdf({
    layout: 'receipt',
    language: 'ar',
    title: { ar: 'خطاب تفويض بالتوقيع', en: 'Letter appointing a signatory' },
    issuer: firm.name,
    facts: [
      { key: 'firm', label: { ar: 'المنشأة', en: 'Establishment' }, value: v.text(firm.name) },
      { key: 'number', label: { ar: 'الرقم الموحد', en: 'Unified number' }, value: v.code(firm.id) },
      { key: 'delegate', label: { ar: 'المفوَّض', en: 'Delegate' }, value: v.text(delegate.name) },
      { key: 'id', label: { ar: 'رقم هويته', en: 'Their ID number' }, value: v.code(delegate.id) },
      {
        key: 'what',
        label: { ar: 'فيما فُوّض', en: 'Appointed to' },
        value: v.text({
          ar: 'تمثيل المنشأة أمام مشغّل الاتصالات، مدة سنة',
          en: 'Represent the establishment before its telecom operator, for a year',
        }),
      },
      { key: 'signed', label: { ar: 'وقّعه المالك', en: 'Signed by the owner' }, value: v.text(owner.name) },
      { key: 'stamp', label: { ar: 'الختم', en: 'Stamp' }, value: v.text(firm.name) },
    ],
    madeAt: clock.now(),
    demo: true,
  })
}
