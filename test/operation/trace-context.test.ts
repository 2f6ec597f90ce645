import { expect, test } from 'vitest'
import {
  formatTraceparent,
  parseTraceparent,
  readTraceContext,
  traceContextOf,
  traceContextText,
} from '../../src/operation/trace-context.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const PARENT = `00-${TRACE}-${SPAN}-01`

test('a traceparent is read and written', () => {
  expect(parseTraceparent(PARENT)).toEqual({ traceId: TRACE, spanId: SPAN, flags: 1 })
  expect(formatTraceparent({ traceId: TRACE, spanId: SPAN, flags: 1 })).toBe(PARENT)
  expect(formatTraceparent({ traceId: TRACE, spanId: SPAN, flags: 255 })).toBe(`00-${TRACE}-${SPAN}-ff`)
})

test('one of a later version is read as far as this version goes', () => {
  expect(readTraceContext(`cc-${TRACE}-${SPAN}-01-what-comes-later`)).toEqual({ traceparent: PARENT, tracestate: null })
})

test.each([
  ['nothing', ''],
  ['upper case', PARENT.toUpperCase()],
  ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
  ['a span id of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
  ['a short trace id', `00-${TRACE.slice(1)}-${SPAN}-01`],
  ['the version that is forbidden', `ff-${TRACE}-${SPAN}-01`],
  ['more than its version has', `${PARENT}-more`],
  ['a blank around it', ` ${PARENT}`],
  ['two in one header', `${PARENT},${PARENT}`],
  ['a line break', `${PARENT}\n`],
])('a traceparent of %s counts as absent', (_what, text) => {
  expect(readTraceContext(text, 'a=1')).toBeNull()
})

test('a tracestate goes with it, without empty members', () => {
  expect(readTraceContext(PARENT, ' rojo=00f067, ,congo=t61/=no ')).toEqual({ traceparent: PARENT, tracestate: null })
  expect(readTraceContext(PARENT, ' rojo=00f067, ,tenant@congo=t61 a ')).toEqual({
    traceparent: PARENT,
    tracestate: 'rojo=00f067,tenant@congo=t61 a',
  })
})

test.each([
  ['of nothing', ' , '],
  ['with a key in upper case', 'Rojo=1'],
  ['with a member without a value', 'rojo'],
  ['with a byte that does not print', 'rojo=a\u0001b'],
  ['with more than 32 members', Array.from({ length: 33 }, (_, i) => `k${i}=1`).join(',')],
  ['longer than 512 characters', `a=${'1'.repeat(250)},b=${'1'.repeat(250)},c=${'1'.repeat(20)}`],
])('a tracestate %s is left out, and the traceparent stays', (_what, state) => {
  expect(readTraceContext(PARENT, state)).toEqual({ traceparent: PARENT, tracestate: null })
})

test('without a traceparent there is no context', () => {
  expect(readTraceContext(undefined, 'a=1')).toBeNull()
})

test.each([null, { traceparent: PARENT, tracestate: null }, { traceparent: PARENT, tracestate: 'a=1 2,b=3' }])(
  'it is the same after it was a text (%j)',
  (context) => {
    expect(traceContextOf(traceContextText(context))).toEqual(context)
  },
)
