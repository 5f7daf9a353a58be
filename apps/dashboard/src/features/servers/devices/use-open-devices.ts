import type { DeviceKind } from '@opsgauge/contract';
import { useCallback, useMemo } from 'react';
import { useAddress } from '../../../shared/ui/use-address.js';

const parameter = 'open';

/** Which devices of a kind have their charts open, kept in the address: `open=mounts:/data`. */
export function useOpenDevices(kind: DeviceKind) {
  const { parameters, change } = useAddress();
  const open = useMemo(
    () =>
      parameters
        .getAll(parameter)
        .filter((value) => value.startsWith(`${kind}:`))
        .map((value) => value.slice(kind.length + 1)),
    [parameters, kind],
  );
  const toggle = useCallback(
    (name: string) =>
      change((known) => {
        const value = `${kind}:${name}`;
        if (known.has(parameter, value)) known.delete(parameter, value);
        else known.append(parameter, value);
        return known;
      }),
    [change, kind],
  );
  return { open, toggle };
}
