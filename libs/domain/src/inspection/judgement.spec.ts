import { judgeFailures, judgePendingReboot, judgePercent, worstOf, type Judgement } from './judgement.js';

describe('judgement', () => {
  it.each<[number, Judgement]>([
    [0, 'normal'],
    [64.99, 'normal'],
    [65, 'attention'],
    [89.99, 'attention'],
    [90, 'abnormal'],
    [100, 'abnormal'],
  ])('%d %% is %s', (percent, judgement) => {
    expect(judgePercent(percent)).toBe(judgement);
  });

  it('takes every failure for abnormal, and a reboot that is pending for something to attend to', () => {
    expect([0, 1, 7].map(judgeFailures)).toEqual(['normal', 'abnormal', 'abnormal']);
    expect([false, true].map(judgePendingReboot)).toEqual(['normal', 'attention']);
  });

  it.each<[Judgement[], Judgement]>([
    [[], 'normal'],
    [['normal', 'attention'], 'attention'],
    [['attention', 'abnormal', 'normal'], 'abnormal'],
  ])('the worst of %j is %s', (all, worst) => {
    expect(worstOf(all)).toBe(worst);
  });
});
