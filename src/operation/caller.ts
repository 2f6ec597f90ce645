/** What a caller may do, each role all that the ones before it may. The names stand in configurations and tokens for ever. */
export const ROLES = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who asks. */
export interface Caller {
  /** For the event log; null when the server knows no names. */
  readonly name: string | null
  readonly role: Role
}

/** Who asks a server that wants no tokens, or the library: whoever reaches it may do everything. */
export const ANYONE: Caller = { name: null, role: 'admin' }

/** Whether a caller may do what needs this role. */
export function allows(caller: Caller, role: Role): boolean {
  return ROLES.indexOf(caller.role) >= ROLES.indexOf(role)
}

/** Whether a text names a role. */
export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text)
}
