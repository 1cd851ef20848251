/** Register `renew-residency-permit`: reminders 90, 30 and 7 days ahead, to holder and sponsor. */
export const reminderDays = [90, 30, 7] as const
export const [firstReminder] = reminderDays
