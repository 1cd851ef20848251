import { lorelei } from '@dicebear/collection'
import { createAvatar } from '@dicebear/core'

/** The drawn face of a synthetic person, the same for the same seed; decoration beside the name. */
export const Portrait = ({ seed, size = 96 }: { readonly seed: string; readonly size?: number }) => (
  <img class="portrait" src={createAvatar(lorelei, { seed }).toDataUri()} alt="" width={size} height={size} />
)
