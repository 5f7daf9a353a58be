import { DownloadOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';
import { keys } from '../../shared/api/keys.js';
import { inspectionReportUrl, serverQuery } from '../../shared/api/queries.js';
import { isReporting, isWithoutAgent } from '../../shared/status.js';
import { useNow } from '../../shared/time/clock.js';
import { Mark } from '../../shared/ui/mark.js';
import { useInspection } from './use-inspection.js';

function Waiting({ requestedAt }: { requestedAt: string }) {
  const { t } = useTranslation();
  const seconds = Math.max(0, Math.round((useNow() - Date.parse(requestedAt)) / 1000));
  return t('inspection.running', { value: seconds });
}

/**
 * Asks for an inspection now, says that it is under way, and then offers its report. While the agent is silent it says
 * that instead: nothing is under way, and the agent is asked with its next report.
 */
export function RequestInspectionButton({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { request, current } = useInspection(serverId);
  const { data: server } = useQuery(serverQuery(serverId));
  const now = useNow();
  const isOpen = current?.state === 'requested';
  const isWaiting = isOpen && server !== undefined && !isReporting(server, now);
  const isRunning = request.isPending || (isOpen && !isWaiting);
  const cannotAsk = server !== undefined && isWithoutAgent(server);
  const isCompleted = current?.state === 'completed';
  const announced = useRef<string>(undefined);
  useEffect(() => {
    if (!isCompleted || announced.current === current.id) return;
    announced.current = current.id;
    void client.invalidateQueries({ queryKey: keys.inspectionsOf(serverId) });
  }, [isCompleted, current, client, serverId]);
  const start = () =>
    request.mutate(undefined, {
      onError: (error) => void message.error(t(`error.${toApiError(error).code}`)),
    });
  return (
    <>
      {isCompleted && request.data && (
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          href={inspectionReportUrl(current.id)}
          data-report={current.id}
        >
          {t('inspection.download')}
        </Button>
      )}
      {isWaiting && (
        <span className="inspection-waiting" role="status">
          <Mark kind="warning" size={12} />
          {t('inspection.waiting')}
        </span>
      )}
      <Button
        icon={<ThunderboltOutlined />}
        loading={isRunning}
        disabled={isRunning || cannotAsk}
        title={cannotAsk ? t('error.server_without_agent') : undefined}
        onClick={start}
        aria-live="polite"
      >
        {isRunning ? (
          current ? (
            <Waiting requestedAt={current.requestedAt} />
          ) : (
            t('inspection.asking')
          )
        ) : (
          t('inspection.request')
        )}
      </Button>
    </>
  );
}
