import { describe, expect, it } from 'vitest';
import { allowedRedirect } from './errand.ts';

const origins = ['https://app.example.com', 'http://localhost:8080'];

describe('the way back of a link', () => {
  it.each([
    'https://app.example.com',
    'https://app.example.com/x?y=1#z',
    'https://APP.example.com:443/',
    'http://localhost:8080/done',
  ])('leads to an allowed site: %s', (text) => {
    expect(allowedRedirect(text, origins)).toBe(new URL(text).href);
  });

  it.each([
    'https://app.example.com.evil',
    'https://app.example.com@evil.example',
    'https://user:secret@app.example.com/',
    'https://user@app.example.com/',
    'https://evil.example/https://app.example.com',
    'https://evil.example\\@app.example.com',
    'https:\\\\evil.example',
    'http://app.example.com/',
    'https://app.example.com:8443/',
    'https://sub.app.example.com/',
    '//app.example.com/',
    '//evil.example',
    '/profile',
    'app.example.com',
    'javascript:alert(1)//https://app.example.com',
    'java\nscript:alert(1)',
    'data:text/html,https://app.example.com',
    'blob:https://app.example.com/0b1c',
    'filesystem:https://app.example.com/temporary/x',
    'http://localhost:8080.evil.example',
    'null',
    '',
  ])('never leads anywhere else: %j', (text) => {
    expect(allowedRedirect(text, origins)).toBeNull();
  });

  it('leads nowhere where the operator names no site', () => {
    expect(allowedRedirect('https://app.example.com/', [])).toBeNull();
    expect(allowedRedirect(null, origins)).toBeNull();
  });
});
