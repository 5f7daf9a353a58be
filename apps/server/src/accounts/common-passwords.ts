/**
 * What lists of leaked passwords are full of, from twelve characters up; shorter ones are refused anyway. Compared
 * without regard to case and to what is no letter or digit.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  000000000000 111111111111 222222222222 333333333333 444444444444 555555555555 666666666666 777777777777
  888888888888 999999999999 123456789012 1234567890123 12345678901234 123456789123 123456789123456 1234567891011
  12345678910 123456789101112 012345678901 0123456789012 1234567890987 12345678900987654321 123456654321 123123123123
  123412341234 123451234512345 112233445566 121212121212 123321123321 123456123456 1234512345123 147258369147
  147258369000 159753159753 159357159357 741852963000 789456123000 789456123789 987654321000 987654321012 987654321987
  9876543210123 098765432109 102030405060 101010101010 131313131313 147147147147 100200300400 11223344556677
  111222333444 111111222222 123456123123 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i
  1q2w3e4r1q2w3e4r qazwsxedcrfv qazwsxedc123 qazwsxedcrfvtgb zaq12wsxcde3 zaq1xsw2cde3 zaq1zaq1zaq1 q1w2e3r4t5y6
  q1w2e3r4t5y6u7 q1w2e3r4q1w2e3r4 qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop12345 qwertyuiopasdfghjkl
  qwertyuiopasdf qwertyuiop123456 qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789 qwertyqwerty
  qwertyqwerty1 qwerty123qwerty qwertyasdfgh qwertyasdfzxcv qweasdzxc123 qweasdzxcqwe qweqweqweqwe qweasd123456
  qwe123qwe123 qwer1234qwer qwer12345678 qwertyuiopas asdfghjkl123 asdfghjkl1234 asdfghjklqwe asdfghjkl123456
  asdfasdfasdf asdf1234asdf asdfqwer1234 zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfghjkl zxcvbnm123456789 zxcvbnmzxcvbnm
  poiuytrewq123 mnbvcxzlkjhg abcdefghijkl abcdefghijklm abcdefgh1234 abcdefg12345 abcdef123456 abcd12345678
  abcdabcdabcd abcd1234abcd abc123456789 abc123abc123 abc1234567890 abcabcabcabc a12345678901 a1234567890 a123456789012
  aa1234567890 aa123456789a aaa123456789 aaaaaaaaaaaa aaaaaaaaaaaaa a1b2c3d4e5f6 a1s2d3f4g5h6 aabbccddeeff
  password1234 password12345 password123456 password1234567 password12345678 password123456789 passwordpassword
  password1password1 password2023 password2024 password2025 password2026 password0000 password1111 passwordabcd
  passw0rd1234 passw0rd12345 passw0rd123456 p4ssw0rd1234 passw0rdpassw0rd mypassword12 mypassword123 thepassword12
  changemechangeme changeme1234 changeme12345 changeme123456 pleasechangeme changethispassword defaultpassword
  temppassword temporarypassword newpassword123 newpassword1234 yourpassword secretpassword topsecret1234 letmeinletmein
  letmein12345 letmein123456 welcome12345 welcome123456 welcome1234567 welcomewelcome welcome2024 iloveyou1234
  iloveyou12345 iloveyou123456 iloveyouforever iloveyousomuch iloveyou5201314 ilovemyfamily ilovemymother
  administrator administrator1 administrator12 administrator123 admin1234567 admin12345678 admin123456789 adminadminadmin
  adminadmin123 adminadmin1234 admin123admin admin1234admin adminpassword administrador root12345678 rootrootroot
  rootpassword1 toor12345678 system123456 superuser123 superman1234 sysadmin1234 testtesttest test12345678 testpassword1
  testing12345 user12345678 userpassword guest1234567 monkeymonkey dragondragon football1234 baseball1234 basketball12
  liverpool123 sunshine1234 princess1234 charlie12345 michael12345 jordan232323 computer1234 internet1234 starwars1234
  trustno1trustno1 whatever1234 unbelievable incorrecthorse correcthorsebatterystaple woaini123456 woaini1314520
  woaini5201314 woaini520520 5201314520131 520131452013 52013145201314 1314520131452 woaiwojia123 woaizhongguo
  wodemima1234 wodemima123456 mima12345678 mima123456789 zhongguo1234 zhongguo12345 zhongguo123456 beijing12345
  beijing123456 shanghai1234 shanghai123456 caonima12345 nihao1234567 nihao123456 nihaonihaonihao wangluo12345
  guanliyuan123 guanliyuan1234 guanliyuan123456 huawei123456 huawei12345678 huawei@12345 opsgauge1234 opsgauge12345
  opsgauge123456 opsgaugeadmin yunheng12345 yunheng123456
  `
    .trim()
    .split(/\s+/)
    .map((password) => comparable(password)),
);

/** As passwords are compared with the list. */
export function comparable(password: string): string {
  return password
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}
