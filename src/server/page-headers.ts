/** What a page may do beyond showing itself, by directive of its Content-Security-Policy. */
export type Permits = Readonly<Record<string, string>>

const SHUT: Permits = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

// Nothing of a browser that a page of ours asks for.
const FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((feature) => `${feature}=()`).join(', ')

/**
 * The security headers of every page and of what belongs to it: nothing is loaded from elsewhere, no other page may frame
 * it, open it with a hold on it, or use it, and no address of ours is told to where a link leads.
 */
export function pageHeaders(permits: Permits = {}): Readonly<Record<string, string>> {
  const policy = Object.entries({ ...SHUT, ...permits }).map(([directive, sources]) => `${directive} ${sources}`)
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': FEATURES,
  }
}
