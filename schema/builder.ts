import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import type { Json } from '../src/operation/json.ts'
import { type AuthScopes, forbidden, scopesOf } from './access.ts'
import type { Context } from './context.ts'

/** What the schema's modules build on. Fields are non-null unless they say otherwise; instants are epoch milliseconds inside. */
export const builder = new SchemaBuilder<{
  // biome-ignore-start lint/style/useNamingConvention: Pothos gives these names
  Context: Context
  AuthScopes: AuthScopes
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: number; Output: number }
    Duration: { Input: number; Output: number }
    JSON: { Input: Json; Output: Json }
  }
  // biome-ignore-end lint/style/useNamingConvention: see above
}>({
  defaultFieldNullability: false,
  plugins: [ScopeAuthPlugin, ErrorsPlugin],
  // A mutation answers its payload or one of the errors it names, without a wrapper around the payload.
  errors: { directResult: true },
  scopeAuth: {
    authScopes: scopesOf,
    unauthorizedError: (_parent, _context, info, { failure }) => forbidden(info, failure),
    // Once, before the first event; not again for each of them.
    authorizeOnSubscribe: true,
  },
})

export type Types = typeof builder.$inferSchemaTypes
