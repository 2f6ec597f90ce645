import { expect, test } from 'vitest'
import { classify } from '../../src/policy/classifier.ts'
import { AWS_NAMES, ERRNOS, NODE_CODES, SQLITE_CODES } from '../../src/policy/error-codes.ts'
import { type ErrorKindName, KINDS } from '../../src/policy/error-kinds.ts'
import { ABORT_CODES, ABORT_NAMES, MISTAKES, NAMES } from '../../src/policy/find-signal.ts'
import { GRPC, HTTP, SQLSTATE_CLASSES, SQLSTATES } from '../../src/policy/status-codes.ts'
import { NETWORK } from './provoked/network.ts'
import { SQLITE } from './provoked/sqlite.ts'
import { LANGUAGE, SYSTEM } from './provoked/system.ts'
import { TLS } from './provoked/tls.ts'
import { SYNTHETIC } from './synthetic-errors.ts'

const PROVOKED = [...NETWORK, ...TLS, ...SYSTEM, ...SQLITE, ...LANGUAGE]
const MADE = SYNTHETIC.flatMap(({ kind, errors }) => Object.entries(errors).map(([signal, error]) => ({ signal, kind, error })))

/** Everything of the kind but its remedy, which a row may word more closely. */
function meaningOf(kind: ErrorKindName) {
  const { remedy: _, breaker, ...meaning } = KINDS[kind]
  return { breaker, error: meaning }
}

test.each(PROVOKED)('$signal ($how) is $kind', async ({ signal, kind, provoke }) => {
  const classified = classify(await provoke(), 0)

  expect(classified.signal).toBe(signal)
  expect(classified).toMatchObject(meaningOf(kind))
})

test.each(MADE)('$signal is $kind, though the error is made by hand', ({ signal, kind, error }) => {
  const classified = classify(Object.assign(new Error('made by hand'), error), 0)

  expect(classified.signal).toBe(signal)
  expect(classified).toMatchObject(meaningOf(kind))
})

test('every row of the tables is proven by an error that is provoked, or listed as made by hand', () => {
  const proven = new Set([...PROVOKED, ...MADE].map(({ signal }) => signal.replace(/ of (?:the|a) .*$/, '')))
  const isProven = (...signals: string[]) =>
    signals.some((signal) =>
      [...proven].some((one) => one === signal || (signal.endsWith('*') && one.startsWith(signal.slice(0, -1)))),
    )
  const rows = [
    ...NODE_CODES.flatMap(([, ...codes]) => codes.map((code) => [`code ${code}`])),
    ...AWS_NAMES.flatMap(([, ...names]) => names.map((name) => [`name ${name}`])),
    ...SQLITE_CODES.map(([, code]) => [`code ${code}*`]),
    ...Array.from(ERRNOS.keys(), (errno) => [`errno ${errno}`, `errno ${-errno}`]),
    ...Object.keys(HTTP).map((status) => [`status ${status}`]),
    ...Object.keys(GRPC).map((status) => [`gRPC status ${status}`]),
    ...Object.keys(SQLSTATES).map((state) => [`code ${state}`]),
    ...Object.keys(SQLSTATE_CLASSES).map((start) => [`code ${start}*`]),
    ...[...NAMES.keys(), ...MISTAKES, ...ABORT_NAMES].map((name) => [`name ${name}`]),
    ...Array.from(ABORT_CODES, (code) => [`code ${code}`]),
  ]

  expect(rows.filter((signals) => !isProven(...signals))).toEqual([])
  const errcodes = [...proven].flatMap((one) => (one.startsWith('errcode ') ? [Number(one.slice(8)) & 255] : []))
  expect(new Set(errcodes)).toEqual(new Set(SQLITE_CODES.map(([, , number]) => number)))
})
