import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import smpp from 'smpp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SmsGateway } from '#platform/notices/port.ts'
import { smppGateway } from '#platform/notices/smpp.ts'
import { smtpMailer } from '#platform/notices/smtp.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'
import { createSandbox, type Sandbox } from '#sandbox/server.ts'

const log = pino({ level: 'silent' })
const code = 'رمز الدخول إلى ديوان: 482913. لا تعطه أحدًا.'

let sandbox: Sandbox
let close: (() => Promise<void>)[]

const start = (ports: { smppPort: number; smtpPort: number }) =>
  createSandbox({
    port: 0,
    production: false,
    portal: 'http://portal.test',
    keys: {},
    phone: { ...ports, systemId: 'diwan', password: 'p@ss' },
    secrets: { biller: 'b', bank: 'k', fingerprint: 'f', operator: 'o' },
  })

beforeEach(async () => {
  sandbox = await start({ smppPort: 0, smtpPort: 0 })
  close = [() => sandbox.close()]
})
afterEach(async () => {
  for (const one of close.reverse()) await one()
})

interface Loose extends Omit<SmsGateway, 'send'> {
  send(message: { to: string; text: string; key?: string }): ReturnType<SmsGateway['send']>
}

function gateway(options: { password?: string; window?: number } = {}): Loose {
  const password = encodeURIComponent(options.password ?? 'p@ss')
  const made = smppGateway({
    url: `smpp://diwan:${password}@127.0.0.1:${sandbox.phone.smppPort}`,
    sender: 'Diwan',
    log,
    window: options.window ?? 10,
    retryAfter: 20,
    answerWithin: 2_000,
  })
  close.push(() => made.close())
  return { ...made, send: (message) => made.send({ key: randomUUID(), ...message }) }
}

async function messages(mobile: string): Promise<{ from: string; text: string }[]> {
  return (await fetch(`${sandbox.origin}/phone/${encodeURIComponent(mobile)}/messages`)).json()
}

describe('a text message over SMPP', () => {
  it('arrives in Arabic and in Latin, and its receipt comes back', async () => {
    const sms = gateway()
    const receipts: { reference: string; delivered: boolean }[] = []
    sms.onReceipt((receipt) => receipts.push(receipt))
    const { reference } = await sms.send({ to: '+966521234567', text: code })
    await sms.send({ to: '+966521234567', text: 'Your code: 482913 [€] {x}' })
    expect(await messages('0521234567')).toMatchObject([
      { from: 'Diwan', text: code },
      { from: 'Diwan', text: 'Your code: 482913 [€] {x}' },
    ])
    await expect.poll(() => receipts).toContainEqual({ reference, delivered: true })
  })

  it('arrives whole when it takes several parts', async () => {
    const sms = gateway({ window: 2 })
    const receipts: string[] = []
    sms.onReceipt(({ reference }) => receipts.push(reference))
    const long = Array.from({ length: 60 }, (_, n) => `الجملة رقم ${n} 😀.`).join(' ')
    const sent = await Promise.all([
      sms.send({ to: '+966521234567', text: long }),
      sms.send({ to: '+966521234567', text: long.replaceAll('الجملة', 'السطر') }),
    ])
    const texts = (await messages('0521234567')).map(({ text }) => text)
    expect(texts.toSorted()).toEqual([long, long.replaceAll('الجملة', 'السطر')].toSorted())
    await expect.poll(() => receipts.toSorted()).toEqual(sent.map(({ reference }) => reference).toSorted())
  })

  it('arrives once when a sender that was killed sends it again, also in part', async () => {
    const sms = gateway()
    const long = Array.from({ length: 20 }, (_, n) => `الجملة رقم ${n}.`).join(' ')
    const first = await sms.send({ to: '+966521234567', text: long, key: 'notice-1' })
    const again = await gateway().send({ to: '+966521234567', text: long, key: 'notice-1' })
    expect(again).toEqual(first)
    await sms.send({ to: '+966521234567', text: long, key: 'notice-2' })
    expect((await messages('0521234567')).map(({ text }) => text)).toEqual([long, long])
  })

  it('comes back as undelivered from a phone that is switched off', async () => {
    const sms = gateway()
    const receipts: { reference: string; delivered: boolean }[] = []
    sms.onReceipt((receipt) => receipts.push(receipt))
    const { reference } = await sms.send({ to: '+966521234500', text: code })
    await expect.poll(() => receipts).toEqual([{ reference, delivered: false }])
    expect(await messages('0521234500')).toEqual([])
  })

  it('is refused for good when the number cannot be one', async () => {
    const sms = gateway()
    await expect(sms.send({ to: '+9665', text: code })).rejects.toThrow(Undeliverable)
    await sms.send({ to: '+966521234567', text: code })
  })

  it('does not go out with the wrong password', async () => {
    const sending = gateway({ password: 'wrong' }).send({ to: '+966521234567', text: code })
    await expect(sending).rejects.toThrow('refused the sign-in')
  })

  it('goes out again after the centre was away, and receipts too', async () => {
    const sms = gateway()
    await sms.send({ to: '+966521234567', text: 'one' })
    const ports = sandbox.phone
    await sandbox.close()
    await expect(sms.send({ to: '+966521234567', text: 'two' })).rejects.toThrow()
    sandbox = await start(ports)
    await expect
      .poll(() => sms.send({ to: '+966521234567', text: 'three' }).then(() => 'sent', String), {
        timeout: 20_000,
      })
      .toBe('sent')
    expect((await messages('0521234567')).map(({ text }) => text)).toEqual(['three'])
  })

  it('fails, to be tried again, when the centre says nothing or speaks nonsense', async () => {
    const silent = smpp.createServer((session) => {
      session.on('error', () => session.destroy())
      session.on('bind_transceiver', (pdu) => session.send(pdu.response()))
    })
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const sms = smppGateway({
      url: `smpp://a:b@127.0.0.1:${address.port}`,
      sender: 'Diwan',
      log,
      answerWithin: 200,
      retryAfter: 20,
    })
    close.push(
      () => new Promise((done) => silent.close(() => done())),
      () => sms.close(),
    )
    await expect(sms.send({ to: '+966521234567', text: 'one', key: 'one' })).rejects.toThrow('did not answer')
    silent.on('connection', (socket) => socket.write(Buffer.from('ffffffffffffffffffffffff', 'hex')))
    await expect
      .poll(() => sms.send({ to: '+966521234567', text: 'x', key: 'x' }).then(() => '', String))
      .toContain('Error')
  })
})

