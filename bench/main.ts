// npm run bench            lists the benchmarks
// npm run bench -- NAME    runs one; the exit code is not 0 when a target is missed
import { parseArgs } from 'node:util'
import { type Benchmark, isMet } from './benchmark.ts'
import { durable } from './durable/durable.ts'
import { fanout } from './fanout/fanout.ts'
import { graphql } from './graphql/graphql.ts'
import { outage } from './outage/outage.ts'
import { policies } from './policies/policies.ts'
import { machine, printReport } from './print.ts'
import { rest } from './rest/rest.ts'
import { restart } from './restart/restart.ts'
import { scale } from './scale/scale.ts'

const BENCHMARKS: readonly Benchmark[] = [durable, fanout, graphql, outage, policies, rest, restart, scale]

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } })
  const benchmark = BENCHMARKS.find(({ name }) => name === positionals[0])
  const seed = Number(values.seed)
  if (benchmark === undefined || positionals.length > 1 || !Number.isSafeInteger(seed)) {
    console.log('npm run bench -- NAME [--seed NUMBER]\n')
    for (const { name, summary } of BENCHMARKS) console.log(`  ${name.padEnd(9)} ${summary}`)
    return positionals.length === 0 ? 0 : 2
  }
  console.log(`${benchmark.name}: ${benchmark.summary}\n${machine()} · seed ${seed}`)
  const report = await benchmark.run(seed, (text) => console.error(`… ${text}`))
  printReport(report)
  return report.targets.every(isMet) ? 0 : 1
}

process.exitCode = await main()
