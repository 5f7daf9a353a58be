import { Link } from 'react-router';
import { noValue } from '../format/figures.js';

interface SystemLinkProps {
  id: string | null;
  name: string | null;
}

/** A system's name, which opens its page; a dash where there is none. */
export function SystemLink({ id, name }: SystemLinkProps) {
  if (id === null || name === null) return noValue;
  return (
    <Link to={`/systems/${id}`} title={name} onClick={(event) => event.stopPropagation()}>
      {name}
    </Link>
  );
}
