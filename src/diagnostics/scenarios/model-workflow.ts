import { readFile } from 'node:fs/promises'
import { recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import { fetchText } from '../fetch-text.ts'
import type { Scenario } from '../scenario.ts'
import { downloadingEngine, modelBytes, sha256Of } from './model-download.ts'

export const COMPLETE_MODEL_WORKFLOW: Scenario = {
  id: 'complete_model_workflow',
  name: 'Complete Model Workflow',
  description: 'A model is downloaded over a line that breaks, verified and registered at a service that answers 503 at first.',
  category: 'network',
  kind: 'end_to_end',
  durationSeconds: 120,
  timeoutSeconds: 120,
  expectedResult: 'The whole workflow succeeds, and no finished step of it runs again.',
  async run(trial) {
    const model = modelBytes()
    const server = await trial.server()
    const url = server.serve('/model.bin', model, ['truncate'])
    const registry = server.serve('/register', Buffer.from('registered'), ['unavailable'])
    const { recovery, download } = await downloadingEngine(trial)
    const runs = { verify: 0, register: 0 }
    const workflow = recovery.define('model_workflow', async (_: null, { step, signal }) => {
      await step('download', async () => (await download.run({ url, destination: 'model.bin' })).bytes)
      const hash = await step('verify', async () => {
        runs.verify++
        return sha256Of(await readFile(trial.file('model.bin')))
      })
      await step('register', () => {
        runs.register++
        return fetchText(registry, signal)
      })
      return hash
    })
    const { id } = await workflow.start(null)
    const { result } = await recoveredAfter(1, recovery, id)
    expect(result === sha256Of(model), 'The checksum of the model is not the one of what was served')
    expect(runs.verify === 1, `The finished step "verify" ran ${runs.verify} times`)
    expect(runs.register === 2, `The failed step "register" ran ${runs.register} times`)
  },
}
