import { z } from 'zod';

/**
 * Every code the hub may answer with. Codes are stable: a page translates them, an integration may switch on them.
 * A new situation gets a new code; a code never changes its meaning.
 */
export const errorCodeSchema = z.enum([
  'invalid_request',
  'malformed_json',
  'body_too_large',
  'unsupported_media_type',
  'not_authenticated',
  'wrong_credentials',
  'forbidden',
  'origin_not_allowed',
  'account_locked',
  'password_change_required',
  'password_refused',
  'second_factor_required',
  'second_factor_wrong',
  'invitation_invalid',
  'conflict',
  'name_taken',
  'in_use',
  'service_begun',
  'group_needs_server',
  'server_not_approved',
  'server_retired',
  'maintenance_over',
  'maintenance_begun',
  'maintenance_decided',
  'maintenance_not_approved',
  'probe_subject_fixed',
  'probes_too_many',
  'account_used',
  'account_disabled',
  'last_administrator',
  'second_factor_on',
  'second_factor_not_begun',
  'backup_not_configured',
  'backup_running',
  'not_found',
  'enrolment_token_invalid',
  'agent_credential_invalid',
  'remote_write_token_invalid',
  'remote_write_invalid',
  'remote_instance_unknown',
  'alert_source_token_invalid',
  'alert_source_other_kind',
  'alerts_too_many',
  'server_reports_itself',
  'inspection_not_ready',
  'server_not_reporting',
  'server_without_agent',
  'period_invalid',
  'fault_not_possible',
  'fault_over_too_long',
  'fault_request_pending',
  'fault_request_decided',
  'fault_moment_invalid',
  'in_the_past',
  'not_after_start',
  'hub_address_unknown',
  'trial_impossible',
  'trial_too_large',
  'gateway_circular',
  'too_many_requests',
  'overloaded',
  'store_unavailable',
  'internal_error',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What may refer to a thing that is to be deleted. */
export const recordKindSchema = z.enum([
  'accounts',
  'grants',
  'projects',
  'systems',
  'contracts',
  'servers',
  'maintenanceWindows',
]);
export type RecordKind = z.infer<typeof recordKindSchema>;
const useSchema = z.object({ kind: recordKindSchema, count: z.number().int().min(1) });
export type Use = z.infer<typeof useSchema>;

/** Body of every answer that is not a success. `field` names the offending input, where there is one. */
export const errorBodySchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  correlationId: z.string(),
  field: z.string().optional(),
  /** With `in_use`: what still refers to it. */
  uses: z.array(useSchema).optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** Why one record of a report was not kept; the other records of the same report are not affected. */
export const recordErrorCodeSchema = z.enum(['invalid_value', 'time_out_of_range']);
export type RecordErrorCode = z.infer<typeof recordErrorCodeSchema>;
