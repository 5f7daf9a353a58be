import { createBrowserRouter } from 'react-router';
import { CrashPage } from './pages/crash-page.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { permitted } from './pages/permitted.js';

/** Every page is loaded when it is first opened; the login page needs nothing of the frame. */
export const createRouter = () =>
  createBrowserRouter([
    {
      path: '/login',
      hydrateFallbackElement: <div />,
      errorElement: <CrashPage />,
      lazy: async () => ({ Component: (await import('./pages/login-route.js')).LoginRoute }),
    },
    {
      path: '/invitation',
      hydrateFallbackElement: <div />,
      errorElement: <CrashPage />,
      lazy: async () => ({
        Component: (await import('../features/session/invitation-page.js')).InvitationPage,
      }),
    },
    {
      path: '/wall',
      hydrateFallbackElement: <div />,
      errorElement: <CrashPage />,
      lazy: async () => ({ Component: (await import('../features/wall/wall-gate.js')).WallGate }),
    },
    {
      path: '/',
      lazy: async () => ({ Component: (await import('./signed-in.js')).SignedIn }),
      errorElement: <CrashPage />,
      hydrateFallbackElement: <div />,
      children: [
        {
          index: true,
          lazy: async () => ({
            Component: (await import('../features/overview/overview-page.js')).OverviewPage,
          }),
        },
        {
          path: 'servers/:serverId',
          lazy: async () => ({ Component: (await import('./pages/server-route.js')).ServerRoute }),
        },
        {
          path: 'systems/:systemId',
          lazy: async () => ({ Component: (await import('./pages/system-route.js')).SystemRoute }),
        },
        {
          path: 'faults',
          lazy: async () => ({
            Component: (await import('../features/faults/board/faults-page.js')).FaultsPage,
          }),
        },
        {
          path: 'faults/:faultId',
          lazy: async () => ({
            Component: (await import('../features/faults/page/fault-page.js')).FaultPage,
          }),
        },
        {
          path: 'probes',
          lazy: async () => ({
            Component: (await import('../features/probes/probes-page.js')).ProbesPage,
          }),
        },
        {
          path: 'probes/:probeId',
          lazy: async () => ({ Component: (await import('./pages/probe-route.js')).ProbeRoute }),
        },
        {
          path: 'evaluations',
          lazy: async () => ({
            Component: (await import('../features/evaluations/evaluation-list-page.js')).EvaluationListPage,
          }),
        },
        {
          path: 'evaluations/:evaluationId',
          lazy: async () => ({
            Component: (await import('../features/evaluations/evaluation-page.js')).EvaluationPage,
          }),
        },
        {
          path: 'inventory/:section?',
          lazy: async () => {
            const { InventoryPage } = await import('../features/inventory/inventory-page.js');
            return { Component: permitted('readInventory', InventoryPage) };
          },
        },
        {
          path: 'fault-rules',
          lazy: async () => ({
            Component: (await import('../features/fault-rules/fault-rules-page.js')).FaultRulesPage,
          }),
        },
        {
          path: 'notifications/:section?',
          lazy: async () => {
            const { NotificationsPage } = await import('../features/notifications/notifications-page.js');
            return { Component: permitted('manageNotifications', NotificationsPage) };
          },
        },
        {
          path: 'incoming',
          lazy: async () => {
            const { IncomingPage } = await import('../features/incoming/incoming-page.js');
            return { Component: permitted('manageAlertSources', IncomingPage) };
          },
        },
        {
          path: 'accounts',
          lazy: async () => {
            const { AccountsPage } = await import('../features/accounts/accounts-page.js');
            return { Component: permitted('manageAccounts', AccountsPage) };
          },
        },
        {
          path: 'audit',
          lazy: async () => {
            const { AuditPage } = await import('../features/audit/audit-page.js');
            return { Component: permitted('readAudit', AuditPage) };
          },
        },
        {
          path: 'backups',
          lazy: async () => {
            const { BackupsPage } = await import('../features/backups/backups-page.js');
            return { Component: permitted('manageBackups', BackupsPage) };
          },
        },
        {
          path: 'storage',
          lazy: async () => {
            const { StoragePage } = await import('../features/storage/storage-page.js');
            return { Component: permitted('readStorage', StoragePage) };
          },
        },
        {
          path: 'personal',
          lazy: async () => ({
            Component: (await import('../features/personal/personal-page.js')).PersonalPage,
          }),
        },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
