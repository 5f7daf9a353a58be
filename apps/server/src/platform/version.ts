/** The hub's version as built. */
export const serverVersion = typeof SERVER_VERSION === 'undefined' ? 'source' : SERVER_VERSION;
