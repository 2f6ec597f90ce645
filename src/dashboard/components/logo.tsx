/** The same picture as icon.svg, which belongs to the window's tab. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" fill="none" aria-hidden="true">
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <path
        class="logo-arrow"
        d="M23 11.5A8.5 8.5 0 1 0 24.5 16M24.5 6.5v6h-6"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
