import { appendFileSync, readFileSync } from 'node:fs'
import type { RecoverableFunction } from '../engine/recoverable-function.ts'
import type { Recovery } from '../engine/recovery.ts'

/** Work in stages, each of them a step that leaves a line in a file: so that nobody can say it ran when it did not. */
export interface StagedInput {
  readonly stages: readonly string[]
  /** The file of the lines. */
  readonly ledger: string
}

const STAGED = 'staged_work'

/** @param after waited for after each stage */
export function defineStagedWork(
  recovery: Recovery,
  after: (stage: string, operationId: string) => Promise<void> = async () => undefined,
): RecoverableFunction<StagedInput, number> {
  return recovery.define<StagedInput, number>(STAGED, async ({ stages, ledger }, { step, progress, operationId }) => {
    for (const [index, stage] of stages.entries()) {
      await step(stage, () => {
        appendFileSync(ledger, `${operationId} ${stage}\n`)
        return stage
      })
      progress({ current: index + 1, total: stages.length, stage })
      await after(stage, operationId)
    }
    return stages.length
  })
}

/** The stages that an operation went through, as often as it did. */
export function stagesOf(ledger: string, operationId: string): readonly string[] {
  const lines = readFileSync(ledger, 'utf8').split('\n')
  return lines.filter((line) => line.startsWith(`${operationId} `)).map((line) => line.slice(operationId.length + 1))
}
