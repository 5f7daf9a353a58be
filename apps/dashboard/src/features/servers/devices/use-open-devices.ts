import type { DeviceKind } from '@opsgauge/contract';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'open';

/** Which devices of a kind have their charts open, kept in the address: `open=mounts:/data`. */
export function useOpenDevices(kind: DeviceKind) {
  const [parameters, setParameters] = useSearchParams();
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
      setParameters(
        (known) => {
          const next = new URLSearchParams(known);
          const value = `${kind}:${name}`;
          if (next.has(parameter, value)) next.delete(parameter, value);
          else next.append(parameter, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters, kind],
  );
  return { open, toggle };
}
