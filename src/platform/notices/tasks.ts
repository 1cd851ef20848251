import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { deliverCode } from '#platform/notices/code.ts'
import { deliver, messageIn } from '#platform/notices/deliver.ts'
import { taskOf } from '#platform/notices/notify.ts'
import { forgetReceipts } from '#platform/notices/receipts.ts'

export const tasks: Tasks = {
  [taskOf.sms]: (platform, payload) => deliver(platform, messageIn(payload, 'sms')),
  [taskOf.email]: (platform, payload) => deliver(platform, messageIn(payload, 'email')),
  'notices.send-code': deliverCode,
  'notices.forget-receipts': forgetReceipts,
}

export const recurring: readonly Recurring[] = [{ task: 'notices.forget-receipts', cron: '40 3 * * *' }]
