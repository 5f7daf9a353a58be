import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  contractInputSchema,
  contractSchema,
  contractsResponseSchema,
  type Contract,
  type ContractInput,
  type ContractsResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ContractsService } from './contracts.service.js';

@ApiTags('contracts')
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(private readonly contracts: ContractsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the contracts' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: contractsResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<ContractsResponse> {
    return { items: await this.contracts.list(scope) };
  }

  @Post()
  @ApiOperation({ summary: 'Adds a contract' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: contractSchema })
  create(@Body({ schema: contractInputSchema }) input: ContractInput): Promise<Contract> {
    return this.contracts.create(input);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a contract' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: contractSchema })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: contractInputSchema }) input: ContractInput,
  ): Promise<Contract> {
    return this.contracts.change(id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a contract whose service has not begun' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.contracts.remove(id);
  }
}
