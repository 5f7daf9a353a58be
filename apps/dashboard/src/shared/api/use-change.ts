import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import { useErrorText } from './use-error-text.js';

/** Long enough to read what is in the way. */
const failureShownSeconds = 6;

interface ChangeOptions<Input, Output> {
  change: (input: Input) => Promise<Output>;
  /** Prefixes of what is read again after it. */
  refresh: readonly QueryKey[];
  /** Said once it is done. */
  done?: string;
  onDone?: (output: Output) => void;
  /** A form shows its errors itself. */
  isErrorShown?: boolean;
}

/** A change at the hub: afterwards what it touches is read again, and a failure is told. */
export function useChange<Input = void, Output = unknown>({
  change,
  refresh,
  done,
  onDone,
  isErrorShown = false,
}: ChangeOptions<Input, Output>) {
  const textOf = useErrorText();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (output) => {
      if (done) message.success(done);
      onDone?.(output);
    },
    onError: (error) => {
      if (!isErrorShown) message.error(textOf(error), failureShownSeconds);
    },
    onSettled: () => Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
