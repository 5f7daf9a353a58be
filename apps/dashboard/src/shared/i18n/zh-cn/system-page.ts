/** A system's own page. */
export const systemPage = {
  systemPage: {
    loadFailed: '读取系统失败',
    contract: '当前合同',
    noContract: '没有生效的合同，全部计为服务期外',
    inOverview: '在总览中查看服务器',
    calendar: '近 12 个月可用率',
    calendarFailed: '读取每日可用率失败',
    target: '合同承诺',
    targetMet: '达到合同承诺',
    targetMissed: '未达到合同承诺',
    dayTitle: '{{date}} 的状态区间',
    components: '组成（{{value}} 台）',
    group: '{{name}}：{{count}} 台中至少 {{required}} 台',
    groupHint: '目前 {{up}} 台正常，共 {{count}} 台，至少需要 {{required}} 台',
    maintenance: '进行中和将来的维护',
    noMaintenance: '没有进行中或将来的维护。',
  },
};
