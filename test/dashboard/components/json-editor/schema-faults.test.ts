import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadChecker } from '../../../../src/dashboard/components/json-editor/schema-checker.ts'
import { pathText, sentenceOf } from '../../../../src/dashboard/components/json-editor/schema-faults.ts'
import { jsonSchemaOf } from '../../../../src/engine/standard-schema.ts'
import { downloadSchema } from '../../../../src/functions/download-input.ts'
import { httpRequestSchema } from '../../../../src/functions/http-request-input.ts'

async function told(schema: unknown, value: unknown): Promise<readonly string[]> {
  const check = await loadChecker(schema)
  return check(value).map(sentenceOf)
}

describe('what is wrong with the input of a download', () => {
  const schema = jsonSchemaOf(downloadSchema)

  it('is nothing when it fits', async () => {
    expect(await told(schema, { url: 'https://example.com/a', destination: 'a', headers: { accept: '*/*' } })).toEqual([])
  })

  it('names what is missing, of the wrong type, and not known', async () => {
    expect(await told(schema, {})).toEqual(['url is missing', 'destination is missing'])
    expect(await told(schema, { url: 7, destination: null })).toEqual(['url must be text', 'destination must be text'])
    expect(await told(schema, { url: 'a', destination: 'b', target: 1 })).toEqual([
      'target is not known here; it takes url, mirrors, destination, sha256, headers',
    ])
    expect(await told(schema, [])).toEqual(['The input must be an object'])
  })

  it('names the place within lists and objects', async () => {
    const input = { url: 'a', destination: 'b', mirrors: ['c', 4], headers: { 'x y': 1 }, sha256: '12' }
    expect((await told(schema, input)).toSorted()).toEqual([
      'headers["x y"] must be text',
      'mirrors[1] must be text',
      'sha256 must fit the pattern ^[0-9a-fA-F]{64}$',
    ])
  })
})

describe('what is wrong with the input of an HTTP request', () => {
  const schema = jsonSchemaOf(httpRequestSchema)
  const wrong = (changes: object) => told(schema, { method: 'GET', url: 'https://example.com/', ...changes })

  it('says in one sentence what may be written in several ways', async () => {
    expect(await wrong({ timeout: true })).toEqual(['timeout must be a number or text'])
    expect(await wrong({ idempotencyKey: 5 })).toEqual(['idempotencyKey must be false or text'])
    expect(await wrong({ expect: { status: null } })).toEqual(['expect.status must be a number, text or a list'])
  })

  it('tells only of the way that was meant', async () => {
    expect(await wrong({ expect: { status: [200, null] } })).toEqual(['expect.status[1] must be a number or text'])
  })

  it('follows references, and takes any JSON where any is good', async () => {
    expect(await wrong({ body: { a: [1, { b: null }] } })).toEqual([])
  })

  it('tells the ends of ranges', async () => {
    expect(await wrong({ maxResponseBytes: -1 })).toEqual(['maxResponseBytes must be at least 0'])
    expect(await wrong({ maxResponseBytes: 1.5 })).toEqual(['maxResponseBytes must be a whole number'])
  })
})

describe('what is wrong with other inputs', () => {
  it('tells the variant that was meant by its mark', async () => {
    const schema = z.toJSONSchema(
      z.union([z.object({ kind: z.literal('a'), size: z.number() }), z.object({ kind: z.literal('b'), name: z.string() })]),
    )
    expect(await told(schema, { kind: 'b' })).toEqual(['name is missing'])
    expect(await told(schema, 5)).toEqual(['The input must be an object'])
  })

  it.each([
    [{ enum: ['x', 'y'] }, 'z', 'must be "x" or "y"'],
    [{ const: 1 }, 2, 'must be 1'],
    [{ minLength: 1 }, '', 'must not be empty'],
    [{ maxLength: 1 }, 'ab', 'must have at most 1 character'],
    [{ minItems: 2 }, [1], 'must have at least 2 items'],
    [{ uniqueItems: true }, [1, 1], 'must not hold the same item twice'],
    [{ exclusiveMinimum: 0 }, 0, 'must be more than 0'],
    [{ multipleOf: 5 }, 7, 'must be a multiple of 5'],
    [{ minProperties: 1 }, {}, 'must have at least 1 field'],
    [{ format: 'uri' }, 'x', 'must be a complete URL, such as "https://example.com/"'],
    [{ not: { type: 'null' } }, null, 'has a value that is not allowed'],
    [{ type: ['array', 'boolean'] }, 1, 'must be a list or true or false'],
  ])('says it in plain words: %j', async (schema, value, message) => {
    expect(await told(schema, value)).toEqual([`The input ${message}`])
  })

  it('is left to the server when the schema or the depth is too much', async () => {
    expect(await told({ $ref: '#/nowhere' }, 1)).toEqual([])
    expect(await told({ pattern: '(' }, 'a')).toEqual([])
    const list = { items: { $ref: '#' } }
    expect(await told(list, JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toEqual([])
  })

  it('leaves the schema as it was', async () => {
    const schema = Object.freeze({ type: 'object', properties: Object.freeze({ a: Object.freeze({ type: 'string' }) }) })
    expect(await told(schema, { a: 1 })).toEqual(['a must be text'])
  })
})

describe('a place in words', () => {
  it('is written as in code', () => {
    expect(pathText(['a', 2, 'b-c', 'd e', '0'])).toBe('a[2].b-c["d e"]["0"]')
    expect(pathText([0])).toBe('[0]')
    expect(pathText([])).toBe('The input')
  })
})
