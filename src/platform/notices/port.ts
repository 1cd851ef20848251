/** Sends one text message; resolves when the operator's centre has taken it. */
export interface SmsGateway {
  send(message: {
    readonly to: string
    readonly text: string
    /** One and the same for one message, however often it is sent: a centre that knows it lets it through once. */
    readonly key: string
  }): Promise<{ readonly reference: string }>
  /** Called with each delivery receipt that comes back later. */
  onReceipt(listener: (receipt: { reference: string; delivered: boolean }) => void): void
  close(): Promise<void>
}

export interface Mailer {
  send(mail: {
    readonly to: string
    readonly subject: string
    readonly text: string
    readonly language: string
  }): Promise<{ readonly reference: string }>
  close(): Promise<void>
}
