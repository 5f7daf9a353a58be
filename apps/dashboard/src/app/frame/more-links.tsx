import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sessionQuery } from '../../shared/api/queries.js';
import { destinationIcons } from './destination-icon.js';
import { destinationsFor } from './destinations.js';

/** The pages that have no tab of their own. */
export function MoreLinks({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const group = destinationsFor(session?.user?.role).find(({ key }) => key === 'administration');
  return (
    <div className="more-links">
      {group?.destinations.map(({ key, path }) => (
        <Link key={key} to={path} onClick={onChosen}>
          {destinationIcons[key]}
          {t(`navigation.${key}`)}
        </Link>
      ))}
    </div>
  );
}
