// Vite takes the styles that a component imports into the page.
declare module '*.css'
