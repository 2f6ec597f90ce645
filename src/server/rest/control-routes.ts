import { z } from 'zod'
import { Cancel, Pause, Resume, Retry } from './documents/controls.ts'
import { lower, messageField, stateField } from './operation-answer.ts'
import { orRefuse } from './refusals.ts'
import { flag, text, whole } from './request-fields.ts'
import { type Route, route } from './route.ts'

const REFUSED = { 409: 'Its state does not allow it; `suggestions` says what can be done.' }

const RETRY = route({
  method: 'POST',
  path: '/api/recovery/operations/{operation_id}/retry',
  name: 'retryOperation',
  tag: 'recovery',
  summary: 'Attempt an operation again, now',
  description:
    'One that waits for its next attempt makes it at once; one that ended gets a new round of attempts. Of many who retry one that ended, one opens the round; the others are answered the same `retry_id` while it waits.',
  body: z.object({
    force: flag().default(false).describe('Retry although it is not expected to help, or although it was cancelled.'),
    max_attempts: whole(1, 100)
      .optional()
      .describe("Attempts of the new round; the operation's own when absent. One that waits keeps its round: it is left out."),
  }),
  document: Retry,
  variables: ({ id, body: { force, max_attempts: maxAttempts } }) => ({ input: { id, force, maxAttempts: maxAttempts ?? null } }),
  ask: async (ask, variables) => {
    const data = await ask(Retry, variables)
    const result = data.retryOperation
    // The number was checked: what is refused is to set it in the middle of a round.
    if (!('field' in result) || result.field !== 'maxAttempts') return data
    return ask(Retry, { input: { ...variables.input, maxAttempts: null } })
  },
  refusals: {
    ...REFUSED,
    503: 'Its circuit breaker is open; `Retry-After` says for how long, and is absent when it is open until it is reset.',
  },
  payload: z.object({ message: messageField, retry_id: z.string().describe('`retry_` and the id of the attempt it leads to.') }),
  answer: ({ retryOperation }) => {
    const { operation, retryId } = orRefuse(retryOperation)
    return { message: `Operation ${operation.id} retry initiated`, retry_id: retryId.replace(/^att_/, 'retry_') }
  },
})

const controlled = z.object({ message: messageField, state: stateField })

const CANCEL = route({
  method: 'POST',
  path: '/api/recovery/operations/{operation_id}/cancel',
  name: 'cancelOperation',
  tag: 'recovery',
  summary: 'End an operation for good',
  description: 'A running attempt is told to stop. Cancelling it again changes nothing.',
  body: z.object({ reason: text(0, 1000).optional().describe('Why, for people: kept in its history.') }),
  document: Cancel,
  variables: ({ id, body }) => ({ input: { id, reason: body.reason ?? null } }),
  refusals: REFUSED,
  payload: controlled,
  answer: ({ cancelOperation }) => {
    const { operation } = orRefuse(cancelOperation)
    return { message: `Operation ${operation.id} cancelled`, state: lower(operation.state) }
  },
})

const PAUSE = route({
  method: 'POST',
  path: '/api/recovery/operations/{operation_id}/pause',
  name: 'pauseOperation',
  tag: 'recovery',
  summary: 'Stop an operation until it is resumed',
  description: 'A running attempt is told to stop and is not charged; steps and progress are kept.',
  document: Pause,
  variables: ({ id }) => ({ input: { id } }),
  refusals: REFUSED,
  payload: controlled,
  answer: ({ pauseOperation }) => {
    const { operation } = orRefuse(pauseOperation)
    return { message: `Operation ${operation.id} paused`, state: lower(operation.state) }
  },
})

const RESUME = route({
  method: 'POST',
  path: '/api/recovery/operations/{operation_id}/resume',
  name: 'resumeOperation',
  tag: 'recovery',
  summary: 'Let a paused operation go on',
  document: Resume,
  variables: ({ id }) => ({ input: { id } }),
  refusals: REFUSED,
  payload: controlled,
  answer: ({ resumeOperation }) => {
    const { operation } = orRefuse(resumeOperation)
    return { message: `Operation ${operation.id} resumed`, state: lower(operation.state) }
  },
})

export const CONTROL_ROUTES: readonly Route[] = [RETRY, CANCEL, PAUSE, RESUME]
