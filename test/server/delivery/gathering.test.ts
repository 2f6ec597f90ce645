import { expect, test } from 'vitest'
import { Gathering } from '../../../src/server/delivery/gathering.ts'

async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve))
}

test('a lone result leaves after a few turns of the loop, once', async () => {
  let flushed = 0
  new Gathering().add(() => flushed++)
  await turns(2)
  expect(flushed).toBe(0)
  await turns(10)

  expect(flushed).toBe(1)
})

test('results that come a turn or two apart leave together, those of each outlet', async () => {
  const gathering = new Gathering()
  const left: string[] = []
  const [a, b] = [() => left.push('a'), () => left.push('b')]
  for (let n = 0; n < 3; n++) {
    gathering.add(a)
    gathering.add(b)
    await turns(2)
  }
  expect(left).toEqual([])
  await turns(10)

  expect(left).toEqual(['a', 'b'])
})

test('where something new comes with every turn, what waits leaves all the same', async () => {
  const gathering = new Gathering()
  let flushed = 0
  for (let n = 0; n < 100; n++) {
    gathering.add(() => flushed++)
    await turns(1)
  }

  expect(flushed).toBeGreaterThan(80)
})

test('what is added while others are flushed leaves with the next flush', async () => {
  const gathering = new Gathering()
  let later = 0
  gathering.add(() => gathering.add(() => later++))
  await turns(20)

  expect(later).toBe(1)
})
