/**
 * Requests go to many places, and one that is down says nothing of the others: each host has a breaker of its own. Of a
 * download with mirrors it is that of the first address, which opens only when the mirrors do not help either.
 */
export const BREAKER_BY_HOST = { scope: ({ url }: { readonly url: string }): string => new URL(url).host } as const
