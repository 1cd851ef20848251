import { from2014, limits } from '#platform/catalogue/limit.ts'

/** Numbers that change by decree, not by code. Newest last; spans never overlap. */
export const limitOn = limits({
  /** Days before its expiry from which a licence can be renewed. */
  renewalOpensDays: from2014(180, 'renew-driving-licence [known S25]'),
  /** Days after its expiry without a late fee. */
  renewalGraceDays: from2014(60, 'renew-driving-licence [known S25]'),
  objectionDays: from2014(30, 'object-traffic-violation [known S28]'),
  liabilityObjectionDays: from2014(30, 'object-accident-liability, row 95 [assumed]'),
  paymentWindowDays: from2014(15, 'request-payment-extension, row 75 [known]'),
  reductionPercent: from2014(25, 'violation-reduction, row 76 [assumed]'),
  residentPrivateVehicles: from2014(2, 'F-10 [known S1]'),
  residentSeats: from2014(8, 'F-10 [known S1]'),
  /** Points within a year at which a licence is suspended. */
  suspensionPoints: from2014(24, 'query-violation-points, row 73 [assumed]'),
})
