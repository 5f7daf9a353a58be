import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  projectInputSchema,
  projectSchema,
  projectsResponseSchema,
  type Project,
  type ProjectInput,
  type ProjectsResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the projects' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: projectsResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<ProjectsResponse> {
    return { items: await this.projects.list(scope) };
  }

  @Post()
  @ApiOperation({ summary: 'Adds a project' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: projectSchema })
  create(@Body({ schema: projectInputSchema }) input: ProjectInput): Promise<Project> {
    return this.projects.create(input);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a project' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: projectSchema })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: projectInputSchema }) input: ProjectInput,
  ): Promise<Project> {
    return this.projects.change(id, input);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a project without systems' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.projects.remove(id);
  }
}
