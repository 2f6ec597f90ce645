import type { Role } from '../gql/graphql.ts'

/** Where there is no room to say what a viewer can do about it. */
export const MAY_ONLY_LOOK = 'Your token only permits to look.'

/** Why something cannot be done with this role, and what would permit it. */
export function needsRole(wanted: 'operator' | 'admin', role: Role): string {
  return `This takes the role ${wanted}; yours is ${role.toLowerCase()}. Sign in with another token, or ask whoever runs this server.`
}
