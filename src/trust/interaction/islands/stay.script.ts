// Runs in the browser, where the school says so: tells how long this page was looked at, and which named element was pressed.
// It reads no field, no text and no place of the pointer.
const own = document.querySelector<HTMLElement>('#stay')!
const { view, to } = own.dataset
let stayed = 0
let since = document.visibilityState === 'visible' ? performance.now() : undefined

const tell = (what: Record<string, string>) => navigator.sendBeacon(to!, new URLSearchParams({ view: view!, ...what }))

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    since = performance.now()
    return
  }
  if (since !== undefined) stayed += performance.now() - since
  since = undefined
  tell({ seconds: String(Math.round(stayed / 1000)) })
})
document.addEventListener('click', ({ target }) => {
  const named = target instanceof Element && target.closest<HTMLElement>('[data-name]')
  if (named) tell({ element: named.dataset.name! })
})

export {}
