import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { PlatformMetrics } from './platform-metrics.js';

/** The platform's own metrics, for every room to add to. */
@Global()
@Module({ controllers: [MetricsController], providers: [Metrics, PlatformMetrics], exports: [Metrics] })
export class MetricsModule {}
