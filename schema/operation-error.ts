import type { ErrorCategory, ErrorSeverity, OperationError } from '../src/operation/operation-error.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { REDACTED_NOTE, shownText } from './shown.ts'

export const ErrorCategoryType = enumOf<ErrorCategory>('ErrorCategory', 'What kind of thing went wrong.', {
  network: 'The connection failed or broke off.',
  timeout: 'It took too long.',
  validation: 'The input or the answer is not what it should be.',
  permission: 'Access was refused.',
  resource: 'Something ran out, such as disk space or memory.',
  service: 'Another service failed or is overloaded.',
  system: 'The machine or its operating system failed.',
  interrupted: 'The process that ran the attempt stopped.',
  unknown: 'None of the others.',
})

export const ErrorSeverityType = enumOf<ErrorSeverity>('ErrorSeverity', 'How much attention an error needs.', {
  low: 'Expected now and then.',
  medium: 'Usually mended by retrying.',
  high: 'A person should look at it.',
  critical: 'A person must act.',
})

export const OperationErrorType = builder.objectRef<OperationError>('OperationError').implement({
  description: 'Why an attempt or an operation failed, what kind of error it is, and what can be done about it.',
  fields: (t) => ({
    message: t.string({
      description: `What the function said. ${REDACTED_NOTE}`,
      resolve: shownText(({ message }) => message),
    }),
    name: t.exposeString('name', { description: "The error's class, such as `TypeError`." }),
    code: t.exposeString('code', { nullable: true, description: "The error's own code, such as `ECONNRESET`." }),
    category: t.expose('category', { type: ErrorCategoryType, description: 'What kind of thing went wrong.' }),
    subcategory: t.exposeString('subcategory', { description: 'The kind more closely, such as `network_dns`.' }),
    severity: t.expose('severity', { type: ErrorSeverityType, description: 'How much attention it needs.' }),
    recoverability: t.exposeFloat('recoverability', { description: 'How likely a retry mends it, from 0 to 1.' }),
    confidence: t.exposeFloat('confidence', { description: 'How sure the classification is, from 0 to 1.' }),
    retryable: t.exposeBoolean('retryable', { description: 'Whether it is retried by itself.' }),
    remedy: t.exposeString('remedy', { description: 'What a person can do about it, in plain words.' }),
    retryAfter: t.expose('retryAfterMs', {
      type: 'Duration',
      nullable: true,
      description: 'How long the other side asked to wait.',
    }),
    stack: t.string({
      nullable: true,
      description: 'Where it was thrown, when that was recorded.',
      resolve: shownText(({ stack }) => stack),
    }),
    cause: t.string({
      nullable: true,
      description: 'The message of the error that led to it.',
      resolve: shownText(({ cause }) => cause),
    }),
  }),
})
