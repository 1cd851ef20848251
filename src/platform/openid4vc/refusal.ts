/** Why a wallet was refused, as OAuth and OpenID4VCI name it; the words are for its developer. */
export interface WalletRefusal {
  readonly status: 400 | 401 | 404 | 429
  readonly error:
    | 'invalid_request'
    | 'invalid_grant'
    | 'unsupported_grant_type'
    | 'invalid_dpop_proof'
    | 'invalid_token'
    | 'invalid_credential_request'
    | 'unknown_credential_configuration'
    | 'invalid_proof'
    | 'invalid_nonce'
    | 'credential_request_denied'
    | 'temporarily_unavailable'
  readonly error_description: string
  /** Seconds, with 429. */
  readonly retryAfter?: number
}

export const refusal = (error: WalletRefusal['error'], error_description: string): WalletRefusal => ({
  status: error === 'invalid_token' ? 401 : 400,
  error,
  error_description,
})
