import type { Page } from 'playwright-core'

/**
 * Presses Ctrl and Enter where the focus is, the next time that the page shows this text, and in that very moment:
 * before the page gets to do anything more. No person is so fast, but a busy machine makes a page as slow.
 */
export function sendWhenSeen(page: Page, text: string): Promise<void> {
  return page.evaluate((wanted) => {
    const observer = new MutationObserver(() => {
      if (!document.body.innerText.includes(wanted)) return
      observer.disconnect()
      const keys = { key: 'Enter', ctrlKey: true, bubbles: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys))
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }, text)
}
