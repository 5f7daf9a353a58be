import {
  actualsResponseSchema,
  availabilityResponseSchema,
  evaluationsResponseSchema,
  inspectionSchema,
  rawSamplesResponseSchema,
  samplesResponseSchema,
  serversResponseSchema,
  type ActualsResponse,
  type AvailabilityResponse,
  type Evaluation,
  type Inspection,
  type RawSamplesResponse,
  type SamplesResponse,
  type Server,
} from '@opsgauge/contract';

/** The product's HTTP interface as its own pages use it, beside the page that is tested. */
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

  /** @param fromMs epoch milliseconds, as `toMs` */
  async samples(serverId: string, fromMs: number, toMs: number, points: number): Promise<SamplesResponse> {
    const query = new URLSearchParams({
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
      points: String(points),
    });
    return samplesResponseSchema.parse(await this.get(`/api/v1/servers/${serverId}/samples?${query}`));
  }

  async rawSamples(serverId: string, from: string, to: string): Promise<RawSamplesResponse> {
    const query = new URLSearchParams({ from, to, limit: '200', order: 'first' });
    return rawSamplesResponseSchema.parse(await this.get(`/api/v1/servers/${serverId}/samples/raw?${query}`));
  }

  async requestInspection(serverId: string): Promise<Inspection> {
    return inspectionSchema.parse(await this.ask('POST', `/api/v1/servers/${serverId}/inspections`));
  }

  async inspection(id: string): Promise<Inspection> {
    return inspectionSchema.parse(await this.get(`/api/v1/inspections/${id}`));
  }

  /** The answer's JSON, of a request as the administrator that has to succeed. */
  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    return (await this.ask(method, path, body)) as T;
  }

  private get(path: string): Promise<unknown> {
    return this.ask('GET', path);
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    this.cookie ??= await this.logIn();
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        cookie: this.cookie,
        origin: this.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  private async logIn(): Promise<string> {
    const response = await fetch(new URL('/api/v1/session', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url },
      body: JSON.stringify({ username: 'admin', password: this.password }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || !cookie) throw new Error(`login: ${response.status}`);
    return cookie;
  }
}
