import type { Progress } from '../src/operation/progress.ts'
import { builder } from './builder.ts'
import { shownText } from './shown.ts'

export const ProgressType = builder.objectRef<Progress>('Progress').implement({
  description: 'How far an operation has come, as its function reports it. What it did not report is null.',
  fields: (t) => ({
    fraction: t.exposeFloat('fraction', { nullable: true, description: 'From 0 to 1.' }),
    current: t.exposeFloat('current', { nullable: true, description: 'How much is done, in `unit`.' }),
    total: t.exposeFloat('total', { nullable: true, description: 'How much there is to do, in `unit`.' }),
    unit: t.exposeString('unit', { nullable: true, description: 'What `current` and `total` count, such as `bytes`.' }),
    rate: t.float({
      nullable: true,
      description:
        'How many `unit` a second, lately; of the whole a second, when only `fraction` is reported. As the function tells it, else derived from the reports of the running attempt, over about the last ten seconds. Null until they span a second, once they have stopped (for half a minute, and three times their usual spacing), and when no attempt runs.',
      resolve: ({ rate }) => rate ?? null,
    }),
    stage: t.string({
      nullable: true,
      description: 'The part of the work that is being done.',
      resolve: shownText(({ stage }) => stage),
    }),
    message: t.string({
      nullable: true,
      description: 'What it is doing, in plain words.',
      resolve: shownText(({ message }) => message),
    }),
  }),
})
