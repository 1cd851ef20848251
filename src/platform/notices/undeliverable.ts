/**
 * What a gateway throws when trying again cannot help: the address or the message was refused for good.
 * Every other error of a gateway means "not now". The message never contains the address.
 */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
}
