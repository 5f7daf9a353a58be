import { CopyButton } from './copy-button.js';

/** A secret that is shown once, to be copied. */
export function OneTimeValue({ value }: { value: string }) {
  return (
    <div className="command" data-one-time>
      <code>{value}</code>
      <CopyButton text={value} />
    </div>
  );
}
