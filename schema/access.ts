import { type AuthFailure, AuthScopeFailureType } from '@pothos/plugin-scope-auth'
import type { GraphQLResolveInfo } from 'graphql'
import { ForbiddenError } from '../src/operation/access-errors.ts'
import { allows, type Caller, isRole, ROLES, type Role } from '../src/operation/caller.ts'
import type { Context } from './context.ts'

/** The scopes of scope-auth: one for each role. */
export type AuthScopes = Record<Role, boolean>

/** What a field needs beyond what its type does: everybody may read, only admins may change unless the field says so. */
export function needs(role: Role) {
  return { authScopes: { [role]: true } as Partial<AuthScopes>, skipTypeScopes: true }
}

interface ControlArgs {
  readonly input: { readonly id: string }
}

/** The same for what is done to one operation: an operator may do it, but for operations that only admins may ask for. */
export function needsToControl() {
  const mayControl = async (_root: object, { input }: ControlArgs, context: Context, { fieldName }: GraphQLResolveInfo) => {
    const operation = await context.operation(input.id)
    const role = operation === null ? 'operator' : context.recovery.insight.roleToControl(operation)
    if (allows(context.caller, role)) return true
    throw new ForbiddenError(role === 'operator' ? fieldName : `${fieldName} of "${operation?.functionName}"`, role)
  }
  return { authScopes: mayControl, skipTypeScopes: true }
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
