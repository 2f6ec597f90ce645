import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { type OpenApi, openApiOf } from '../../../src/server/rest/openapi.ts'
import { ROUTES } from '../../../src/server/rest/routes.ts'
import { send } from '../raw-http.ts'
import { startDiagnostics, startRest, withOperations } from './rest-server.ts'

const document = openApiOf(ROUTES, '1.2.3')

/** What is wrong with an answer by the document, in the validator's words. */
function faultsOf(path: string, method: string, status: number, body: unknown): string {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ ...document }, 'openapi')
  const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema']
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  const validate = ajv.getSchema(`openapi#/${escaped.join('/')}`)
  if (validate === undefined) return `${method} ${path} does not document ${status}`
  return validate(body) === true ? '' : ajv.errorsText(validate.errors)
}

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(document)))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
})

test('every path of the contract is in the document, and every parameter, field and answer is described', () => {
  const { paths } = document
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/recovery/status',
      '/api/recovery/operations',
      '/api/recovery/operations/{operation_id}',
      '/api/recovery/operations/{operation_id}/retry',
      '/api/recovery/operations/{operation_id}/cancel',
      '/api/recovery/test',
      '/api/recovery/performance',
      '/api/recovery/performance/validate',
      '/api/recovery/performance/benchmark',
      '/api/recovery/testing/run',
      '/api/recovery/testing/scenarios',
    ]),
  )
  const names = ROUTES.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const route of ROUTES) {
    for (const [name, field] of Object.entries({ ...route.query.shape, ...route.body.shape, ...route.payload.shape })) {
      expect([route.name, name, (field as { description?: string }).description?.length]).toEqual([
        route.name,
        name,
        expect.any(Number),
      ])
    }
  }
})

test('what is answered is what the document says', async () => {
  const { get, post } = await withOperations()
  const id = '/api/recovery/operations/{operation_id}'
  const answers = [
    ['/api/recovery/status', 'get', await get('/api/recovery/status')],
    ['/api/recovery/operations', 'get', await get('/api/recovery/operations?state=success,failed,exhausted')],
    [id, 'get', await get('/api/recovery/operations/ended')],
    [id, 'get', await get('/api/recovery/operations/nobody')],
    [`${id}/retry`, 'post', await post('/api/recovery/operations/done/retry')],
    [`${id}/retry`, 'post', await post('/api/recovery/operations/refused/retry', { force: true })],
    [`${id}/pause`, 'post', await post('/api/recovery/operations/waits/pause')],
    [`${id}/resume`, 'post', await post('/api/recovery/operations/waits/resume')],
    [`${id}/cancel`, 'post', await post('/api/recovery/operations/waits/cancel', { reason: 7 })],
    [`${id}/cancel`, 'post', await post('/api/recovery/operations/waits/cancel')],
    ['/api/recovery/operations', 'post', await post('/api/recovery/operations', { function_name: 'good' })],
    ['/api/downloads', 'get', await get('/api/downloads')],
  ] as const
  for (const [path, method, { status, body }] of answers) {
    expect([method, path, status, faultsOf(path, method, status, body)]).toEqual([method, path, expect.any(Number), ''])
  }
  expect(faultsOf('/api/recovery/status', 'get', 200, { success: true, recovery: { enabled: 1 } })).not.toBe('')
})

test('what the diagnostics answer is what the document says', async () => {
  const { get, post } = await startDiagnostics()
  const validation = { test_duration: 0.4, concurrent_operations: 2, include_network_simulation: true }
  const benchmark = { scenarios: ['network_failures', 'timeout_failures', 'resource_failures'], iterations: 2, duration: 30 }
  const answers = [
    ['/performance', 'get', await get('/api/recovery/performance')],
    ['/test', 'post', await post('/api/recovery/test')],
    ['/testing/scenarios', 'get', await get('/api/recovery/testing/scenarios')],
    ['/testing/run', 'post', await post('/api/recovery/testing/run', { scenarios: ['connection_failure'] })],
    ['/testing/run', 'post', await post('/api/recovery/testing/run', { scenarios: ['nothing'] })],
    ['/performance/validate', 'post', await post('/api/recovery/performance/validate', validation)],
    ['/performance/validate', 'post', await post('/api/recovery/performance/validate', { test_duration: 301 })],
    ['/performance/benchmark', 'post', await post('/api/recovery/performance/benchmark', benchmark)],
    ['/performance/benchmark', 'post', await post('/api/recovery/performance/benchmark', { iterations: 0.5 })],
  ] as const
  const found = answers.map(([path, method, { status, body }]) => {
    return [path, status, faultsOf(`/api/recovery${path}`, method, status, body)]
  })
  expect(found).toEqual(answers.map(([path], n) => [path, [4, 6, 8].includes(n) ? 400 : 200, '']))
  expect(faultsOf('/api/recovery/test', 'post', 200, { success: true, test_results: { overall: 'PASS' } })).not.toBe('')
})

test('the server gives the document, and a page of it that loads nothing and runs nothing', async () => {
  const { url, port } = await startRest()
  const json = await fetch(`${url}/api/recovery/openapi.json`)
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect((await json.json()) as OpenApi).toEqual(JSON.parse(JSON.stringify(document)))
  const page = await fetch(`${url}/api/recovery/docs`)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|script-src/)
  const html = await page.text()
  expect(html).not.toMatch(/<script|<img|<iframe|src=|https?:\/\//)
  for (const { path, name } of ROUTES) {
    expect(html).toContain(path)
    expect(html).toContain(`<section id="${name}">`)
  }
  const posted = await send(port, { method: 'POST', path: '/api/recovery/docs', headers: { host: `127.0.0.1:${port}` } })
  expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
})
