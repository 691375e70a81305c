import { describe, expect, it } from 'vitest';
import { serverAddress, serverFolder } from '../../src/agent/server-address.ts';

describe('serverAddress', () => {
  it.each([
    ['inventory', 'http://inventory/ocsinventory'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/ocsinventory'],
    ['[::1]:8080', 'http://[::1]:8080/ocsinventory'],
    ['host/prefix', 'http://host/prefix/ocsinventory'],
    ['host:8080/ocsinventory', 'http://host:8080/ocsinventory'],
    ['https://host', 'https://host/ocsinventory'],
    ['http://host:8080/', 'http://host:8080/ocsinventory'],
    ['http://host/other', 'http://host/other'],
    ['HTTP://Host/ocsinventory', 'http://host/ocsinventory'],
  ])('reads %s as %s', (typed, address) => {
    expect(serverAddress(typed)).toBe(address);
  });

  it.each(['', 'ftp://host', 'host:port', 'two words', 'http://'])('refuses %j', (typed) => {
    expect(() => serverAddress(typed)).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('refuses a password in the URL without repeating it', () => {
    expect(() => serverAddress('http://ann:hunter2@host')).toThrow(/--password-file/);
    expect(() => serverAddress('http://ann:hunter2@host')).not.toThrow(/hunter2/);
  });
});

describe('serverFolder', () => {
  it('is safe on every file system', () => {
    expect(serverFolder('http://127.0.0.1:8080/ocsinventory')).toMatch(/^127\.0\.0\.1_8080_ocsinventory-[0-9a-f]{8}$/);
    expect(serverFolder(`https://host/${'../'.repeat(3)}${'é?*'.repeat(200)}`)).toMatch(/^[\w.-]{1,110}$/);
  });

  it('differs for addresses that look alike', () => {
    expect(serverFolder('http://host/a/b')).not.toBe(serverFolder('http://host/a_b'));
    expect(serverFolder('http://host/a')).not.toBe(serverFolder('https://host/a'));
  });
});
