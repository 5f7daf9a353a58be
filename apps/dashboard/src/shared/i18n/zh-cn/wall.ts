/** The wall display. */
export const wall = {
  wall: {
    title: '信息系统运行监测',
    calm: '全部服务器运行正常',
    trouble: '{{down}} 台故障，{{unanswered}} 项待响应',
    stale: '数据停在 {{time}}，正在重新连接',
    byLogin: '按本次登录显示，登录结束后停止',
    unanswered: '待响应故障',
    openFaults: '未关闭故障',
    late: '已超时',
    systems: '系统状态',
    systemsNote: '逐日 30 天 · 30 天可用率',
    noSystems: '没有可以查看的系统',
    allUp: '全部正常',
    turn: '{{page}} / {{pages}}',
    faults: '未关闭故障',
    noFaults: '没有未关闭的故障',
    unassigned: '未指派',
    response: '响应',
    repair: '修复',
    clock: {
      left: '{{name}}剩余',
      over: '{{name}}已超时',
      paused: '{{name}}已暂停',
      took: '{{name}}用时',
    },
    resources: '资源占用最高',
    maintenance: '七天内的维护',
    noMaintenance: '没有安排维护',
    ended: {
      unreachable: '连接不上平台',
      token: '显示令牌无效或已过期',
      session: '登录已结束',
    },
    endedHint: {
      unreachable: '每分钟自动重试，恢复后继续显示，无需操作。',
      token: '请在“个人设置 · API 令牌”中新建一个只读令牌（最长 366 天），用 /wall#token=令牌 重新打开本页。',
      session:
        '请重新登录。需要长期显示时，在“个人设置 · API 令牌”中新建一个只读令牌（最长 366 天），用 /wall#token=令牌 打开本页，不受登录期限影响。',
    },
    logIn: '去登录',
  },
};
