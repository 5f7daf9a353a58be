import type { DocumentBlock, DocumentModel } from '../documents/document-model.js';
import { chart, chartCaption } from './inspection-chart.js';
import { conclusion, judgementTable, judgementRule, judgeReading } from './inspection-judgement.js';
import { periodBlocks } from './inspection-period.js';
import type { InspectionReportInput } from './inspection-report-input.js';
import { services } from './inspection-services.js';
import { basics, interfaces, mounts, processes } from './inspection-tables.js';
import { unreadParts } from './inspection-unread.js';
import { judgeUpkeep, upkeepBlocks } from './inspection-upkeep.js';
import { dateTimeText } from './report-format.js';
import { reportNumber } from './report-number.js';

/** The inspection report (巡检报告) of one server, from what its agent read and what was measured before. */
export function inspectionReport(input: InspectionReportInput): DocumentModel {
  const { inspection, reading, timeZone } = input;
  const items = judgeReading(input);
  const upkeep = judgeUpkeep(reading);
  return {
    number: reportNumber(inspection, timeZone),
    title: '服务器巡检报告',
    subtitle: `${inspection.serverName}　${dateTimeText(Date.parse(reading.observedAt), timeZone)}`,
    blocks: [
      { kind: 'heading', level: 1, text: '一、巡检结论' },
      { kind: 'paragraph', text: conclusion(input, items, upkeep) },
      { kind: 'heading', level: 1, text: '二、基本情况' },
      basics(input),
      { kind: 'heading', level: 1, text: '三、运行指标' },
      judgementTable(items),
      judgementRule,
      { kind: 'chart', caption: chartCaption(input.samples), chart: chart(input) },
      ...periodBlocks(reading, timeZone),
      { kind: 'heading', level: 1, text: '四、存储' },
      mounts(reading),
      { kind: 'heading', level: 1, text: '五、网络接口' },
      interfaces(reading),
      { kind: 'heading', level: 1, text: '六、服务与进程' },
      ...services(reading),
      ...upkeepBlocks(upkeep),
      processes(reading),
      ...unreadParts(reading),
      ...auditAnchor(input),
      { kind: 'signature', parties: ['巡检人员', '项目单位'] },
    ],
  };
}

function auditAnchor({ auditHead, timeZone }: InspectionReportInput): DocumentBlock[] {
  if (!auditHead) return [];
  const { number, hash, at } = auditHead;
  const moment = dateTimeText(Date.parse(at), timeZone);
  return [{ kind: 'note', text: `审计链末条：第 ${number} 条（${moment}），SHA-256：\n${hash}` }];
}
