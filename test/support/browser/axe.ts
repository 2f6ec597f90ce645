import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Holds the page, as it stands, to the rules of accessibility. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  at ${target.join(' ')}\n  ${failureSummary?.replaceAll('\n', '\n  ')}`,
    ),
  )
  if (found.length > 0) throw new Error(`axe finds ${found.length} violations:\n\n${found.join('\n\n')}`)
}
