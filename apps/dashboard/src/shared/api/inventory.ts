import { queryOptions, skipToken } from '@tanstack/react-query';
import {
  contractSchema,
  contractsResponseSchema,
  maintenancePreviewResponseSchema,
  maintenanceWindowSchema,
  maintenanceWindowsResponseSchema,
  organizationSchema,
  organizationsResponseSchema,
  projectSchema,
  projectsResponseSchema,
  serverSchema,
  systemSchema,
  type ContractInput,
  type MaintenanceCancellationInput,
  type MaintenanceDecisionInput,
  type MaintenancePreviewQuery,
  type MaintenanceRequestInput,
  type MaintenanceWindowInput,
  type OrganizationInput,
  type ProjectInput,
  type ServerChange,
  type ServerPlace,
  type SystemInput,
  type SystemMakeUpInput,
} from '@opsgauge/contract';
import { request, requestNothing, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1';
/** A known record is changed, a new one is made. */
const saving = (path: string, id: string | null, body: unknown) =>
  [id === null ? path : `${path}/${id}`, { method: id === null ? 'POST' : 'PATCH', body }] as const;

export const organizationsQuery = queryOptions({
  queryKey: keys.organizations,
  queryFn: ({ signal }) => request(organizationsResponseSchema, `${api}/organizations`, { signal }),
});
export const saveOrganization = (id: string | null, body: OrganizationInput) =>
  request(organizationSchema, ...saving(`${api}/organizations`, id, body));
export const deleteOrganization = (id: string) =>
  requestNothing(`${api}/organizations/${id}`, { method: 'DELETE' });

export const projectsQuery = queryOptions({
  queryKey: keys.projects,
  queryFn: ({ signal }) => request(projectsResponseSchema, `${api}/projects`, { signal }),
});
export const saveProject = (id: string | null, body: ProjectInput) =>
  request(projectSchema, ...saving(`${api}/projects`, id, body));

export const deleteProject = (id: string) => requestNothing(`${api}/projects/${id}`, { method: 'DELETE' });

export const contractsQuery = queryOptions({
  queryKey: keys.contracts,
  queryFn: ({ signal }) => request(contractsResponseSchema, `${api}/contracts`, { signal }),
});
export const saveContract = (id: string | null, body: ContractInput) =>
  request(contractSchema, ...saving(`${api}/contracts`, id, body));

export const deleteContract = (id: string) => requestNothing(`${api}/contracts/${id}`, { method: 'DELETE' });

export const deleteSystem = (id: string) => requestNothing(`${api}/systems/${id}`, { method: 'DELETE' });
export const saveSystem = (id: string | null, body: SystemInput) =>
  request(systemSchema, ...saving(`${api}/systems`, id, body));
/** Replaces what the system is made of. */
export const saveMakeUp = (systemId: string, body: SystemMakeUpInput) =>
  request(systemSchema, `${api}/systems/${systemId}/components`, { method: 'PUT', body });

/** Puts it into a system, out of the one it was in, or out of every system. */
export const moveServer = (id: string, body: ServerPlace) =>
  request(serverSchema, `${api}/servers/${id}/system`, { method: 'PUT', body });
export const changeServer = (id: string, body: ServerChange) =>
  request(serverSchema, `${api}/servers/${id}`, { method: 'PATCH', body });

const windowsPath = `${api}/maintenance-windows`;

export const maintenanceWindowsQuery = queryOptions({
  queryKey: keys.maintenanceWindows,
  queryFn: ({ signal }) => request(maintenanceWindowsResponseSchema, windowsPath, { signal }),
});
export const createMaintenanceWindow = (body: MaintenanceWindowInput) =>
  request(maintenanceWindowSchema, windowsPath, { method: 'POST', body });
export const deleteMaintenanceWindow = (id: string) =>
  requestNothing(`${windowsPath}/${id}`, { method: 'DELETE' });
export const cancelMaintenanceOccurrence = (id: string, body: MaintenanceCancellationInput) =>
  request(maintenanceWindowSchema, `${windowsPath}/${id}/cancellations`, { method: 'POST', body });

/** What times come to; `times` is a `MaintenancePreviewQuery` as JSON, null while they are not complete. */
export const maintenancePreviewQuery = (times: string | null) =>
  queryOptions({
    queryKey: keys.maintenancePreview(times),
    queryFn:
      times === null
        ? skipToken
        : ({ signal }) => {
            const { from, to, recurrence } = JSON.parse(times) as MaintenancePreviewQuery;
            const path = withQuery(`${windowsPath}/preview`, {
              from,
              to,
              recurrence: recurrence ?? undefined,
            });
            return request(maintenancePreviewResponseSchema, path, { signal });
          },
    retry: false,
  });

export const askForMaintenance = (body: MaintenanceRequestInput) =>
  request(maintenanceWindowSchema, `${windowsPath}/requests`, { method: 'POST', body });
export const withdrawMaintenanceRequest = (id: string) =>
  requestNothing(`${windowsPath}/requests/${id}`, { method: 'DELETE' });
export const decideMaintenance = (id: string, body: MaintenanceDecisionInput) =>
  request(maintenanceWindowSchema, `${windowsPath}/requests/${id}/decision`, { method: 'POST', body });
