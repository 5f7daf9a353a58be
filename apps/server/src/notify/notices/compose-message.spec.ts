import type { MessageLanguage } from '@opsgauge/contract';
import type { NoticeKind } from '@opsgauge/domain';
import { composeMessage } from './compose-message.js';
import type { Notice, NoticeDetail } from './notice-detail.js';

const place = { timeZone: 'Asia/Shanghai', publicUrl: undefined };
const began: NoticeDetail = {
  number: 'F-2026-0007',
  title: '主机失联',
  severity: 'serious',
  systemName: '门户网站',
  serverName: null,
  startedAt: '2026-03-01T01:00:00.000Z',
  recoveredAt: null,
  actorName: null,
  note: null,
  isApproved: null,
  elapsedMs: null,
  limitMs: null,
  responseDeadlineAt: '2026-03-01T01:30:00.000Z',
  repairDeadlineAt: '2026-03-02T01:00:00.000Z',
};
const { responseDeadlineAt: _, repairDeadlineAt: __, ...later } = began;
const decided = { ...later, actorName: '王处长', note: '与合同约定不符'.repeat(8), isApproved: false };
const notice = (kind: NoticeKind, detail: NoticeDetail, language: MessageLanguage = 'zh-CN'): Notice => ({
  faultId: 'f6b7a2de-2f3c-4f43-9a8a-4b6d8a3b0c11',
  kind,
  atMs: Date.parse('2026-03-01T02:00:00.000Z'),
  language,
  detail,
});
const factsOf = (one: Notice) => composeMessage([one], place).facts;
const linesOf = (...notices: Notice[]) => composeMessage(notices, place).lines.map(({ text }) => text);

describe('the message of one fault', () => {
  it('names its number first, and until when it is to be answered and repaired', () => {
    const facts = factsOf(notice('began', began));
    expect(facts[0]).toBe('故障编号：F-2026-0007');
    expect(facts.slice(-2)).toEqual(['响应期限：2026-03-01 09:30', '修复期限：2026-03-02 09:00']);
    expect(factsOf(notice('began', began, 'en'))).toEqual(
      expect.arrayContaining([
        'Fault: F-2026-0007',
        'Respond by: 2026-03-01 09:30',
        'Repair by: 2026-03-02 09:00',
      ]),
    );
  });

  it('gives its number to machines too', () =>
    expect(composeMessage([notice('began', began)], place).notices[0]!.number).toBe('F-2026-0007'));

  it('has a note whole', () =>
    expect(factsOf(notice('decided', decided))).toContain(`说明：${'与合同约定不符'.repeat(8)}`));

  it('says what is asked for', () => {
    const asked: NoticeDetail = { ...later, actorName: '李工', note: '等待割接', request: 'suspension' };
    expect(factsOf(notice('requested', asked))).toEqual(
      expect.arrayContaining(['办理人：李工', '申请事项：挂起，暂停修复计时', '说明：等待割接']),
    );
    expect(
      linesOf(notice('requested', { ...asked, request: 'exclusion' }), notice('began', began))[0],
    ).toContain('申请事项：剔除，不计入故障指标');
  });

  it('can be made of a notice that an earlier version wrote', () => {
    const { number: ___, ...old } = later;
    const [first, ...others] = factsOf(notice('began', old));
    expect(first).toBe('系统：门户网站');
    expect(others.join()).not.toContain('期限');
    expect(linesOf(notice('began', old), notice('began', old))[0]).toBe(
      '门户网站 | 主机失联 | 严重 | 2026-03-01 09:00',
    );
  });
});

describe('a line among several', () => {
  it('names the number and the deadlines', () =>
    expect(linesOf(notice('began', began), notice('began', began))[0]).toBe(
      'F-2026-0007 | 门户网站 | 主机失联 | 严重 | 2026-03-01 09:00 | 响应期限：2026-03-01 09:30 | 修复期限：2026-03-02 09:00',
    ));

  it('says what was decided, by whom, and why in short', () =>
    expect(linesOf(notice('decided', decided), notice('began', began))[0]).toBe(
      `审批结果 | F-2026-0007 | 门户网站 | 主机失联 | 严重 | 结果：不同意 | 2026-03-01 10:00 | 办理人：王处长 | 说明：${'与合同约定不符'.repeat(5)}与合同约定……`,
    ));

  it('says so in English', () => {
    const approved = notice('decided', { ...later, actorName: 'Wang', isApproved: true }, 'en');
    expect(linesOf(approved, approved)[0]).toContain('Decision: approved | 2026-03-01 10:00 | By: Wang');
  });
});
