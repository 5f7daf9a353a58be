import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { acknowledgementSchema, reportSchema, sampleSchema, type Acknowledgement } from '@opsgauge/contract';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agentOf } from '../accounts/principal.js';
import { Clock, instantText } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { AllowedFor } from '../platform/http/access.js';
import { Direct } from '../platform/http/direct-routes.js';
import { Refusals } from '../platform/http/refusals.js';
import { parseBody, refuseUnstorable } from '../platform/http/validation.js';
import { AgentHints } from './agent-hints.js';
import { IngestService } from './ingest.service.js';
import { ProbePlans } from './probes/probe-plans.service.js';

/** The report as documented; records are checked one by one (`report-parser.ts`), not by this schema. */
const documentedReport = reportSchema.extend({ samples: z.array(sampleSchema) });

const reportWords = `Each record of \`samples\` is looked at by itself, and answered in \`results\` in the order of the request:
\`accepted\` (it is stored: the answer comes after the commit), \`duplicate\` (it was stored before: \`epoch\`, \`seq\` and
\`observedAt\` tell it), or \`rejected\` with a \`code\` and a \`message\` that names the field; sending that one again is of no
use. A report that is refused as a whole was not kept in any part: after 503 it is sent again when \`Retry-After\` has
passed. Results of probes travel in a sample's \`probeResults\` and are kept with it; \`configuration.probes\` names all that the
agent probes. \`hints\` is a closed list of what the hub asks of the agent, which may leave it undone. The body may be packed
with \`Content-Encoding: gzip\`.`;

@ApiTags('agents')
@ApiBearerAuth()
@Controller('api/v1/agent/reports')
export class ReportsController {
  constructor(
    private readonly ingest: IngestService,
    private readonly hints: AgentHints,
    private readonly probes: ProbePlans,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @ApiOperation({ summary: "Takes an agent's report", description: reportWords })
  @HttpCode(200)
  @AllowedFor('agent')
  @ApiBody({ schema: z.toJSONSchema(documentedReport, { target: 'openapi-3.0', io: 'input' }) as object })
  @ApiOkResponse({ standardSchema: acknowledgementSchema })
  @Refusals('agent_credential_invalid', 'overloaded')
  @Direct
  async report(request: FastifyRequest): Promise<Acknowledgement> {
    const serverId = agentOf(request);
    const report = parseBody(reportSchema, request.body);
    // Records are looked at one by one.
    refuseUnstorable({ ...report, samples: [] });
    const results = await this.ingest.accept(serverId, report);
    return {
      receivedAt: instantText(this.clock.nowMs()),
      results,
      hints: this.hints.forServer(serverId),
      configuration: { timeZone: this.configuration.timeZone, probes: this.probes.ofAgent(serverId) },
    };
  }
}
