import { pageText } from './probing.js';

const welcome = Buffer.from([0xbb, 0xb6, 0xd3, 0xad]);
const page = (head: string, body: Buffer) => Buffer.concat([Buffer.from(head, 'latin1'), body]);

describe('a page’s text', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['by its header', welcome, 'text/html; charset=GBK'],
    ['by a header in quotes', welcome, 'text/html; Charset="gb2312"'],
    ['by its own head', page('<html><meta charset=gb18030>', welcome), 'text/html'],
    [
      'by its head of old',
      page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />', welcome),
      undefined,
    ],
    ['as UTF-8 where nobody says', Buffer.from('欢迎'), undefined],
    [
      'by the header where the head says otherwise',
      page('<meta charset="gbk">', Buffer.from('欢迎')),
      'text/html; charset=utf-8',
    ],
    ['as UTF-8 where nobody knows the set', Buffer.from('欢迎'), 'text/html; charset=x-unknown-set'],
  ])('is read %s', (_, bytes, contentType) => expect(pageText(bytes, contentType)).toContain('欢迎'));
});
