import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { registerDownload } from '../../functions/download.ts'
import { recoveredAfter } from '../evidence.ts'
import { expect } from '../expect.ts'
import type { Scenario } from '../scenario.ts'
import type { Trial } from '../trial.ts'

const MODEL_BYTES = 400_000

/** Bytes that are not all alike, so that a part in the wrong place is noticed. */
export function modelBytes(): Buffer {
  return Buffer.from(Uint8Array.from({ length: MODEL_BYTES }, (_, index) => (index * 31 + (index >> 8)) & 0xff))
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** An engine with the product's own `download`, which may reach the loopback. */
export async function downloadingEngine(trial: Trial) {
  const recovery = await trial.engine()
  // A lost connection is to fail the attempt: it is the engine's recovery that is tried here, not the function's own.
  const settings = { directory: trial.folder, allowPrivate: true, clock: trial.grounds.clock, reconnect: null }
  return { recovery, download: registerDownload(recovery, settings) }
}

export const NETWORK_INTERRUPTION_MODEL_DOWNLOAD: Scenario = {
  id: 'network_interruption_model_download',
  name: 'Network Interruption During Model Download',
  description: 'The connection dies in the middle of a download; the download goes on where it stopped.',
  category: 'network',
  kind: 'integration',
  durationSeconds: 120,
  timeoutSeconds: 120,
  expectedResult: 'The rest is fetched by a Range request, and the file is complete and has the right checksum.',
  async run(trial) {
    const model = modelBytes()
    const server = await trial.server()
    const url = server.serve('/model.bin', model, ['truncate'])
    const { recovery, download } = await downloadingEngine(trial)
    const { id } = await download.start({ url, destination: 'model.bin', sha256: sha256Of(model) })
    await recoveredAfter(1, recovery, id)
    const ranges = server.requests.map(({ range }) => range)
    expect(ranges.length === 2, `The server was asked ${ranges.length} times instead of twice`)
    expect(/^bytes=[1-9]\d*-$/.test(ranges[1] ?? ''), `The second request asked for ${ranges[1] ?? 'the whole file'}`)
    const stored = await readFile(trial.file('model.bin'))
    expect(stored.equals(model), 'The file on the disk is not the one that was served')
  },
}
