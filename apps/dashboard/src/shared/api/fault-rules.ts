import { queryOptions } from '@tanstack/react-query';
import {
  faultRuleSchema,
  faultRulesResponseSchema,
  ruleTrialSchema,
  type FaultRuleInput,
  type RuleExceptionInput,
  type RuleTrialInput,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';
import { keys } from './keys.js';

const path = '/api/v1/fault-rules';

export const faultRulesQuery = queryOptions({
  queryKey: keys.faultRules,
  queryFn: ({ signal }) => request(faultRulesResponseSchema, path, { signal }),
});
export const saveFaultRule = (id: string | null, body: FaultRuleInput) =>
  id === null
    ? request(faultRuleSchema, path, { method: 'POST', body })
    : request(faultRuleSchema, `${path}/${id}`, { method: 'PUT', body });
export const deleteFaultRule = (id: string) => requestNothing(`${path}/${id}`, { method: 'DELETE' });
export const exceptFaultRule = (id: string, body: RuleExceptionInput) =>
  request(faultRuleSchema, `${path}/${id}/exceptions`, { method: 'PUT', body });
export const deleteRuleException = (id: string, exceptionId: string) =>
  requestNothing(`${path}/${id}/exceptions/${exceptionId}`, { method: 'DELETE' });
export const tryFaultRule = (body: RuleTrialInput) =>
  request(ruleTrialSchema, `${path}/trials`, { method: 'POST', body });
