/** The heading that the focus goes to when what had it is gone. */
export const ACTIVE_HEADING = 'active-downloads'
