import type { InspectionReading } from '@opsgauge/contract';
import type { DocumentBlock } from '../documents/document-model.js';

/**
 * The host's services in a sentence. Only systemd knows of failures: where none runs, init scripts were asked, and a
 * host on which nothing at all runs had none to answer either.
 */
export function services({ services: found, notes }: InspectionReading): DocumentBlock[] {
  return [{ kind: 'paragraph', text: words(found, notes) }];
}

function words(found: InspectionReading['services'], notes: InspectionReading['notes']): string {
  if (found.length === 0) return '未能读取系统服务（原因见“未能读取的项目”）。';
  const failed = found.filter(({ state }) => state === 'failed').map(({ name }) => name);
  const running = found.filter(({ state }) => state === 'running').length;
  const isToldInFull = failed.length + running > 0 && !notes.some(({ part }) => part === 'services');
  if (!isToldInFull)
    return (
      `主机上登记有 ${found.length} 个系统服务` +
      `${running > 0 ? `，其中 ${running} 个由启动脚本报告为运行中` : ''}。` +
      '主机未由 systemd 管理，服务是否正常运行无法确认，本项不作判定。'
    );
  return (
    `系统服务共 ${found.length} 个，运行中 ${running} 个，` +
    (failed.length > 0 ? `异常服务 ${failed.length} 个：${failed.join('、')}。` : '无异常服务。')
  );
}
