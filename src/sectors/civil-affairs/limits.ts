import { from2014, limits } from '#platform/catalogue/limit.ts'

/** Numbers that change by decree, not by code. Newest last; spans never overlap. */
export const limitOn = limits({
  /** Days after a loss in which it is reported without a fine. */
  lossReportDays: from2014(15, 'report-lost-document [known S22]'),
  /** Days before its expiry from which an ID can be renewed. */
  idRenewalOpensDays: from2014(180, 'renew-national-id, row 101 [known]'),
})
