import { z } from 'zod'
import type { Ask } from './ask.ts'
import { Cancel, Pause, Resume } from './documents/controls.ts'
import { DownloadState, OneOperation, OperationList, PassedOver, Start } from './documents/operations.ts'
import {
  downloadAnswer,
  downloadOr404,
  oneDownloadAnswer,
  pastDownloadAnswer,
  toDownload,
  toOneDownload,
  toPastDownload,
} from './download-answer.ts'
import { MAX_OFFSET, pageAt } from './list-pages.ts'
import { DOWNLOAD, messageField } from './operation-answer.ts'
import { orRefuse, refuse } from './refusals.ts'
import { jsonObject, listOf, text, whole } from './request-fields.ts'
import { type Route, route } from './route.ts'

const NEWEST_FIRST = { field: 'CREATED_AT' as const, direction: 'DESC' as const }
const LAST_ENDED_FIRST = { field: 'UPDATED_AT' as const, direction: 'DESC' as const }
const offset = whole(0, MAX_OFFSET).default(0).describe('How many to pass over.')
const count = z.int().describe('How many there are, on all pages.')

const LIST = route({
  method: 'GET',
  path: '/api/downloads',
  name: 'listDownloads',
  tag: 'downloads',
  summary: 'Downloads, the newest first',
  query: z.object({ limit: whole(1, 500).default(100).describe('How many to answer.'), offset }),
  document: OperationList,
  also: [PassedOver],
  variables: ({ query }) => ({ filter: { functionNames: [DOWNLOAD] }, orderBy: NEWEST_FIRST, first: query.limit }),
  ask: (ask, variables, { query }) => pageAt(ask, variables, query.offset),
  payload: z.object({ downloads: z.array(downloadAnswer).describe('The page.'), total_count: count }),
  answer: ({ operations: { edges, totalCount } }) => ({
    downloads: edges.map(({ node }) => toDownload(node)),
    total_count: totalCount,
  }),
})

const HISTORY = route({
  method: 'GET',
  path: '/api/downloads/history',
  name: 'listPastDownloads',
  tag: 'downloads',
  summary: 'Downloads that ended, the last first',
  query: z.object({ limit: whole(1, 500).default(50).describe('How many to answer.'), offset }),
  document: OperationList,
  also: [PassedOver],
  variables: ({ query }) => ({
    filter: { functionNames: [DOWNLOAD], active: false },
    orderBy: LAST_ENDED_FIRST,
    first: query.limit,
  }),
  ask: (ask, variables, { query }) => pageAt(ask, variables, query.offset),
  payload: z.object({ history: z.array(pastDownloadAnswer).describe('The page.'), total_count: count }),
  answer: ({ operations: { edges, totalCount } }) => ({
    history: edges.map(({ node }) => toPastDownload(node)),
    total_count: totalCount,
  }),
})

const ONE = route({
  method: 'GET',
  path: '/api/downloads/{download_id}',
  name: 'getDownload',
  tag: 'downloads',
  summary: 'One download',
  document: OneOperation,
  variables: ({ id }) => ({ id }),
  payload: z.object({ download: oneDownloadAnswer.describe('The download.') }),
  answer: ({ operation }) => ({ download: toOneDownload(downloadOr404(operation)) }),
})

const START = route({
  method: 'POST',
  path: '/api/downloads',
  name: 'startDownload',
  tag: 'downloads',
  summary: 'Start a download',
  description: 'It is an operation of the function `download`: durable before this answers, and retried until it is complete.',
  body: z.object({
    url: text(1, 8192).describe('What to fetch, by http or https.'),
    dest_path: text(1, 1024).describe('Where in the download folder it goes, with `/` between folders.'),
    sha256: text(64, 64).optional().describe('What the file must hash to, in hexadecimal.'),
    mirrors: listOf(text(1, 8192)).optional().describe('Where else the same file is.'),
    headers: jsonObject().optional().describe('Headers of the request, as an object of texts.'),
    download_id: text(1, 255).optional().describe('Your own id for it.'),
    priority: whole(-100, 100).default(0).describe('Higher runs first.'),
  }),
  document: Start,
  variables: ({ body: { url, dest_path: destination, sha256, mirrors, headers, download_id: id = null, priority } }) => ({
    input: {
      functionName: DOWNLOAD,
      input: {
        url,
        destination,
        ...(sha256 !== undefined && { sha256 }),
        ...(mirrors !== undefined && { mirrors }),
        ...(headers !== undefined && { headers }),
      },
      id,
      priority,
    },
  }),
  successes: { 201: 'It was started.', 200: 'It was there already.' },
  status: ({ startOperation }) => ('deduplicated' in startOperation && startOperation.deduplicated ? 200 : 201),
  refusals: { 409: 'The id is taken by an operation with other input.' },
  payload: z.object({ message: messageField, download: oneDownloadAnswer.describe('The download.') }),
  answer: ({ startOperation }) => {
    const { operation } = orRefuse(startOperation)
    return { message: `Download ${operation.id} started`, download: toOneDownload(operation) }
  },
})

/** Lets only downloads be steered under their path. */
async function onDownload<R>(ask: Ask, id: string, run: () => Promise<R>): Promise<R> {
  downloadOr404((await ask(DownloadState, { id })).operation)
  return run()
}

/** The old answer when the state does not allow it: 400 where operations answer 409. */
function orCannot<T extends object>(result: T, action: string) {
  if ('code' in result && result.code === 'INVALID_TRANSITION') refuse('INVALID_INPUT', `Download cannot be ${action}`)
  return orRefuse(result)
}

const control = {
  method: 'POST' as const,
  tag: 'downloads' as const,
  also: [DownloadState],
  payload: z.object({ message: messageField }),
  variables: ({ id }: { readonly id: string }) => ({ input: { id } }),
}

const PAUSE = route({
  ...control,
  path: '/api/downloads/{download_id}/pause',
  name: 'pauseDownload',
  summary: 'Stop a download until it is resumed',
  document: Pause,
  ask: (ask, variables, { id }) => onDownload(ask, id, () => ask(Pause, variables)),
  answer: ({ pauseOperation }) => {
    orCannot(pauseOperation, 'paused')
    return { message: 'Download paused successfully' }
  },
})

const RESUME = route({
  ...control,
  path: '/api/downloads/{download_id}/resume',
  name: 'resumeDownload',
  summary: 'Let a paused download go on from the bytes it has',
  document: Resume,
  ask: (ask, variables, { id }) => onDownload(ask, id, () => ask(Resume, variables)),
  answer: ({ resumeOperation }) => {
    orCannot(resumeOperation, 'resumed')
    return { message: 'Download resumed successfully' }
  },
})

const CANCEL = route({
  ...control,
  path: '/api/downloads/{download_id}/cancel',
  name: 'cancelDownload',
  summary: 'End a download for good',
  document: Cancel,
  ask: (ask, variables, { id }) => onDownload(ask, id, () => ask(Cancel, variables)),
  answer: ({ cancelOperation }) => {
    orCannot(cancelOperation, 'cancelled')
    return { message: 'Download cancelled successfully' }
  },
})

export const DOWNLOAD_ROUTES: readonly Route[] = [LIST, START, HISTORY, ONE, PAUSE, RESUME, CANCEL]
