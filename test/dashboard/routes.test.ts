import { expect, test } from 'vitest'
import { operationHref } from '../../src/dashboard/hrefs.ts'
import { PAGES, PLACES } from '../../src/dashboard/routes.ts'
import { isPagePath } from '../../src/server/dashboard.ts'

const ADDRESSES = [
  ...PAGES.map(({ path }) => path.replace(/:\w+/, 'some-id')),
  ...PLACES.map(({ href }) => href),
  operationHref('an id/with a slash'),
]

test.each([...new Set(ADDRESSES)])('the server knows the page at %s', (address) => {
  expect(isPagePath(address)).toBe(true)
})
