import { expect, it } from 'vitest'
import { eventAbout } from './events.ts'

it('says where something was refused, not the id of the device', () => {
  const refused = { action: 'account.refuse', about: 'f74d2a44-b68e-4c56-80c2-2f048f1fde5b', ground: 'kiosk' }
  expect(eventAbout(refused, 'ar')).toBe('جهاز الخدمة الذاتية')
  expect(eventAbout({ action: 'account.activate', about: 'ACT-1448-DZVYD3-4', ground: 'kiosk' }, 'ar')).toBe(
    'ACT-1448-DZVYD3-4',
  )
})
