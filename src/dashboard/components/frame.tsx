import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { isAt, PLACES } from '../routes.ts'
import { nextTheme, theme } from '../state/theme.ts'
import { Account } from './account.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { ServerLine } from './server-line.tsx'

interface FrameProps {
  readonly children: ComponentChildren
  readonly onHelp: () => void
}

const THEME_NAMES: Readonly<Record<string, string>> = { auto: 'as the system', light: 'light', dark: 'dark' }

// Of the places beside it as much is seen as tells that they are there.
const NEIGHBOUR_PX = 40

/** What is around every page. */
export function Frame({ children, onHelp }: FrameProps) {
  const { path } = useLocation()
  const nav = useRef<HTMLElement>(null)
  // On a narrow screen not all places fit: the one that is shown is among those that are seen.
  useLayoutEffect(() => {
    const bar = nav.current
    const link = bar?.querySelector<HTMLElement>('[aria-current]')
    if (!bar || !link) return
    const { offsetLeft: start, offsetWidth } = link
    bar.scrollLeft = Math.min(
      start - NEIGHBOUR_PX,
      Math.max(bar.scrollLeft, start + offsetWidth + NEIGHBOUR_PX - bar.clientWidth),
    )
  }, [path])
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the page
      </a>
      <div class="frame">
        <header class="frame-bar">
          <a class="frame-brand" href="/">
            <Logo />
            Recoverable
          </a>
          <Account />
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label={`Theme: ${THEME_NAMES[theme.value]}`}
            title={`Theme: ${THEME_NAMES[theme.value]}`}
            onClick={nextTheme}
          >
            <Icon name="theme" />
          </button>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label="Keyboard shortcuts"
            title="Keyboard shortcuts (?)"
            onClick={onHelp}
          >
            <Icon name="keyboard" />
          </button>
        </header>
        <nav ref={nav} class="frame-nav" aria-label="Pages">
          <ul>
            {PLACES.map(({ href, label, icon }) => (
              <li key={href}>
                <a href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
                  <Icon name={icon} />
                  {label}
                </a>
              </li>
            ))}
          </ul>
          <ServerLine />
        </nav>
        <main id="main" class="frame-main" tabIndex={-1}>
          <ConnectionBanner />
          {children}
        </main>
      </div>
    </>
  )
}
