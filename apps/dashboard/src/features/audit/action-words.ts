import { useTranslation } from 'react-i18next';

/** The first parts of actions: what something was done to. */
export const actionAreas = [
  'session',
  'account',
  'grant',
  'organization',
  'project',
  'contract',
  'system',
  'server',
  'maintenance',
  'enrolment-token',
  'agent-credential',
  'api-token',
] as const;

type Area = (typeof actionAreas)[number];

/** The second parts that have words of their own. */
const verbs = [
  'create',
  'change',
  'delete',
  'login',
  'login-failed',
  'disable',
  'enable',
  'invite',
  'accept-invitation',
  'change-password',
  'end-sessions',
  'second-factor-on',
  'second-factor-off',
  'add',
  'remove',
  'revoke',
  'rotate',
  'make-up',
  'enrol',
  'approve',
  'rename',
  'retire',
  'unretire',
  'end',
] as const;
type Verb = (typeof verbs)[number];

const isIn = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

/** An action in words where the page knows them; its code stands beside it in any case. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const [area = '', ...rest] = action.split('.');
    const verb = rest.join('.');
    if (!isIn<Area>(actionAreas, area)) return action;
    return isIn<Verb>(verbs, verb)
      ? `${t(`auditArea.${area}`)} · ${t(`auditVerb.${verb}`)}`
      : `${t(`auditArea.${area}`)} · ${verb}`;
  };
}
