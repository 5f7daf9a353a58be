import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FaultsModule } from '../faults/faults.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { ChannelsReader } from './channels/channels-reader.js';
import { ChannelsController } from './channels/channels.controller.js';
import { ChannelsService } from './channels/channels.service.js';
import { NotificationChannel } from './channels/notification-channel.entity.js';
import { Transports } from './channels/transports.service.js';
import { Trials } from './channels/trials.service.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveryList } from './deliveries/delivery-list.service.js';
import { DeliveryStore } from './deliveries/delivery-store.js';
import { Sender } from './deliveries/sender.service.js';
import { MailServerController } from './mail/mail-server.controller.js';
import { MailServer } from './mail/mail-server.entity.js';
import { MailServerService } from './mail/mail-server.service.js';
import { Composer } from './notices/composer.service.js';
import { Escalations } from './notices/escalations.service.js';
import { FaultNotices } from './notices/fault-notices.service.js';
import { NoticeStore } from './notices/notice-store.js';
import { NoticeWriter } from './notices/notice-writer.service.js';
import { Silences } from './notices/silences.service.js';
import { DutyRosterService } from './roster/duty-roster.service.js';
import { DutyShift } from './roster/duty-shift.entity.js';
import { DutyShiftsController } from './roster/duty-shifts.controller.js';
import { NoticeTargets } from './subscriptions/notice-targets.service.js';
import { NotificationSubscription } from './subscriptions/notification-subscription.entity.js';
import { ReachService } from './subscriptions/reach.service.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsService } from './subscriptions/subscriptions.service.js';
import { WakeUps } from './wake-ups.js';

@Module({
  imports: [
    FaultsModule,
    InventoryModule,
    TypeOrmModule.forFeature([DutyShift, MailServer, NotificationChannel, NotificationSubscription]),
  ],
  controllers: [
    ChannelsController,
    DeliveriesController,
    DutyShiftsController,
    MailServerController,
    SubscriptionsController,
  ],
  providers: [
    ChannelsReader,
    ChannelsService,
    Composer,
    DeliveryList,
    DeliveryStore,
    DutyRosterService,
    Escalations,
    FaultNotices,
    MailServerService,
    NoticeStore,
    NoticeTargets,
    NoticeWriter,
    ReachService,
    Sender,
    Silences,
    SubscriptionsService,
    Transports,
    Trials,
    WakeUps,
  ],
})
export class NotifyModule {}
