import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { functionHref, isFunctionAt } from '../../src/dashboard/hrefs.ts'
import { isPagePath } from '../../src/server/dashboard.ts'

test.each(['download', 'a/b?c#d', '..', '.', '~', '~..', '%2E%2E', 'ä "<b>" \u202e', '100%', 'half \ud800', '.hidden'])(
  'the function %j has an address of its own, which leads to it',
  (name) => {
    const path = new URL(functionHref(name), 'http://localhost').pathname
    expect(isPagePath(path)).toBe(true)
    const part = decodeURIComponent(path.slice('/functions/'.length))
    expect(isFunctionAt(part, name)).toBe(true)
    for (const other of ['..', '~..', '~~..', '%2E%2E', 'half'].filter((one) => one !== name)) {
      expect(isFunctionAt(part, other)).toBe(false)
    }
  },
)

test('addresses with a name or an id in them are made in one place', () => {
  const files = globSync('src/dashboard/{pages,components,state,text}/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => /['"`]\/(?:operations|functions)\/[^'"`]*\$\{/.test(readFileSync(file, 'utf8')))).toEqual([])
})
