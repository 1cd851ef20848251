import { join } from 'node:path'
import type { Config } from '#platform/config.ts'
import type { RotatingIssuerKeys } from './port.ts'
import { openIssuerFile, openIssuerKeys } from './ring.ts'
import { tokenHolder } from './token-holder.ts'

/** The issuer keys that the configuration names: in files of the data folder, or in a hardware module. */
export async function openConfiguredKeys({
  data,
  issuerToken,
}: Pick<Config, 'data' | 'issuerToken'>): Promise<RotatingIssuerKeys> {
  const folder = join(data, 'keys')
  return issuerToken ? openIssuerKeys(folder, await tokenHolder(issuerToken)) : openIssuerFile(folder)
}
