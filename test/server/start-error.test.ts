import { expect, test } from 'vitest'
import { StoreUnavailableError } from '../../src/operation/errors.ts'
import { explainStartError } from '../../src/server/start-error.ts'

const ADDRESS = { host: '127.0.0.1', port: 4000 }

test.each([
  ['EADDRINUSE', 'Port 4000 of 127.0.0.1 is in use by another program; stop it, or set PORT to a free port'],
  ['EACCES', 'Port 4000 may not be opened by this user; set PORT to one above 1023'],
  ['EADDRNOTAVAIL', '127.0.0.1 is not an address of this machine; set HOST to one that is, such as 127.0.0.1'],
  ['EWHATEVER', 'The server could not start: a message'],
])('%s is explained', (code, explanation) => {
  expect(explainStartError(Object.assign(new Error('a message'), { code }), ADDRESS)).toBe(explanation)
})

test("this product's errors explain themselves", () => {
  expect(explainStartError(new StoreUnavailableError('The store is locked; stop the other server'), ADDRESS)).toBe(
    'The store is locked; stop the other server',
  )
})
