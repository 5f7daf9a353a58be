import { invitationLink } from './invitation-link.js';

test('the token is not part of what a browser sends', () => {
  const link = new URL(invitationLink('https://hub.example', 'a/b+c'));
  expect(link.pathname).toBe('/invitation');
  expect(decodeURIComponent(link.hash.slice(1))).toBe('a/b+c');
});
