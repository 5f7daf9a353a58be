import { auditActions, type AuditAction } from '@opsgauge/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

type AreaOf<Action> = Action extends `${infer Area}.${string}` ? Area : never;
type VerbOf<Action> = Action extends `${string}.${infer Verb}` ? Verb : never;

/** The first parts of actions: what something was done to. */
export const actionAreas = [
  ...new Set(auditActions.map((action) => action.split('.')[0] as AreaOf<AuditAction>)),
];

const isKnown = (action: string): action is AuditAction =>
  (auditActions as readonly string[]).includes(action);

/** An action in words; as its code where an older hub wrote one that is gone. */
export function actionWords(t: TFunction, action: string): string {
  if (!isKnown(action)) return action;
  const [area, verb] = action.split('.') as [AreaOf<AuditAction>, VerbOf<AuditAction>];
  return `${t(`auditArea.${area}`)} · ${t(`auditVerb.${verb}`)}`;
}

export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => actionWords(t, action);
}
