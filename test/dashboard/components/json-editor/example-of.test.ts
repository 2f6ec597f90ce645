import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../../../src/dashboard/components/json-editor/example-of.ts'
import { loadChecker } from '../../../../src/dashboard/components/json-editor/schema-checker.ts'
import { jsonSchemaOf } from '../../../../src/engine/standard-schema.ts'
import { downloadSchema } from '../../../../src/functions/download-input.ts'
import { httpRequestSchema } from '../../../../src/functions/http-request-input.ts'

describe('an example of a schema', () => {
  it('holds what must be there, by its name', () => {
    expect(exampleOf(jsonSchemaOf(downloadSchema))).toEqual({ url: 'https://example.com/', destination: 'file.bin' })
    expect(exampleOf(jsonSchemaOf(httpRequestSchema))).toEqual({ method: 'GET', url: 'https://example.com/' })
    expect(exampleOf({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] })).toEqual({ city: 'city' })
  })

  it('takes what the schema suggests', () => {
    expect(exampleOf({ examples: [{ a: 1 }], type: 'object' })).toEqual({ a: 1 })
    expect(exampleOf({ type: 'number', default: 7 })).toBe(7)
    expect(exampleOf({ const: null })).toBeNull()
    expect(exampleOf({ enum: ['x', 'y'] })).toBe('x')
    expect(exampleOf({ type: 'string', format: 'date' })).toBe('2026-01-31')
  })

  it('takes the first way where there are several, and all parts where all are needed', () => {
    expect(exampleOf({ anyOf: [{ type: 'boolean' }, { type: 'string' }] })).toBe(false)
    const parts = [
      { properties: { a: { const: 1 } }, required: ['a'] },
      { properties: { b: { const: 2 } }, required: ['b'] },
    ]
    expect(exampleOf({ type: 'object', allOf: parts })).toEqual({ a: 1, b: 2 })
  })

  it('follows references, and ends where a schema needs itself for ever', () => {
    expect(exampleOf({ $ref: '#/$defs/a', $defs: { a: { type: 'boolean' } } })).toBe(false)
    expect(JSON.stringify(exampleOf({ type: 'object', properties: { a: { $ref: '#' } }, required: ['a'] }))).toMatch(/^\{"a":/)
    expect(exampleOf({ $ref: '#' })).toBeNull()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const many = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { $ref: '#' }])), required: names }
    expect(JSON.stringify(exampleOf(many)).length).toBeLessThan(20_000)
  })
})

describe('an example of any schema', () => {
  it('is some JSON', () => {
    const words = fc.constantFrom(
      'type',
      'properties',
      'required',
      'items',
      'anyOf',
      'allOf',
      'enum',
      '$ref',
      'minimum',
      'minLength',
    )
    const schemas = fc.letrec((tie) => ({
      any: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.dictionary(words, tie('any')), fc.array(tie('any'))),
    })).any
    fc.assert(
      fc.property(schemas, (schema) => {
        expect(JSON.parse(JSON.stringify(exampleOf(schema)))).toBeDefined()
      }),
    )
  })

  it('fits the schema', async () => {
    const range = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }))
    const leaf = fc.oneof(
      range.map(([minimum, more]) => ({ type: 'integer', minimum, maximum: minimum + more })),
      range.map(([exclusiveMinimum, more]) => ({
        type: 'number',
        exclusiveMinimum,
        exclusiveMaximum: exclusiveMinimum + more + 1,
      })),
      range.map(([minimum]) => ({ type: 'number', multipleOf: 5, minimum })),
      fc.nat(20).map((minLength) => ({ type: 'string', minLength, maxLength: minLength + 3 })),
      fc.constantFrom('date', 'uri', 'uuid', 'email', 'ipv6').map((format) => ({ type: 'string', format })),
      fc.constantFrom({ enum: [3, 'a'] }, { type: ['null', 'string'] }, { type: 'boolean' }, { const: { a: 1 } }),
    )
    const schemas = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any')).map((properties) => ({
          ...{ type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
        })),
        fc.tuple(tie('any'), fc.nat(2)).map(([items, minItems]) => ({ type: 'array', items, minItems })),
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      ),
    })).any
    await fc.assert(
      fc.asyncProperty(schemas, async (schema) => {
        const check = await loadChecker(schema)
        expect(check(exampleOf(schema))).toEqual([])
      }),
    )
  })
})
