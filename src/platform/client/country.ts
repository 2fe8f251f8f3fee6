import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Reader, type CountryResponse } from 'mmdb-lib'

let read: Reader<CountryResponse> | undefined

/**
 * In which country a network lies, by the registries' own records, which lie beside the program: nobody is asked.
 * Takes `203.0.113.0/24` or `2001:db8:a::/48`; gives two letters of ISO 3166, or nothing where no registry knows.
 */
export function countryOf(network: string): string {
  const reader = read ??= new Reader<CountryResponse>(readFileSync(fileURLToPath(import.meta.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'))))
  const found = reader.get(network.replace(/\/\d+$/, '')) as unknown as { country_code?: string } | null // flatter than MaxMind's own
  const code = found?.country_code ?? ''
  return /^[A-Z]{2}$/.test(code) ? code : ''
}
