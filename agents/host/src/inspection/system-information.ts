/** Loaded only when an inspection is made: the ordinary tick neither needs it nor pays its memory. */
export const loadSystemInformation = async (): Promise<typeof import('systeminformation')> => {
  const loaded = await import('systeminformation');
  return loaded.default ?? loaded;
};
