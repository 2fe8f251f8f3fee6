// Where somebody wanted to go before they had to sign in: carried in the address, so that it needs no cookie and no script.

/** Only a place inside the school: a link from elsewhere cannot lead out through the sign-in. */
export function placeInside(asked: string | undefined): string | undefined {
  // Browsers read a backslash as a slash and leave out control characters: either could turn a path into another host.
  return asked && asked.length <= 500 && /^\/(?!\/)[^\\\s\p{Cc}]*$/u.test(asked) ? asked : undefined
}

/** `/sign-up` becomes `/sign-up?next=%2Fcourses%2Flight`. What leads elsewhere is left out. */
export function onTo(path: string, next: string | undefined): string {
  const place = placeInside(next)
  return place ? `${path}?next=${encodeURIComponent(place)}` : path
}
