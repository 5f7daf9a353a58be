import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  faultRuleInputSchema,
  faultRuleSchema,
  faultRulesResponseSchema,
  ruleExceptionInputSchema,
  ruleTrialInputSchema,
  ruleTrialSchema,
  type FaultRule,
  type FaultRuleInput,
  type FaultRulesResponse,
  type RuleExceptionInput,
  type RuleTrial,
  type RuleTrialInput,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../../accounts/scope.js';
import { AllowedFor, everyRole } from '../../platform/http/access.js';
import { FaultRulesService } from './fault-rules.service.js';
import { RuleTrials } from './rule-trial.service.js';

/** The owner's and the administrator's to set: a vendor is judged by what they find. */
@ApiTags('fault-rules')
@Controller('api/v1/fault-rules')
export class FaultRulesController {
  constructor(
    private readonly rules: FaultRulesService,
    private readonly trials: RuleTrials,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Lists the rules by which faults are found, with what is set otherwise for systems and servers',
  })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: faultRulesResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<FaultRulesResponse> {
    return { items: await this.rules.list(scope) };
  }

  @Post()
  @ApiOperation({ summary: 'Adds a rule' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: faultRuleSchema })
  create(
    @CurrentScope() scope: Scope,
    @Body({ schema: faultRuleInputSchema }) input: FaultRuleInput,
  ): Promise<FaultRule> {
    return this.rules.create(scope, input);
  }

  @Post('trials')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tries a rule on past samples: what it would have fired on' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: ruleTrialSchema })
  try(
    @CurrentScope() scope: Scope,
    @Body({ schema: ruleTrialInputSchema }) input: RuleTrialInput,
  ): Promise<RuleTrial> {
    return this.trials.run(scope, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes a rule, or switches it on or off' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: faultRuleSchema })
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: faultRuleInputSchema }) input: FaultRuleInput,
  ): Promise<FaultRule> {
    return this.rules.change(scope, id, input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Deletes a rule of your own' })
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rules.remove(id);
  }

  @Put(':id/exceptions')
  @ApiOperation({
    summary: 'Sets a rule otherwise for a system or a server, in place of what was set before',
  })
  @AllowedFor('admin', 'owner')
  @ApiOkResponse({ standardSchema: faultRuleSchema })
  except(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: ruleExceptionInputSchema }) input: RuleExceptionInput,
  ): Promise<FaultRule> {
    return this.rules.except(scope, id, input);
  }

  @Delete(':id/exceptions/:exceptionId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Has a rule hold again for a system or a server as everywhere' })
  @AllowedFor('admin', 'owner')
  removeException(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('exceptionId', ParseUUIDPipe) exceptionId: string,
  ): Promise<void> {
    return this.rules.removeException(scope, id, exceptionId);
  }
}
