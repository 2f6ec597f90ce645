import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Finding, fail, ok } from './finding.ts'

const NAME = 'port'

/** Whether the configured port is free, or held by a server of ours. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  if (port === 0) return ok(NAME, 'A free port is taken at the start')
  const code = await whyNotFree(host, port)
  if (code === null) return ok(NAME, `Port ${port} of ${host} is free`)
  if (code !== 'EADDRINUSE')
    return fail(NAME, `Port ${port} of ${host} cannot be opened: ${code}`, 'Set HOST and PORT to what this user may open')
  if (await isOurs(host, port)) return ok(NAME, `A server answers at port ${port} of ${host}`)
  return fail(NAME, `Port ${port} of ${host} is in use by another program`, 'Stop it, or set PORT to a free port')
}

async function whyNotFree(host: string, port: number): Promise<string | null> {
  const probe = createServer()
  try {
    probe.listen(port, host.replace(/^\[(.*)\]$/, '$1'))
    await once(probe, 'listening')
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    probe.close()
  }
}

async function isOurs(host: string, port: number): Promise<boolean> {
  const address = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  try {
    const response = await fetch(`http://${address}:${port}/healthz`, { signal: AbortSignal.timeout(3000) })
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'ok'
  } catch {
    return false
  }
}
