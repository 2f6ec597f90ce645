import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isEnumType, isUnionType } from 'graphql'
import { buildSchema } from '../schema/index.ts'
import { ROLES, type Role } from '../src/operation/caller.ts'
import { table } from './markdown.ts'

type Field = GraphQLField<unknown, unknown>
type Root = GraphQLObjectType | null | undefined

/** The roles that a field asks for by name, or what decides by the operation: see `needsToControl`. */
type Scopes = Readonly<Partial<Record<Role, boolean>>> | (() => unknown)

interface Scoped {
  readonly pothosOptions?: { readonly authScopes?: Scopes }
}

/** The least that is asked of who controls an operation. */
const CONTROLS: Role = 'operator'

const schema: GraphQLSchema = buildSchema()

/** Every code that an error can have, in the words of the schema. */
export function errorCodesTable(): string {
  const type = schema.getType('ErrorCode')
  if (!isEnumType(type)) throw new Error('The schema has no enum ErrorCode')
  const rows = type.getValues().map(({ name, description }) => [`\`${name}\``, description ?? ''])
  return table(['code', 'meaning'], rows)
}

/** What can be asked. */
export function queriesTable(): string {
  return fieldsTable('query', schema.getQueryType())
}

/** What can be followed. */
export function subscriptionsTable(): string {
  return fieldsTable('subscription', schema.getSubscriptionType())
}

/** What can be done, and which errors each mutation answers as data. */
export function mutationsTable(): string {
  const root = schema.getMutationType()
  const rows = fieldsOf(root).map((field) => [
    `\`${field.name}\``,
    roleOf(field, root),
    field.description ?? '',
    refusalsOf(field)
      .map((name) => `\`${name}\``)
      .join(', ') || 'none',
  ])
  return table(['mutation', 'role', 'meaning', 'errors as data'], rows)
}

/** What each role may do beyond the ones before it. */
export function rolesTable(): string {
  const kinds = [
    ['queries', schema.getQueryType()],
    ['mutations', schema.getMutationType()],
    ['subscriptions', schema.getSubscriptionType()],
  ] as const
  const rows = ROLES.map((role) => [
    `\`${role}\``,
    ...kinds.map(([, root]) =>
      fieldsOf(root)
        .filter((field) => roleOf(field, root) === role)
        .map(({ name }) => `\`${name}\``)
        .join(', '),
    ),
  ])
  return table(['role', ...kinds.map(([kind]) => kind)], rows)
}

function fieldsTable(head: string, root: Root): string {
  const rows = fieldsOf(root).map((field) => [`\`${signatureOf(field)}\``, roleOf(field, root), field.description ?? ''])
  return table([head, 'role', 'meaning'], rows)
}

function fieldsOf(root: Root): readonly Field[] {
  return Object.values(root?.getFields() ?? {}).toSorted((a, b) => a.name.localeCompare(b.name))
}

function signatureOf({ name, args, type }: Field): string {
  const names = args.map((arg) => arg.name).join(', ')
  return `${name}${names === '' ? '' : `(${names})`}: ${type}`
}

/** The role that the field asks for, or else its type. */
function roleOf(field: Field, root: Root): Role {
  const role = scopeOf(field) ?? scopeOf(root)
  if (role === undefined) throw new Error(`${field.name} asks for no role`)
  return role
}

function scopeOf(on: Field | Root): Role | undefined {
  const scopes = (on?.extensions as Scoped | undefined)?.pothosOptions?.authScopes ?? {}
  return typeof scopes === 'function' ? CONTROLS : ROLES.find((role) => scopes[role])
}

function refusalsOf({ type }: Field): readonly string[] {
  const result = getNamedType(type)
  if (!isUnionType(result)) return []
  const errors = result.getTypes().filter((member) => member.getInterfaces().some(({ name }) => name === 'Error'))
  return errors.map(({ name }) => name).toSorted()
}
