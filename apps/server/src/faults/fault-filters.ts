import type { faultsQuerySchema } from '@opsgauge/contract';
import { titleCodesWith } from '@opsgauge/domain';
import type { z } from 'zod';
import type { Scope } from '../accounts/scope.js';

/** Where a scope lets somebody look for faults. */
export interface FaultSight {
  /** Null: everywhere. */
  readonly systemIds: readonly string[] | null;
  /** The only vendors whose faults are seen; null: all. A fault without a contract of anybody's is seen too. */
  readonly vendorIds: readonly string[] | null;
}

/** A vendor sees nothing of what another had to answer for. */
export const vendorsOf = (scope: Scope): readonly string[] | null =>
  !scope.isEverything && scope.isVendor ? scope.organizationIds : null;

/** Joins that every condition here may refer to. */
export const faultTables = `fault
  JOIN system ON system.id = fault.system_id
  LEFT JOIN server ON server.id = fault.server_id
  LEFT JOIN contract ON contract.id = fault.contract_id`;

const inSight = `($1::uuid[] IS NULL OR fault.system_id = ANY($1)) AND ($2::uuid[] IS NULL
  OR contract.vendor_organization_id IS NULL OR contract.vendor_organization_id = ANY($2))`;

/** Late, and still not there; what is excluded or merged owes nothing. */
const overdue = `(NOT fault.is_excluded AND fault.merged_into_id IS NULL AND fault.recovered_at IS NULL
  AND ((fault.responded_at IS NULL AND coalesce(fault.response_deadline_at < $10, false))
    OR coalesce(fault.repair_deadline_at < $10, false)))`;

/** The condition of a list, with its values. */
export function filtersOf(
  { systemIds, vendorIds }: FaultSight,
  query: Partial<z.output<typeof faultsQuerySchema>>,
  nowMs: number,
): { condition: string; values: unknown[] } {
  return {
    condition: [
      inSight,
      '($3::text IS NULL OR fault.state = $3)',
      '($4::uuid IS NULL OR fault.system_id = $4)',
      '($5::uuid IS NULL OR fault.server_id = $5)',
      '($6::text IS NULL OR fault.severity = $6)',
      '($7::timestamptz IS NULL OR fault.start_at >= $7)',
      '($8::timestamptz IS NULL OR fault.start_at < $8)',
      `($9::text IS NULL OR fault.title->>'code' = ANY($14) OR strpos(lower(concat_ws(' ', fault.number,
         fault.title->'params', system.name, server.name, fault.root_cause_code, fault.assignee_name)), lower($9)) > 0)`,
      `($11::boolean IS NULL OR ${overdue} = $11)`,
      '($12::boolean IS NULL OR fault.has_pending_request = $12)',
      `($13::boolean IS NULL OR (fault.recovered_at IS NOT NULL OR fault.merged_into_id IS NOT NULL) = $13)`,
      '($15::uuid IS NULL OR fault.assignee_id = $15)',
    ].join(' AND '),
    values: [
      systemIds,
      vendorIds,
      query.state ?? null,
      query.systemId ?? null,
      query.serverId ?? null,
      query.severity ?? null,
      query.from ?? null,
      query.to ?? null,
      query.text ?? null,
      new Date(nowMs),
      query.isOverdue ?? null,
      query.hasPendingRequest ?? null,
      query.isOver ?? null,
      titleCodesWith(query.text ?? ''),
      query.assigneeId ?? null,
    ],
  };
}
