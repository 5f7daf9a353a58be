import { Badge } from 'antd';
import { useLastingCount } from './use-lasting-count.js';

/** The number of faults that are not over, on what it is put around; nothing for none. */
export function LastingBadge({ children }: { children?: React.ReactNode }) {
  return (
    <Badge
      count={useLastingCount()}
      size="small"
      overflowCount={999}
      {...(children ? { offset: [6, 0] } : {})}
    >
      {children}
    </Badge>
  );
}
