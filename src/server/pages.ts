import type { IncomingMessage, ServerResponse } from 'node:http'
import { ASSETS_PREFIX, type ServedDashboard, sendDashboardAsset, sendDashboardPage } from './dashboard.ts'
import { GRAPHIQL_PREFIX, NO_GRAPHIQL, sendGraphiqlFile, sendGraphiqlPage } from './graphiql.ts'
import { sendIndex } from './index-page.ts'
import { wantsPage } from './media-types.ts'
import { pathOf, refuse } from './replies.ts'
import { notFound } from './request-refusals.ts'

/** What browsers are shown. */
export interface PagesOptions {
  /** Default `off`. */
  readonly dashboard?: ServedDashboard
  /** Default true. */
  readonly graphiql?: boolean
  readonly version: string
}

/**
 * The pages for people and their files. They hold no data, so they need no token and are there while the server starts
 * and stops.
 */
export class Pages {
  readonly #dashboard: ServedDashboard
  readonly #graphiql: boolean
  readonly #version: string

  constructor({ dashboard = 'off', graphiql = true, version }: PagesOptions) {
    this.#dashboard = dashboard
    this.#graphiql = graphiql
    this.#version = version
  }

  /** Answers what is no other part's: the pages, and that there is nothing at an address. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    if (path.startsWith(GRAPHIQL_PREFIX)) await this.#serveGraphiqlFile(request, response, path)
    else if (!this.#serveDashboard(request, response, path)) {
      if (path === '/') sendIndex(request, response, this.#version, this.#dashboard === 'not built')
      else refuse(request, response, notFound(path))
    }
  }

  /** For a browser that opens the GraphQL address. */
  serveGraphiql(request: IncomingMessage, response: ServerResponse): void {
    if (this.#graphiql) sendGraphiqlPage(response)
    else refuse(request, response, NO_GRAPHIQL)
  }

  /** Answers false when that is not for the dashboard to answer. */
  #serveDashboard(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    if (typeof this.#dashboard === 'string') return false
    if (path.startsWith(ASSETS_PREFIX)) return sendDashboardAsset(request, response, this.#dashboard, path)
    if (!wantsPage(request)) return false
    sendDashboardPage(request, response, this.#dashboard, path)
    return true
  }

  async #serveGraphiqlFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (!this.#graphiql) return refuse(request, response, NO_GRAPHIQL)
    const isFile = await sendGraphiqlFile(request, response, path.slice(GRAPHIQL_PREFIX.length))
    if (!isFile) refuse(request, response, notFound(path))
  }
}
