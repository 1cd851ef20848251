import { type Region, regions } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Option } from '#platform/forms/field.ts'
import { choice, nationalAddress, type WholeAddress } from '#platform/forms/fields/index.ts'
import { cityNamed } from '#platform/people/place.ts'

/** What is asked of a national address (register F-19, `national-address`). */
export const addressFields = {
  address: nationalAddress({
    label: { ar: 'العنوان الوطني', en: 'The national address' },
    hint: {
      ar: 'تجده على لوحة المبنى. العنوان المختصر أربعة حروف وأربعة أرقام، مثل RRRD2929.',
      en: 'The plate on the building shows it. A short address is four letters and four digits, such as RRRD2929.',
    },
    short: 'required',
  }),
  region: choice({ label: { ar: 'المنطقة', en: 'The region' }, options: regionOptions() }),
}

/** Where the parts do not belong together; a city that is not among the main ones is taken as written. */
export function addressTroubles({
  address,
  region,
}: {
  readonly address: WholeAddress
  readonly region: Region
}): { readonly address?: Text; readonly region?: Text } {
  const city = cityNamed(address.city)
  if (!city) return {}
  if (city.region !== region)
    return {
      region: {
        ar: `${city.name.ar} في منطقة ${regions[city.region].ar}. راجع المدينة أو المنطقة`,
        en: `${city.name.en} is in the region of ${regions[city.region].en}. Check the city or the region`,
      },
    }
  if (!address.postcode.startsWith(city.postcode))
    return {
      address: {
        ar: `الرموز البريدية في ${city.name.ar} تبدأ بـ${city.postcode}. راجع الرمز`,
        en: `Postcodes of ${city.name.en} begin with ${city.postcode}. Check the postcode`,
      },
    }
  return {}
}

function regionOptions(): readonly (Option & { readonly value: Region })[] {
  // The keys of the table are the regions.
  return (Object.keys(regions) as Region[]).toSorted().map((value) => ({ value, label: regions[value] }))
}
