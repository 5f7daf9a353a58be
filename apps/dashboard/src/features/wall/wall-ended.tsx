import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../shared/ui/mark.js';

/** Why the display shows nothing, and what to do; it goes on by itself afterwards. */
export function WallEnded({ reason }: { reason: 'unreachable' | 'token' | 'session' }) {
  const { t } = useTranslation();
  return (
    <main className="wall-ended" role="alert">
      <Mark kind="warning" size={48} />
      <h1>{t(`wall.ended.${reason}`)}</h1>
      <p>{t(`wall.endedHint.${reason}`)}</p>
      {reason === 'session' && (
        <p>
          <Link to="/login?next=%2Fwall">{t('wall.logIn')}</Link>
        </p>
      )}
    </main>
  );
}
