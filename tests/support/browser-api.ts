import {
  actualsResponseSchema,
  availabilityResponseSchema,
  evaluationsResponseSchema,
  rawSamplesResponseSchema,
  serversResponseSchema,
  type ActualsResponse,
  type AvailabilityResponse,
  type Evaluation,
  type RawSamplesResponse,
  type Server,
} from '@opsgauge/contract';

/** The product's HTTP interface as a program uses it, beside the page that is tested. */
export class Api {
  private cookie: string | undefined;

  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  async servers(): Promise<Server[]> {
    return serversResponseSchema.parse(await this.get('/api/v1/servers')).items;
  }

  async evaluations(): Promise<Evaluation[]> {
    return evaluationsResponseSchema.parse(await this.get('/api/v1/evaluations')).items;
  }

  async actuals(evaluationId: string): Promise<ActualsResponse> {
    return actualsResponseSchema.parse(await this.get(`/api/v1/evaluations/${evaluationId}/actuals`));
  }

  /** @param path of a server's or system's availability, with its period, e.g. an indicator's `evidenceUrl` */
  async availability(path: string): Promise<AvailabilityResponse> {
    return availabilityResponseSchema.parse(await this.get(path));
  }

  async rawSamples(serverId: string, from: string, to: string): Promise<RawSamplesResponse> {
    const query = new URLSearchParams({ from, to, limit: '200', order: 'first' });
    return rawSamplesResponseSchema.parse(await this.get(`/api/v1/servers/${serverId}/samples/raw?${query}`));
  }

  private async get(path: string): Promise<unknown> {
    this.cookie ??= await this.logIn();
    const response = await fetch(new URL(path, this.url), { headers: { cookie: this.cookie } });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  private async logIn(): Promise<string> {
    const response = await fetch(new URL('/api/v1/session', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: this.password }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || !cookie) throw new Error(`login: ${response.status}`);
    return cookie;
  }
}
