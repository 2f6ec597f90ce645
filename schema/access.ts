import { type AuthFailure, AuthScopeFailureType } from '@pothos/plugin-scope-auth'
import type { GraphQLResolveInfo } from 'graphql'
import { ForbiddenError } from '../src/operation/access-errors.ts'
import { allows, type Caller, isRole, ROLES, type Role } from '../src/operation/caller.ts'
import type { Operation } from '../src/operation/operation.ts'
import type { OperationAction } from '../src/operation/state.ts'
import type { Context } from './context.ts'

/** The scopes of scope-auth: one for each role. */
export type AuthScopes = Record<Role, boolean>

/** What a field needs beyond what its type does: everybody may read, only admins may change unless the field says so. */
export function needs(role: Role) {
  return { authScopes: { [role]: true } as Partial<AuthScopes>, skipTypeScopes: true }
}

/**
 * What is done to one operation needs an operator, and an admin where only admins may ask for such an operation.
 *
 * @throws ForbiddenError
 */
export async function mayControl({ caller, operation, recovery }: Context, id: string, fieldName: string): Promise<void> {
  const found = await operation(id)
  const role = found === null ? 'operator' : recovery.insight.roleToControl(found)
  if (!allows(caller, role)) throw new ForbiddenError(`${fieldName} of "${found?.functionName}"`, role)
}

/** What the caller can do to an operation now. */
export function actionsFor(operation: Operation, _args: object, { caller, recovery }: Context): readonly OperationAction[] {
  return recovery.insight.actionsFor(caller, operation)
}

export function scopesOf({ caller }: { readonly caller: Caller }): AuthScopes {
  const scopes = ROLES.map((role) => [role, allows(caller, role)])
  return Object.fromEntries(scopes) as AuthScopes
}

/** The refusal of a field, with the role that it needs. */
export function forbidden({ fieldName }: GraphQLResolveInfo, failure: AuthFailure): ForbiddenError {
  return new ForbiddenError(fieldName, neededRole(failure) ?? 'admin')
}

function neededRole(failure: AuthFailure): Role | null {
  if (failure.kind === AuthScopeFailureType.AuthScope) return isRole(failure.scope) ? failure.scope : null
  if (!('failures' in failure)) return null
  return failure.failures.map(neededRole).find((role) => role !== null) ?? null
}
