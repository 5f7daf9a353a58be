const listensEverywhere = new Set(['0.0.0.0', '[::]']);

/**
 * The address under which this very machine reaches the hub.
 *
 * @param {string} url as the hub tells it, by the address it listens on
 * @returns {string} without a slash at its end
 */
export const toLocalUrl = (url) => {
  const address = new URL(url);
  if (listensEverywhere.has(address.hostname)) address.hostname = '127.0.0.1';
  return address.href.replace(/\/$/, '');
};
