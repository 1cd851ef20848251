/** Below which the partners' API lies. */
export const partnersBase = '/partners/v1'
