/**
 * What Zabbix runs for each message, in its own JavaScript (ES5). It tells moments by time stamps where Zabbix has them
 * (since 7.0), else by ages, which no time zone can falsify.
 */
export const zabbixScript = `var p = JSON.parse(value);
if (p.source !== '0') { return 'not of a trigger: nothing to tell'; }
if (p.update === '1') { return 'an update: nothing to tell'; }
function milliseconds(text) {
  var units = { y: 31536000, M: 2592000, w: 604800, d: 86400, h: 3600, m: 60, s: 1 };
  var pattern = /(\\d+)\\s*([yMwdhms])/g;
  var total = 0;
  var match;
  while ((match = pattern.exec(text)) !== null) { total += Number(match[1]) * units[match[2]]; }
  return total * 1000;
}
function moment(timestamp, otherwise) {
  var ms = /^\\d+$/.test(timestamp) ? Number(timestamp) * 1000 : otherwise;
  return new Date(ms).toISOString();
}
var isOver = p.value === '0';
var now = Date.now();
var startedAt = moment(p.timestamp, now - milliseconds(p.age));
var endedAt = moment(p.recovery_timestamp, Math.min(now, Date.parse(startedAt) + milliseconds(p.duration)));
var tags = [];
try { tags = JSON.parse(p.tags); } catch (error) { tags = []; }
var request = new HttpRequest();
request.addHeader('Content-Type: application/json');
request.addHeader('Authorization: Bearer ' + p.token);
var answer = request.post(p.url, JSON.stringify({
  version: '1',
  eventId: p.event_id,
  triggerId: p.trigger_id,
  status: isOver ? 'resolved' : 'problem',
  name: p.name,
  severity: p.severity,
  host: p.host,
  hostName: p.host_name,
  address: p.address,
  startedAt: startedAt,
  endedAt: isOver ? endedAt : null,
  tags: tags
}));
if (request.getStatus() !== 200) { throw 'OpsGauge: ' + request.getStatus() + ' ' + answer; }
return answer;
`;

/** What the script is given, by Zabbix' macros. */
export const zabbixParameters = {
  source: '{EVENT.SOURCE}',
  update: '{EVENT.UPDATE.STATUS}',
  value: '{EVENT.VALUE}',
  event_id: '{EVENT.ID}',
  trigger_id: '{TRIGGER.ID}',
  name: '{EVENT.NAME}',
  severity: '{EVENT.NSEVERITY}',
  host: '{HOST.HOST}',
  host_name: '{HOST.NAME}',
  address: '{HOST.IP}',
  timestamp: '{EVENT.TIMESTAMP}',
  recovery_timestamp: '{EVENT.RECOVERY.TIMESTAMP}',
  age: '{EVENT.AGE}',
  duration: '{EVENT.DURATION}',
  tags: '{EVENT.TAGSJSON}',
} as const;
