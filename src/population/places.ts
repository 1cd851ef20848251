import { type City, cities } from '#platform/people/place.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticAddress } from '#platform/people/synthetic.ts'
import { pairs } from './names/names.ts'

const streets = pairs(`
  طريق الملتقى=Multaqa Road · شارع النخيل=Nakheel Street · شارع الياسمين=Yasmin Street ·
  طريق المستقبل=Mustaqbal Road · شارع الغدير=Ghadeer Street · شارع المنارة=Manarah Street ·
  شارع الحديقة=Hadiqah Street · شارع الواحة=Wahah Street · طريق الميناء=Mina Road ·
  شارع المكتبة=Maktabah Street · شارع السوق=Souq Street · شارع الرمان=Rumman Street
`)
const districts = pairs(`
  الريان=Al Rayyan · النزهة=An Nuzhah · الروضة=Ar Rawdah · الصفا=As Safa · المروج=Al Muruj ·
  الفيحاء=Al Fayha · الندى=An Nada · الواحة=Al Wahah · السلام=As Salam · الربيع=Ar Rabi ·
  الخالدية=Al Khalidiyah · البساتين=Al Basatin
`)

/** About how many of a thousand people live in each region, in the order of `cities`' regions. */
const weights: Readonly<Record<City['region'], number>> = {
  '01': 270,
  '02': 250,
  '03': 65,
  '04': 155,
  '05': 42,
  '06': 23,
  '07': 28,
  '08': 12,
  '09': 44,
  '10': 18,
  '11': 11,
  '12': 18,
  '14': 64,
}

/** A city, the larger regions oftener. */
export function someCity(random: Random): City {
  const region = random.weighted(weights)
  return random.pick(cities.filter((city) => city.region === region))
}

const letters = 'ABDHJKLMNRSTVW'

/** An address in a city; its short form is not unique over the country. */
export function someAddress(random: Random, city: City): SyntheticAddress {
  const building = random.digits(4)
  const letter = () => letters[random.int(0, letters.length - 1)] ?? 'A'
  return {
    shortAddress: `${letter()}${letter()}${letter()}${letter()}${building}`,
    building,
    street: random.pick(streets),
    district: random.pick(districts),
    city: city.name,
    region: city.region,
    postcode: `${city.postcode}${random.digits(3)}`,
    additional: random.digits(4),
  }
}
