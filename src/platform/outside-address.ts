/** An address outside the school: where its site says how it treats data, and whether one works there or only reads. */
export type Outside = { to: string; policy?: string | undefined; tool?: boolean | undefined }

// What follows a reader from site to site, or pays whoever sent them.
const trackers = new Set([
  'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'fbclid', 'yclid', 'ysclid', 'msclkid', 'twclid', 'ttclid', 'igshid', 'igsh', 'li_fat_id', 'mc_cid', 'mc_eid', '_openstat', '_ga', '_gl', 'erid', 'clickid', 'click_id',
  'ref', 'ref_', 'referrer', 'aff', 'aff_id', 'affid', 'affiliate', 'affiliate_id', 'partner', 'partner_id', 'admitad_uid',
])
const isTracker = (name: string) => trackers.has(name.toLowerCase()) || /^(utm|hsa|pk|mtm|matomo)_/i.test(name)
/** Many sites keep parameters behind the # as well. */
const afterHash = ({ hash }: URL) => new URLSearchParams(/^#[^=&]+=/.test(hash) ? hash.slice(1) : '')

/** A whole address of the open web, without a name and password of its own. */
export const isOutside = (address: string): boolean => {
  if (!/^https:\/\//.test(address) || address.length > 2000 || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return !username && !password
}

/** The names of the parameters by which an address follows its reader, as they are written in it. */
export const trackersIn = (address: string): string[] => {
  const url = new URL(address)
  return [...url.searchParams.keys(), ...afterHash(url).keys()].filter(isTracker)
}

/** The address without them. One that has none stays as it was written. */
export function withoutTrackers(address: string): string {
  if (!trackersIn(address).length) return address
  const url = new URL(address)
  const left = afterHash(url)
  for (const name of trackersIn(address)) {
    url.searchParams.delete(name)
    left.delete(name)
  }
  if (afterHash(url).size) url.hash = left.toString()
  return url.href
}
