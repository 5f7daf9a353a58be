import {
  enrolmentTokenResponseSchema,
  inspectionSchema,
  sessionSchema,
  type EnrolmentTokenResponse,
  type Inspection,
  type LoginRequest,
  type Session,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';

export const logIn = (body: LoginRequest): Promise<Session> =>
  request(sessionSchema, '/api/v1/session', { method: 'POST', body });

export const logOut = (): Promise<void> => requestNothing('/api/v1/session', { method: 'DELETE' });

export const createEnrolmentToken = (): Promise<EnrolmentTokenResponse> =>
  request(enrolmentTokenResponseSchema, '/api/v1/servers/enrolment-tokens', { method: 'POST', body: {} });

export const requestInspection = (serverId: string): Promise<Inspection> =>
  request(inspectionSchema, `/api/v1/servers/${serverId}/inspections`, { method: 'POST', body: {} });