describe('mail over SMTP', () => {
  const subject = 'تم تجديد رخصة القيادة: الرخصة سارية الآن حتى نهاية المدة'

  it('arrives in Arabic', async () => {
    const mail = smtpMailer({
      url: `smtp://127.0.0.1:${sandbox.phone.smtpPort}`,
      from: 'ديوان <no-reply@diwan.example>',
    })
    close.push(() => mail.close())
    const text = `مرحبًا،\n${'رخصتك سارية. '.repeat(40).trim()}\n.\nhttp://portal.test/inbox?a=b`
    await mail.send({ to: 'Salem@Example.com', subject, text, language: 'ar' })
    const response = await fetch(`${sandbox.origin}/phone/mail/salem@example.com/messages`)
    expect(await response.json()).toMatchObject([{ from: 'ديوان', subject, text, language: 'ar' }])
  })

  it('is tried again when the server is away', async () => {
    const mail = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'no-reply@diwan.example' })
    close.push(() => mail.close())
    const sending = mail.send({ to: 'a@example.com', subject, text: 'x', language: 'ar' })
    await expect(sending).rejects.toThrow('not taking mail')
    await expect(sending).rejects.not.toBeInstanceOf(Undeliverable)
  })

  it('adds no recipient and no header that a line break smuggles in', async () => {
    const mail = smtpMailer({
      url: `smtp://127.0.0.1:${sandbox.phone.smtpPort}`,
      from: 'no-reply@diwan.example',
    })
    close.push(() => mail.close())
    await mail.send({ to: 'a@example.com', subject: 'x\r\nBcc: b@example.com', text: 'x', language: 'en' })
    const other = await fetch(`${sandbox.origin}/phone/mail/b@example.com/messages`)
    expect(await other.json()).toEqual([])
  })
})

describe('the phone’s pages', () => {
  it('show messages with their code, and stream new ones', async () => {
    const sms = gateway()
    await sms.send({ to: '+966521234567', text: `<b>${code}` })
    const page = await (await fetch(`${sandbox.origin}/phone/%2B966521234567`)).text()
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('data-copy="482913"')
    expect(page).toContain('&lt;b>')
    expect(page).toMatch(/<noscript><meta http-equiv="refresh"/)

    const live = /data-live="([^"]+)"/.exec(page)?.[1]
    await sms.send({ to: '+966521234567', text: 'came before the stream' })
    const stream = await fetch(`${sandbox.origin}${live}&lang=en`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const read = async () => (seen += (await reader?.read())?.value ?? '')
    await expect.poll(read).toContain('came before the stream')
    await sms.send({ to: '+966521234567', text: 'code 1234' })
    await expect.poll(read).toContain('Copy the code')
    expect(seen.match(/^data: .*$/gm)).toHaveLength(2)
    await reader?.cancel()
  })

  it('list the numbers, newest first, and open any of them', async () => {
    const sms = gateway()
    await sms.send({ to: '+966521234567', text: 'first' })
    await sms.send({ to: '+966529999999', text: 'second' })
    const page = await (await fetch(`${sandbox.origin}/phone`)).text()
    expect(page.indexOf('0529999999')).toBeLessThan(page.indexOf('0521234567'))
    expect(page).toContain('0521234567')
    const opened = await fetch(`${sandbox.origin}/phone?mobile=${encodeURIComponent('٠٥٢١٢٣٤٥٦٧')}`)
    expect(new URL(opened.url).pathname).toBe('/phone/%2B966521234567')
    const wrong = await fetch(`${sandbox.origin}/phone?mobile=12`)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('role="alert"')
  })

  it('are marked as a sandbox, in either language', async () => {
    for (const [lang, dir] of [
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ]) {
      const page = await (await fetch(`${sandbox.origin}/?lang=${lang}`)).text()
      expect(page).toContain(`<html lang="${lang}" dir="${dir}">`)
      expect(page).toContain('بيئة تجريبية')
      expect(page).toContain('href="/phone"')
    }
  })
})

describe('the sandbox', () => {
  it('does not start in production', async () => {
    const starting = createSandbox({
      port: 0,
      production: true,
      portal: 'http://portal.test',
      keys: {},
      phone: { smppPort: 0, smtpPort: 0, systemId: 'a', password: 'b' },
      secrets: { biller: 'b', bank: 'k', fingerprint: 'f', operator: 'o' },
    })
    await expect(starting).rejects.toThrow('does not start in production')
  })

  it('says which port is taken, and leaves nothing open', async () => {
    await expect(start(sandbox.phone)).rejects.toThrow('EADDRINUSE')
  })
})
