/** Only a path of this site: an address from outside must not be a place to be sent to. */
export const safePath = (next: string | null): string =>
  next && next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
