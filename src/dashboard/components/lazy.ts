import { type ComponentType, h, type VNode } from 'preact'
import { lazy as lazyOfRouter } from 'preact-iso'

/** A page that is loaded when it is first seen, or before. */
export interface LazyPage {
  (props: object): VNode
  preload(): void
}

/**
 * Like that of the router, but a page that could not be loaded throws that when it is shown, where the router's waits for
 * it for ever, and is asked for again when it is wanted again.
 */
export function lazy(load: () => Promise<ComponentType>): LazyPage {
  let page = lazyOfRouter(attempt)
  let hasFailed = false

  function attempt(): Promise<ComponentType> {
    return load().catch((error: unknown) => {
      hasFailed = true
      return () => {
        renew()
        throw error
      }
    })
  }
  function renew(): void {
    hasFailed = false
    page = lazyOfRouter(attempt)
  }

  const Lazy = (props: object) => h(page, props)
  Lazy.preload = () => {
    void page.preload().then(() => hasFailed && renew())
  }
  return Lazy
}
