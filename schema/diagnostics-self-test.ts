import type { SelfCheck, SelfTestReport } from '../src/diagnostics/reports.ts'
import { needs } from './access.ts'
import { builder } from './builder.ts'
import { costs } from './cost.ts'
import { diagnosticsOf, RUN_COST } from './diagnostics-run.ts'

const SelfCheckType = builder.objectRef<SelfCheck>('SelfTestCheck').implement({
  description: 'One check of the self-test.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '`persistence`, `strategies`, `classification` or `circuit_breaker`.' }),
    passed: t.exposeBoolean('passed', { description: 'Whether all is as it must be.' }),
    message: t.exposeString('message', { description: 'What was proven, or what is wrong.' }),
  }),
})

const SelfTestReportType = builder.objectRef<SelfTestReport>('SelfTestReport').implement({
  description: 'Whether the parts of recovery work here. Each is really tried, on an engine and a store of its own.',
  fields: (t) => ({
    persistenceTest: t.exposeBoolean('persistenceTest', {
      description:
        'Whether the store of this server can be written and read, and one of its kind keeps what it was given when it is closed and opened again.',
    }),
    strategyTest: t.exposeBoolean('strategyTest', {
      description: 'Whether a failing function is repeated, after the waits that its policy says.',
    }),
    classificationTest: t.exposeBoolean('classificationTest', {
      description: 'Whether errors that are really provoked are taken for what they are.',
    }),
    circuitBreakerTest: t.exposeBoolean('circuitBreakerTest', {
      description: 'Whether circuit breakers open, refuse, probe and close.',
    }),
    overall: t.exposeString('overall', { description: '`PASS` when every check passed, else `FAIL`.' }),
    details: t.expose('details', { type: [SelfCheckType], description: 'What each check found.' }),
  }),
})

builder.mutationField('runSelfTest', (t) =>
  t.field({
    ...needs('operator'),
    type: SelfTestReportType,
    description: 'Tries whether the parts of recovery work here; takes about a second.',
    extensions: costs(RUN_COST),
    resolve: (_root, _args, context) => diagnosticsOf(context).selfTest(),
  }),
)
