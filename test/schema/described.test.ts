import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './harness.ts'

interface Described {
  readonly name: string
  readonly description?: string | null | undefined
}

const BUILT_IN = ['Boolean', 'Float', 'ID', 'Int', 'String']

function partsOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type))
    return type.getValues().map((value) => ({ name: `${type}.${value.name}`, description: value.description }))
  if (isInputObjectType(type)) return named(type.name, Object.values(type.getFields()))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  const fields = Object.values(type.getFields())
  return [...named(type.name, fields), ...fields.flatMap((field) => named(`${type}.${field.name}`, field.args))]
}

function named(owner: string, parts: readonly Described[]): Described[] {
  return parts.map(({ name, description }) => ({ name: `${owner}.${name}`, description }))
}

test('every type, field, value and argument is described by a sentence', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !BUILT_IN.includes(type.name))
  const parts = types.flatMap((type): Described[] => [type, ...partsOf(type)])

  expect(parts.length).toBeGreaterThan(300)
  expect(parts.filter(({ description }) => !/^\S.*\.$/s.test(description ?? '')).map(({ name }) => name)).toEqual([])
})
