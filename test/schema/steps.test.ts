import { expect, test } from 'vitest'
import { testApi } from './harness.ts'

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[]
  readonly pageInfo: object
}

async function withSteps(count: number) {
  const api = await testApi()
  api.recovery.define('work', async (_, ctx) => {
    for (let n = 0; n < count; n++) await ctx.step(`step ${n}`, () => n)
  })
  for (const id of ['op', 'other']) await api.recovery.start('work', null, { id })
  await api.clock.advance(0)
  for (const id of ['op', 'other']) await api.recovery.ending(id)
  const document = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    operation(id: $id) { stepsConnection(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage } } } }`
  const page = async (variables: object) => {
    const { operation } = await api.data(document, { id: 'op', ...variables })
    const { edges, pageInfo } = (operation as { stepsConnection: Page }).stepsConnection
    return { names: edges.map(({ node }) => node.name), cursors: edges.map(({ cursor }) => cursor), pageInfo }
  }
  return { ...api, document, page }
}

test('steps come a page at a time, forwards and backwards', async () => {
  const { page } = await withSteps(5)
  const first = await page({ first: 2 })
  expect(first).toMatchObject({ names: ['step 0', 'step 1'], pageInfo: { hasNextPage: true, hasPreviousPage: false } })

  const second = await page({ first: 2, after: first.cursors[1] })
  expect(second).toMatchObject({ names: ['step 2', 'step 3'], pageInfo: { hasNextPage: true, hasPreviousPage: true } })
  expect(await page({ after: second.cursors[1] })).toMatchObject({ names: ['step 4'], pageInfo: { hasNextPage: false } })
  expect(await page({ last: 2, before: second.cursors[1] })).toMatchObject({
    names: ['step 1', 'step 2'],
    pageInfo: { hasNextPage: true, hasPreviousPage: true },
  })
  expect(await page({ after: first.cursors[0], before: second.cursors[0] })).toMatchObject({ names: ['step 1'] })
  expect(await page({ after: second.cursors[0], before: first.cursors[0] })).toMatchObject({ names: [] })
  expect(await page({ first: 0 })).toMatchObject({ names: [], pageInfo: { hasNextPage: true } })
})

test('a cursor of another operation is refused', async () => {
  const { page, rawErrors, document } = await withSteps(2)
  const { cursors } = await page({ id: 'other' })

  const [error] = await rawErrors(document, { id: 'op', after: cursors[0] })

  expect(error?.originalError).toMatchObject({ code: 'INVALID_INPUT', field: 'after' })
})

test('the plain list holds no more than a page does', async () => {
  const { data, page } = await withSteps(502)

  const { operation } = await data('{ operation(id: "op") { steps { name } } }')

  expect((operation as { steps: object[] }).steps).toHaveLength(500)
  expect((await page({ first: 500 })).pageInfo).toMatchObject({ hasNextPage: true })
})
