import { Tooltip } from 'antd';
import { useDataWords } from './use-data-words.js';

/** A definition's name and version in words; the code that stands in the data shows on pointing at it. */
export function VersionedCode({ code }: { code: string }) {
  const words = useDataWords();
  return (
    <Tooltip title={code}>
      <span data-code={code}>{words.versioned(code)}</span>
    </Tooltip>
  );
}
