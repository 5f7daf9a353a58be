/** Whether a text may be the IANA name of a zone: it becomes part of the process's environment. */
export const isZoneName = (text: string): boolean => /^[A-Za-z0-9_+\-/]{1,64}$/.test(text);

/**
 * Makes a zone this process's own, so that dates are of that zone. The alternative, `Intl`, would cost 8 MB for the one
 * moment a month that is computed by it. A zone this Node does not know counts as UTC.
 */
export const useZone = (name: string): void => {
  if (isZoneName(name) && process.env.TZ !== name) process.env.TZ = name;
};
