import { Module } from '@nestjs/common';
import { StatusModule } from '../status/status.module.js';
import { LiveGateway } from './live.gateway.js';

@Module({ imports: [StatusModule], providers: [LiveGateway] })
export class LiveModule {}
