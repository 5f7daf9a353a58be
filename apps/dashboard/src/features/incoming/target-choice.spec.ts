import { choiceOf, targetOf, type AlertTarget } from './target-choice.js';

test.each<AlertTarget>([
  { kind: 'system', systemId: 'a-b' },
  { kind: 'server', serverId: 'c' },
])('%j comes back from its choice', (target) => expect(targetOf(choiceOf(target))).toEqual(target));
