import type { Text } from '#kernel/text.ts'

/** Said wherever an employer sees something of a worker. */
export const whatIsSeen: Text = {
  ar: 'ترى ما يلزمك نظامًا لا غير. لا يظهر سفر العامل ولا صحته ولا سجله ولا جوازه، ويُبلَّغ العامل باطلاعك.',
  en: 'You see what the law asks of you and nothing else: not the worker’s travels, health, record or passport. The worker is told that you looked.',
}
