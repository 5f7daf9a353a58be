/** Hosts that a Prometheus watches, under the inventory. */
export const prometheus = {
  prometheus: {
    add: '添加 Prometheus',
    name: '名称',
    nameHint: '便于辨认的名称，如所在机房。',
    instance: '实例（instance）',
    waiting: '待指定',
    waitingCount: '{{value}} 个实例待指定',
    lastSeen: '最近写入',
    assign: '指定服务器',
    reassign: '更改',
    assignTitle: '{{name}} 是哪台服务器',
    target: '对应',
    serverHint: '已有采集代理上报的服务器须先吊销其代理凭据。',
    noneHint: '此后写入的该实例数据将被拒收，已有数据保留。',
    noInstances: '还没有收到数据。Prometheus 首次写入后，其中的主机会列在这里。',
    deleteTitle: '删除 {{name}}？',
    deleteText: '其令牌立即失效，实例与服务器的对应关系一并删除；已有数据保留。此操作不可撤销。',
    createdTitle: '写入 prometheus.yml',
    createdText: '令牌只显示这一次。将以下内容并入 prometheus.yml，然后重新加载 Prometheus：',
    localOnly: '只有本机的 Prometheus 能写入',
    certificateText:
      '平台使用自签名证书。请保存该证书，放在 prometheus.yml 所在的目录；Prometheus 凭它核对平台，不要关闭校验。',
    createdNext: '约一分钟内，它所监测的主机会列在这里，逐一指定服务器后即开始记录。',
  },
  prometheusTarget: {
    newServer: '新的服务器',
    server: '已登记的服务器',
    none: '不接入',
  },
};
