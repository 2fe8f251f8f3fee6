// Outside links: the notice that stands before a site which is not the school's. It opens only from an address that a page of the school has signed, so it leads nobody astray.
export { signedAddress } from './address.ts'
export { noticeAddress } from './notice-address.ts'
export { controls } from './controls.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
